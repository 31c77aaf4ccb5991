import type { Reading } from './reading.ts';
import type { Environment, Target } from './target.ts';

/** All readings of one moment. Frozen; rules see nothing else of the machine. */
export interface Snapshot {
  /** Collection number; a smaller one that arrives later is stale and dropped. */
  readonly sequence: number;
  /** Epoch milliseconds when the collection finished. */
  readonly at: number;
  readonly environment: Environment;
  readonly target: Target;
  /** The port this gateway should listen on, and which setting says so. */
  readonly port: ExpectedPort;
  readonly install: Reading<Install>;
  readonly definition: Reading<ServiceDefinition>;
  readonly service: Reading<ServiceState>;
  readonly config: Reading<ConfigFile>;
  readonly reach: Reading<Reach>;
  readonly listeners: Reading<readonly Listener[]>;
  readonly processes: Reading<readonly ProcessEntry[]>;
  readonly supervisors: Reading<readonly Supervisor[]>;
  readonly log: Reading<LogTail>;
  readonly markers: Reading<Markers>;
}

/** The snapshot's fields that are readings: the names of the probes. */
export const probeNames = [
  'install',
  'definition',
  'service',
  'config',
  'reach',
  'listeners',
  'processes',
  'supervisors',
  'log',
  'markers',
] as const;
export type ProbeName = (typeof probeNames)[number];

export interface ExpectedPort {
  readonly port: number;
  readonly source:
    | 'service-arguments'
    | 'service-environment'
    | 'environment'
    | 'config'
    | 'profile-default'
    | 'default';
}

/** The installed OpenClaw package. */
export interface Install {
  /** The `openclaw` command found, if any: absolute path. */
  readonly cliPath: string | null;
  /** Root of the package that the service runs, else the one the command resolves to. */
  readonly packageRoot: string | null;
  /** From package.json in `packageRoot`, never from the service definition (it shows the version at install time). */
  readonly version: string | null;
  /** `dist/index.js` and the like, absolute. */
  readonly entryPath: string | null;
  /** The node that runs the service, else the one beside the command. */
  readonly nodePath: string | null;
  /** Root of the package the command resolves to, when it differs from `packageRoot`. */
  readonly cliPackageRoot: string | null;
  readonly cliVersion: string | null;
}

/** A LaunchAgent plist or systemd unit, unwrapped. */
export interface ServiceDefinition {
  readonly path: string;
  readonly format: 'plist-xml' | 'plist-binary' | 'systemd-unit';
  readonly label: string | null;
  /** The command after the env wrapper is taken off: `[node, …flags, entry, 'gateway', '--port', N]`. */
  readonly command: readonly string[];
  readonly wrapper: { readonly script: string; readonly envFile: string } | null;
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

/** A line a person can check: the command and the line that it printed. Redacted. */
export interface Evidence {
  readonly command: string;
  readonly line: string;
}

export interface ConfigFile {
  readonly path: string;
  /** Target of a symlink, else the same as `path`. */
  readonly realPath: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  readonly fileMode: number;
  readonly content: ConfigContent | ConfigSyntaxError;
}

export interface ConfigContent {
  readonly kind: 'parsed';
  readonly port: number | null;
  readonly mode: string | null;
  readonly authMode: string | null;
  readonly bind: string | null;
  readonly customBindHost: string | null;
  readonly tls: boolean;
  readonly controlUiBasePath: string | null;
  readonly topLevelKeys: readonly string[];
  /** `meta.lastTouchedVersion`: the OpenClaw that wrote the file last (moved to SQLite in 2026.8.1). */
  readonly lastTouchedVersion: string | null;
  /** Included files that were read, absolute. */
  readonly includes: readonly string[];
}

export interface ConfigSyntaxError {
  readonly kind: 'broken';
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Up to three lines around the error, values masked. */
  readonly excerpt: readonly string[];
}

/** What answers on the expected port. */
export interface Reach {
  readonly host: string;
  readonly port: number;
  readonly scheme: 'http' | 'https';
  readonly tcp: 'open' | 'refused' | 'timed-out' | 'failed';
  /** `/healthz`. */
  readonly health: HttpAnswer<HealthBody>;
  /** `/readyz`. */
  readonly ready: HttpAnswer<ReadyBody>;
  /** `/startupz`: only newer versions have it; older answer HTML. */
  readonly startup: HttpAnswer<StartupBody>;
}

export type HttpAnswer<Body> =
  | { readonly kind: 'json'; readonly httpStatus: number; readonly body: Body; readonly durationMs: number }
  | {
      readonly kind: 'other';
      readonly httpStatus: number;
      readonly contentType: string | null;
      readonly controlUi: boolean;
    }
  | { readonly kind: 'no-answer'; readonly why: 'refused' | 'timed-out' | 'closed' | 'failed' }
  | { readonly kind: 'not-asked' };

export interface HealthBody {
  readonly ok: boolean;
  readonly status: string;
}
export interface ReadyBody {
  readonly ready: boolean;
  readonly failing: readonly string[];
  readonly uptimeMs: number | null;
}
export interface StartupBody {
  readonly ok: boolean;
  readonly status: string;
  readonly version: string | null;
  readonly uptimeMs: number | null;
  readonly pendingReason: string | null;
}

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
}

export interface LogTail {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  /** Newest last, at most 200, redacted. */
  readonly lines: readonly LogLine[];
  /** What known messages were found among the lines, oldest first. */
  readonly marks: readonly LogMark[];
}

export interface LogLine {
  /** Epoch milliseconds from the line itself; `null` for continuation lines. */
  readonly at: number | null;
  readonly text: string;
}

export interface LogMark {
  readonly kind: LogMarkKind;
  readonly at: number | null;
  readonly line: string;
}

export type LogMarkKind =
  | 'starting'
  | 'listening'
  | 'ready'
  | 'clean-stop'
  | 'already-running'
  | 'port-in-use'
  | 'parked'
  | 'config-invalid'
  | 'config-syntax'
  | 'mode-missing'
  | 'module-missing'
  | 'node-missing'
  | 'node-unsupported'
  | 'older-binary'
  | 'newer-database'
  | 'no-space'
  | 'breaker-tripped'
  | 'restart-storm'
  | 'token-missing'
  | 'bind-refused';

/** The gateway's own lock and the files and settings by which a person or a product says "hands off". */
export interface Markers {
  /** `disable-launchagent` in the state folder: LaunchAgent writes are switched off. */
  readonly launchAgentDisabled: boolean;
  readonly nixMode: boolean;
  readonly externalSupervisor: boolean;
  readonly lock: GatewayLock | null;
  /** Newest lifecycle line of `logs/gateway-restart.log` (9.x); `null` when there is none. */
  readonly lastLifecycle: LifecycleEntry | null;
  /** Other state folders (`~/.openclaw*`, legacy ones) with their newest change, epoch ms. */
  readonly otherStateDirs: readonly { readonly path: string; readonly modifiedAt: number }[];
}

export interface GatewayLock {
  readonly path: string;
  readonly pid: number;
  readonly port: number | null;
  readonly createdAt: number | null;
  readonly configPath: string | null;
}

export interface LifecycleEntry {
  readonly at: number;
  readonly action: 'start' | 'stop' | 'restart' | 'other';
  readonly source: string;
  readonly failed: boolean;
  readonly line: string;
}
