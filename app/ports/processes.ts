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

export interface Processes {
  /** All processes (ps-list). Throws when the system cannot list them. */
  list(signal?: AbortSignal): Promise<readonly RawProcess[]>;
  /** Signal 0: `true` alive, `false` gone. EPERM is alive (another user's). A dead pid nobody reaped is gone. */
  isAlive(pid: number): boolean;
  /** Signal 0 alone, nearly free; a dead pid that nobody has reaped yet still exists. */
  exists(pid: number): boolean;
  /** One process in one atomic `ps` call, for the identity check just before a signal; `null` when it is gone. */
  identify(pid: number): Promise<RawProcess | null>;
  /** SIGTERM. The caller has just proven the identity. `false`: it was already gone. */
  terminate(pid: number): boolean;
  /** SIGKILL, under the same proof, and only after a SIGTERM that did not help. `false`: it was already gone. */
  kill(pid: number): boolean;
}
