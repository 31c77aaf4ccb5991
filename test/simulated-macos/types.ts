import type { ChildProcess } from 'node:child_process';

/** Whose texts the simulation prints: `macos-15` stands for 13 to 15. */
export type Flavour = 'macos-12' | 'macos-15' | 'macos-26' | 'macos-27';

/** Written beside the sandbox's tools: all that they and the daemon know of "their" Mac. */
export interface MachineFile {
  readonly flavour: Flavour;
  readonly uid: number;
  readonly home: string;
  readonly socketPath: string;
}

/** Misbehaviour for tests, read anew at every call. */
export interface Quirks {
  readonly launchctl?: LaunchctlQuirks;
  readonly lsof?: ToolQuirks & {
    /** Processes that lsof does not show, as it does not show another user's. */
    readonly invisible?: 'all' | readonly number[];
  };
  readonly ps?: ToolQuirks;
}

export interface ToolQuirks {
  readonly delayMs?: number;
  readonly hang?: boolean;
  readonly flood?: boolean;
}

export interface LaunchctlQuirks {
  /** Nobody is logged in graphically: 112 and 125. */
  readonly noGui?: boolean;
  /** Subcommands that never answer. */
  readonly hang?: readonly string[];
  /** Subcommands that print without end. */
  readonly flood?: readonly string[];
  readonly delayMs?: number;
  /** Subcommands that print this and nothing else: other languages, unknown layouts, permission errors. */
  readonly override?: Readonly<Record<string, Answer>>;
  /** What bootstrap says of a job that is loaded already; real builds say 5, 17, 37 or 130. */
  readonly alreadyLoadedCode?: number;
  /** What bootstrap says of a disabled job: 5 or 119. */
  readonly disabledCode?: number;
  /** bootstrap succeeds and the job is gone at once: switched off in Login Items. */
  readonly loginItemDenied?: boolean;
  /** launchd declines spawns that nobody asked for, and says so with this word. */
  readonly pendedSpawn?: 'speculative' | 'inefficient';
}

/** How a launchctl call ends. */
export interface Answer {
  readonly exitCode: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** What a test can do to the machine besides launchctl. */
export type ControlRequest =
  | { readonly control: 'logout' | 'login' }
  | { readonly control: 'launchctl'; readonly args: readonly string[] };

/** A LaunchAgent plist, checked. */
export interface JobDefinition {
  readonly path: string;
  readonly label: string;
  readonly program: string;
  /** `Program` was not given: launchd takes it from the arguments. */
  readonly programInferred: boolean;
  readonly programArguments: readonly string[];
  readonly runAtLoad: boolean;
  readonly keepAlive: boolean | KeepAliveConditions;
  readonly throttleSeconds: number;
  readonly exitTimeoutSeconds: number;
  readonly umask: number | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string | null;
  readonly stdinPath: string | null;
  readonly stdoutPath: string | null;
  readonly stderrPath: string | null;
  readonly processType: string | null;
}

export interface KeepAliveConditions {
  readonly successfulExit?: boolean;
  readonly crashed?: boolean;
}

export type JobState = 'not running' | 'spawn scheduled' | 'running' | 'SIGTERMed' | 'SIGKILLed';

export type ExitRecord =
  | { readonly kind: 'never' }
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: NodeJS.Signals };

/** A loaded job. The one mutable thing of the simulation. */
export interface Job {
  readonly definition: JobDefinition;
  readonly domain: string;
  state: JobState;
  process: ChildProcess | null;
  runs: number;
  lastExit: ExitRecord;
  /** Why it was spawned last: launchd's own word. */
  reason: 'speculative' | 'inefficient' | 'semaphore' | 'non-ipc demand';
  startedAt: number;
  /** The last spawn did not even reach the program. */
  inPenaltyBox: boolean;
  pended: string | null;
  /** What to do when the process is gone. */
  afterExit: 'keep-alive' | 'forget' | 'spawn';
  respawnTimer: NodeJS.Timeout | null;
  killTimer: NodeJS.Timeout | null;
  readonly waiting: (() => void)[];
}

export interface Machine {
  readonly file: MachineFile;
  readonly root: string;
  /** By domain and label: `gui/501/ai.openclaw.gateway`. */
  readonly jobs: Map<string, Job>;
  /** Overrides; they survive a logout and the plist itself. */
  readonly disabled: Map<string, boolean>;
  readonly sessionEnvironment: Map<string, string>;
  loggedIn: boolean;
}

/** One subcommand of launchctl. A promise that never resolves is a call that hangs. */
export type Verb = (machine: Machine, args: readonly string[], quirks: LaunchctlQuirks) => Answer | Promise<Answer>;
