/** A process as the system lists it, before any judgement. Not redacted: it must not leave the probe like this. */
export interface RawProcess {
  readonly pid: number;
  readonly ppid: number | null;
  readonly uid: number | null;
  readonly startedAt: number | null;
  readonly name: string;
  readonly commandLine: string;
  /** Share of one processor; over the last minute on a Mac, over its whole life on Linux. `null`: not asked. */
  readonly cpuPercent: number | null;
  /** Resident memory, to a thousandth of the machine's (all that `ps` tells beside it). `null`: not asked. */
  readonly memoryBytes: number | null;
}

/** One process, until `close`. */
export interface LifeLine {
  isAlive(): boolean;
  close(): void;
}

export interface Processes {
  /** All processes (ps-list). Throws when the system cannot list them. */
  list(signal?: AbortSignal): Promise<readonly RawProcess[]>;
  /** Signal 0: `true` alive, `false` gone. EPERM is alive (another user's). A dead pid nobody reaped is gone. */
  isAlive(pid: number): boolean;
  /** The same, to be asked again and again: a system call each time. The caller closes it. */
  follow(pid: number): LifeLine;
  /** One process in one atomic `ps` call, for the identity check just before a signal; `null` when it is gone. */
  identify(pid: number): Promise<RawProcess | null>;
  /** SIGTERM. The caller has just proven the identity. `false`: it was already gone. */
  terminate(pid: number): boolean;
  /** SIGKILL, under the same proof, and only after a SIGTERM that did not help. `false`: it was already gone. */
  kill(pid: number): boolean;
}
