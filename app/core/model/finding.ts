import type { PlaceKind } from './credentials.ts';
import type { Evidence } from './evidence.ts';
import type { Exit78Meaning } from './exit-78.ts';
import type { ProviderFindingArgs } from './provider-finding.ts';
import type { Supervisor } from './service.ts';
import type { ConfigIssue } from './validation.ts';

type SupervisorScope = Supervisor['scope'];

/** Codes are eternal: the ids of the failure catalogue in lower case. */
export const findingCodes = [
  'agent-not-loaded',
  'agent-disabled',
  'port-stray',
  'dup-supervisor',
  'legacy-label',
  'keepalive-loop',
  'launchd-parked',
  'config-syntax',
  'config-invalid',
  'config-clobber',
  'mode-missing',
  'mode-remote-flip',
  'redacted-written',
  'reload-loop',
  'restart-pending',
  'slow-not-dead',
  'node-path-gone',
  'entrypoint-stale',
  'port-config-mismatch',
  'profile-split',
  'third-party-host',
  'ssh-tunnel',
  'no-cli',
  'log-disk',
  'db-newer',
  'db-corrupt',
  'plugin-blocks-start',
  'bonjour',
  'breaker-safe-mode',
  'sleep-wake',
  'cpu',
  'mem',
  'tcc',
  'proto-mismatch',
  'tg-409',
  'doctor-damage',
  'update-partial',
  'node-version',
  'older-binary',
  'plist-malformed',
  'bootstrap-5',
  'lock-stale',
  'restart-race',
  'stale-chunks',
  'version-skew',
  'watchdog-fight',
  'ownership',
  'gui-domain-125',
  'systemd-wsl',
  'port-probe-artefact',
  'stale-update-job',
  'token-missing',
  'gwtoken-drift',
  'devtoken-mismatch',
  'devsig-invalid',
  'pairing-loop',
  'controlui-stale',
  'origin-blocked',
  'bind-exposed',
  'secret-leak',
  'env-key-missing',
  'models-json-stale',
  'agent-auth-split',
  'model-allowlist',
  'tools-whitelist',
  'http-endpoint-off',
  'proxy-loopback',
  'oauth-expired',
  'session-bloat',
  'tz-shift',
  'provider-wrong',
  'rate-cooldown',
  'models-scan',
  'context-overflow',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** blocking: no gateway serves · degraded: it serves, but not as it should or not for long · notice: worth knowing. */
export type Severity = 'blocking' | 'degraded' | 'notice';
export type Certainty = 'certain' | 'likely';

/** What each finding's texts may mention. `null` is "not known". */
export interface FindingArgsByCode extends ProviderFindingArgs {
  /** `definitionPath` `null`: OpenClaw is installed and its service was never set up. */
  'agent-not-loaded': { label: string; definitionPath: string | null };
  'agent-disabled': { label: string };
  'port-stray': { port: number; pid: number; servicePid: number | null; startedAt: number | null; commandLine: string };
  'dup-supervisor': {
    port: number | null;
    first: string;
    second: string;
    secondScope: SupervisorScope;
    secondPath: string;
  };
  'legacy-label': { label: string; path: string };
  'keepalive-loop': {
    label: string;
    runs: number | null;
    lastExit: string | null;
    lastError: string | null;
    /** Which of its six meanings exit code 78 has here; `null`: another exit, or nothing tells. */
    meaning: Exit78Meaning | null;
  };
  'launchd-parked': { label: string; lastExit: string | null; idleSeconds: number | null };
  'config-syntax': { path: string; line: number; column: number; message: string };
  /** The first of `count` places; `setting` `null`, `what` `told`: only the gateway said so, in its own words. */
  'config-invalid': {
    path: string;
    setting: string | null;
    line: number | null;
    what: ConfigIssue['kind'] | 'told';
    message: string;
    count: number;
    runs: boolean;
  };
  /** `keys`: the settings that are gone, or the file in which OpenClaw put aside what it did not want. */
  'config-clobber': {
    path: string;
    what: 'shrunk' | 'keys-lost' | 'rolled-back' | 'write-refused';
    keys: string;
    count: number;
    writer: string | null;
    at: number;
  };
  'mode-missing': { path: string; runs: boolean };
  'mode-remote-flip': { path: string; why: 'was-local' | 'odd-token'; writer: string | null; at: number | null };
  'redacted-written': { path: string; keys: string; count: number };
  'reload-loop': { path: string; what: 'restarts' | 'writes'; count: number; keys: string; writer: string | null };
  'restart-pending': {
    path: string;
    keys: string;
    count: number;
    why: 'restart' | 'hot-only' | 'off' | 'unwatched';
    at: number;
  };
  'slow-not-dead': { pid: number | null; ageSeconds: number | null; phase: string | null };
  'node-path-gone': { nodePath: string; why: 'missing' | 'not-absolute' | 'version-manager' };
  'entrypoint-stale': { entryPath: string; why: 'missing' | 'other-package'; cliPackageRoot: string | null };
  'port-config-mismatch': { servicePort: number; configPort: number };
  'profile-split': { what: 'state-dir' | 'config-path' | 'profile' | 'home'; service: string; shell: string };
  'third-party-host': { product: string; pid: number | null; port: number | null };
  'ssh-tunnel': { port: number; pid: number | null };
  'no-cli': { definitionPath: string | null };
  /** `missing` `null`: the package is whole, and only something of the installer was left beside it. */
  'update-partial': { packageRoot: string; missing: string | null; leftover: string | null };
  /** `needed`: a semver range. */
  'node-version': { nodePath: string | null; nodeVersion: string | null; needed: string | null };
  'older-binary': { serviceVersion: string | null; configVersion: string | null; newerPackageRoot: string | null };
  'plist-malformed': { path: string; why: 'unreadable' | 'arguments-shifted' | 'file-gone' | 'no-gateway' };
  /** `mode`: three octal digits. */
  'bootstrap-5': { label: string; path: string; why: 'mode' | 'owner' | 'refused'; mode: string | null };
  'lock-stale': { path: string; pid: number; holder: 'gone' | 'other-program' };
  'restart-race': { label: string; failedAt: number };
  'stale-chunks': { pid: number; startedAt: number; packageRoot: string; writtenAt: number };
  'version-skew': { runningVersion: string; installedVersion: string };
  'watchdog-fight': { label: string; path: string; line: string; everySeconds: number | null };
  /** `path`: the first of `count` files; `ownerUid` `null`: it may not be looked at. */
  ownership: { path: string; ownerUid: number | null; count: number };
  'gui-domain-125': { domain: string };
  'systemd-wsl': { why: 'no-manager' | 'no-linger'; isWsl: boolean };
  'port-probe-artefact': { port: number };
  'stale-update-job': { label: string; runs: number | null };
  'log-disk': {
    what: 'disk-full' | 'disk-low' | 'log-large' | 'log-capped';
    /** The largest log of the service, when it is large. */
    path: string | null;
    sizeBytes: number | null;
    freeBytes: number | null;
  };
  'db-newer': { stateDir: string; version: string | null; writtenBy: string | null };
  'db-corrupt': { stateDir: string; line: string };
  'plugin-blocks-start': { plugin: string | null; line: string; blocks: 'start' | 'channel' };
  bonjour: { what: 'crash' | 'storm'; count: number };
  'breaker-safe-mode': { label: string; trippedAt: number; endsAt: number };
  'sleep-wake': { pid: number; wokeAt: number; what: 'silent' | 'not-ready'; failing: string | null };
  cpu: { pid: number; cpuPercent: number; minutes: number };
  mem: { pid: number; memoryBytes: number; why: 'large' | 'grows' | 'pressure'; heapLimitBytes: number | null };
  tcc: { nodePath: string | null; line: string };
  'proto-mismatch': { client: string | null; count: number };
  'tg-409': { count: number };
  'doctor-damage': {
    what: 'node' | 'program' | 'port' | 'configuration';
    before: string | null;
    now: string | null;
    doctorAt: number;
  };
  /** `variable`: the one that is to hold it and that nobody sets. */
  'token-missing': { why: 'absent' | 'not-a-value' | 'variable'; variable: string | null; path: string };
  'gwtoken-drift': {
    /** `unshared`: only the service has it. `running`: the gateway goes on with one of before. */
    place: PlaceKind | 'remote' | 'unshared' | 'running';
    /** The file; `null` for what is none. */
    path: string | null;
    secret: 'token' | 'password';
    /** A client uses it, and is refused. */
    bites: boolean;
  };
  'devtoken-mismatch': {
    /** `refused`: only the gateway's log tells. */
    state: 'unpaired' | 'key-changed' | 'revoked' | 'replaced' | 'older' | 'refused';
    client: string | null;
    count: number;
    /** The client has a shared secret as well, and gets in with that. */
    heals: boolean | null;
  };
  'devsig-invalid': { why: 'keys' | 'refused'; client: string | null; count: number; path: string | null };
  'pairing-loop': {
    request: { requestId: string; role: string | null; scopes: string; remoteIp: string | null } | null;
    client: string | null;
    count: number;
    /** Epoch ms at which the request ends by itself. */
    endsAt: number | null;
  };
  'controlui-stale': { why: 'token' | 'none' | 'device' | 'limited'; count: number };
  /** `address`: where the dashboard is on this very computer. */
  'origin-blocked': { origin: string; address: string; count: number };
  /** `origins`: it does not start because nobody said which pages may ask. `local`: every program on this computer may. */
  'bind-exposed': { what: 'open' | 'refused' | 'origins' | 'local'; bind: string | null; address: string | null };
  /** `mode`: three octal digits. `place`: of `path`, a setting in which nobody expects a secret. */
  'secret-leak': { what: 'argument' | 'file-mode' | 'log' | 'place'; path: string; mode: string | null };
  /** `path`: the first setting that needs it, `more`: how many others do. `inShell`: a shell has it, the service not. */
  /** `path`: the setting that refers to it; `null`: a proxy, to which no setting refers. */
  'env-key-missing': { name: string; path: string | null; more: number; inShell: boolean; blocksStart: boolean };
  /** `wins`: the file's address counts. `ghost`: only this file knows the provider. */
  'models-json-stale': {
    what: 'wins' | 'ghost';
    agent: string;
    provider: string;
    path: string;
    inFile: string | null;
    wanted: string | null;
  };
  /** `other`: the agent that has the credentials. */
  'agent-auth-split': { agent: string; provider: string; other: string };
  /** `list`: the setting that holds the allowed ones. */
  'model-allowlist': { what: 'replaced' | 'refused' | 'hidden' | 'unknown'; model: string; list: string | null };
  /** `agent` `null`: for all agents. `lets`, `hides`: names, with commas. */
  'tools-whitelist': {
    what: 'whitelist' | 'nothing-left' | 'profile';
    path: string;
    agent: string | null;
    profile: string | null;
    lets: string;
    hides: string;
  };
  'http-endpoint-off': { channel: string; authMode: string | null };
  /** `exempt`: what NO_PROXY has now. `user`: the setting with the address. */
  'proxy-loopback': { proxy: string; exempt: string | null; user: string; host: string };
  'oauth-expired': {
    what: 'removed' | 'expired' | 'expires-soon';
    provider: string;
    profile: string | null;
    expiresAt: number | null;
    isUsed: boolean;
  };
  'session-bloat': { agent: string; files: number; leftovers: number; sizeBytes: number };
  'tz-shift': { label: string };
}

/** `Finding` is the union over all codes; `Finding<'port-stray'>` is one of them. */
export type Finding<Code extends FindingCode = FindingCode> = {
  [C in Code]: {
    /** `code:subject`. */
    readonly id: string;
    readonly code: C;
    readonly subject: string;
    readonly severity: Severity;
    readonly certainty: Certainty;
    readonly args: Readonly<FindingArgsByCode[C]>;
    /** At least one line a person can check. */
    readonly evidence: readonly Evidence[];
  };
}[Code];

/** A finding as it is shown: what it causes is folded under it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly consequences: readonly Finding[];
}
