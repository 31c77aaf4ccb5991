/** One process that listens on the expected port; IPv4 and IPv6 of one pid are one listener. */
export interface Listener {
  readonly pid: number;
  /** lsof's command: on a Mac `node`, whatever the process calls itself. Proves nothing. */
  readonly command: string | null;
  readonly addresses: readonly string[];
}

export interface ProcessEntry {
  readonly pid: number;
  readonly ppid: number | null;
  /** `null` when the system did not tell: not the same as root. */
  readonly uid: number | null;
  /** Epoch milliseconds, whole seconds; with the pid it is the identity. `null` when not told. */
  readonly startedAt: number | null;
  /** Executable name. */
  readonly name: string;
  /** Redacted command line; empty for processes with the role `other`. */
  readonly commandLine: string;
  readonly role: ProcessRole;
  /** Share of one processor; over the last minute on a Mac, over its whole life on Linux. `null`: not told. */
  readonly cpuPercent: number | null;
  /** Resident memory, to a thousandth of the machine's. `null`: not told. */
  readonly memoryBytes: number | null;
}

/**
 * What the command line suggests. `gateway-title` is the bare title `openclaw-gateway`, which the CLI's own
 * calls carry too: it proves nothing without the port or the service manager (openclaw-daemon §4.3).
 */
export type ProcessRole =
  | 'gateway'
  | 'gateway-title'
  | 'openclaw-launcher'
  | 'openclaw-cli'
  | 'maintenance'
  | 'ssh'
  | 'host-app'
  | 'other';
