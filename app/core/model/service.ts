import type { Evidence } from './evidence.ts';

/** A LaunchAgent plist or systemd unit, unwrapped. */
export interface ServiceDefinition {
  readonly path: string;
  readonly format: 'plist-xml' | 'plist-binary' | 'systemd-unit';
  readonly label: string | null;
  /** The command after the env wrapper is taken off: `[node, …flags, entry, 'gateway', '--port', N]`. */
  readonly command: readonly string[];
  readonly wrapper: { readonly script: string; readonly envFile: string } | null;
  /** Whether both files of the wrapper exist; `null` without a wrapper, or when they could not be looked at. */
  readonly wrapperFiles: { readonly script: boolean; readonly envFile: boolean } | null;
  readonly nodePath: string | null;
  /** Whether `nodePath` exists and is executable; `null` when it could not be checked. */
  readonly nodeExists: boolean | null;
  readonly entryPath: string | null;
  readonly entryExists: boolean | null;
  /** `--port N` among the arguments. */
  readonly portArgument: number | null;
  readonly runAtLoad: boolean | null;
  readonly keepAlive: boolean | null;
  readonly throttleSeconds: number | null;
  readonly stdoutPath: string | null;
  readonly stderrPath: string | null;
  readonly workingDirectory: string | null;
  /** Environment of the service: names only, but for OpenClaw's own path and profile settings. */
  readonly environment: ServiceEnvironment;
  /** Drop-in files read beside a systemd unit. */
  readonly dropIns: readonly string[];
  readonly fileMode: number | null;
  readonly ownerUid: number | null;
}

export interface ServiceEnvironment {
  /** Sorted names. Values of others are never kept: old definitions hold API keys. */
  readonly names: readonly string[];
  readonly home: string | null;
  readonly stateDir: string | null;
  readonly configPath: string | null;
  readonly profile: string | null;
  readonly gatewayPort: number | null;
  readonly path: string | null;
  /** `OPENCLAW_SERVICE_VERSION`: the version at install time. */
  readonly serviceVersion: string | null;
}

/** What the service manager says of the job. */
export interface ServiceState {
  readonly manager: 'launchd' | 'systemd';
  /** The manager knows the job. `false` with a definition on disk is "installed but not loaded". */
  readonly loaded: boolean;
  /** `false`: a disabled override is set; `null`: could not be read. */
  readonly enabled: boolean | null;
  readonly phase: JobPhase;
  /** The manager's own word for the phase, as printed. */
  readonly rawPhase: string | null;
  readonly pid: number | null;
  /** Spawns since the job was loaded (launchd `runs`, systemd `NRestarts` + 1). */
  readonly runs: number | null;
  /** Of the previous instance; alone it is no fault. */
  readonly lastExit: LastExit | null;
  /** The file the job was loaded from; may differ from the file on disk. */
  readonly loadedFrom: string | null;
  /** Minimum seconds between two spawns. */
  readonly throttleSeconds: number | null;
  readonly exitTimeoutSeconds: number | null;
  /** launchd declined to spawn (`pended nondemand spawn = …`): its word. */
  readonly pended: string | null;
  /** launchd's penalty box or exponential throttling. */
  readonly heldBack: 'penalty-box' | 'exponential-throttling' | null;
  readonly evidence: readonly Evidence[];
}

export type JobPhase = 'running' | 'starting' | 'stopping' | 'waiting' | 'stopped' | 'unknown';

export type LastExit =
  | { readonly kind: 'never' }
  | { readonly kind: 'code'; readonly code: number; readonly name: string | null }
  | { readonly kind: 'signal'; readonly signal: number; readonly name: string }
  | { readonly kind: 'reason'; readonly reason: string };

/** A LaunchAgent, LaunchDaemon or systemd unit that runs, or could run, a gateway. */
export interface Supervisor {
  readonly label: string;
  readonly path: string;
  readonly scope: 'user-agent' | 'global-agent' | 'daemon' | 'systemd-user' | 'systemd-system';
  readonly kind: 'gateway' | 'node-host' | 'official-app' | 'other';
  /** A name from before OpenClaw was called so (clawdis, clawdbot, moltbot). */
  readonly legacy: boolean;
  /** The very service that this target is about. */
  readonly isTarget: boolean;
  readonly profile: string | null;
  readonly port: number | null;
  readonly stateDir: string | null;
  readonly commandLine: string;
  /** Known to the service manager now; `null`: could not be read. */
  readonly loaded: boolean | null;
  readonly pid: number | null;
  /** What a job of kind `other` does to the gateway from time to time; `null`: nothing that could be seen. */
  readonly watchdog: Watchdog | null;
  /** A job that was submitted to launchd without a file, whose `path` is empty; `null` for all that have one. */
  readonly submitted: { readonly lastStatus: number | null } | null;
}

/** A job that starts, stops or restarts the gateway by itself. */
export interface Watchdog {
  /** The line of its command or script that does so, redacted. */
  readonly line: string;
  /** The script in which the line is; `null`: the line is the job's own command. */
  readonly scriptPath: string | null;
  readonly everySeconds: number | null;
}
