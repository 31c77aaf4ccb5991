import type { ChildProcess } from 'node:child_process';

/** A user unit of type simple, as far as OpenClaw's use of systemd goes. */
export interface UnitDefinition {
  readonly path: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  readonly restart: 'no' | 'always' | 'on-failure';
  readonly restartSeconds: number;
  readonly stopSeconds: number;
  readonly startLimitBurst: number;
  readonly startLimitSeconds: number;
  readonly successStatuses: readonly number[];
  readonly restartPreventStatuses: readonly number[];
  /** The target that pulls it in at log-in; `null`: it cannot be enabled. */
  readonly wantedBy: string | null;
}

export type UnitState =
  | 'inactive/dead'
  | 'active/running'
  | 'activating/auto-restart'
  | 'deactivating/stop-sigterm'
  | 'failed/failed';

/** A unit that the manager knows. The one mutable thing of the simulation. */
export interface Unit {
  readonly name: string;
  /** As read at the start or the last `daemon-reload`. */
  definition: UnitDefinition;
  state: UnitState;
  result: 'success' | 'exit-code' | 'signal' | 'timeout' | 'start-limit-hit';
  process: ChildProcess | null;
  restarts: number;
  exit: { readonly code: number; readonly status: number };
  /** Epoch ms of each start that counts for the limit. */
  starts: number[];
  startedAt: number;
  wantsStart: boolean;
  restartTimer: NodeJS.Timeout | null;
  killTimer: NodeJS.Timeout | null;
  readonly waiting: (() => void)[];
}

export interface Manager {
  readonly home: string;
  readonly bootedAt: number;
  readonly units: Map<string, Unit>;
  /** What `set-environment` added: services that start from now on inherit it. */
  readonly environment: Map<string, string>;
}

/** How a systemctl call ends. */
export interface Answer {
  readonly exitCode: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** One subcommand; `options` are those that systemd puts anywhere, like `--no-block`. */
export type Verb = (
  manager: Manager,
  request: { readonly names: readonly string[]; readonly options: readonly string[] },
) => Answer | Promise<Answer>;
