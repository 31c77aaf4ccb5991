import { makeDevices, makeHistoryFacts } from '../core/make-stores.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { ConfigFile } from '../../app/core/model/config-file.ts';
import type { Install } from '../../app/core/model/install.ts';
import type { LogTail } from '../../app/core/model/log.ts';
import type { Markers } from '../../app/core/model/markers.ts';
import type { Listener, ProcessEntry } from '../../app/core/model/process.ts';
import type { Reach } from '../../app/core/model/reach.ts';
import type { ServiceDefinition, ServiceState, Supervisor } from '../../app/core/model/service.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { GatewayStatus, StateArgs } from '../../app/core/model/state.ts';
import type { Environment, Target } from '../../app/core/model/target.ts';

/** The moment of every built reading. */
export const readAt = Date.parse('2026-11-20T12:00:00Z');

export const macEnvironment: Environment = { os: 'darwin', uid: 501, home: '/Users/alice', variables: {} };
export const linuxEnvironment: Environment = { os: 'linux', uid: 1000, home: '/home/alice', variables: {} };

export const macTarget: Target = {
  profile: null,
  label: 'ai.openclaw.gateway',
  domain: 'gui/501',
  serviceTarget: 'gui/501/ai.openclaw.gateway',
  stateDir: '/Users/alice/.openclaw',
  configPath: '/Users/alice/.openclaw/openclaw.json',
  definitionPath: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
};

export const linuxTarget: Target = {
  profile: null,
  label: 'openclaw-gateway.service',
  domain: 'user',
  serviceTarget: 'openclaw-gateway.service',
  stateDir: '/home/alice/.openclaw',
  configPath: '/home/alice/.openclaw/openclaw.json',
  definitionPath: '/home/alice/.config/systemd/user/openclaw-gateway.service',
};

export const servicePid = 4242;
const nodePath = '/opt/homebrew/bin/node';
const packageRoot = '/opt/homebrew/lib/node_modules/openclaw';
const entryPath = `${packageRoot}/dist/index.js`;
export const gatewayCommandLine = `${nodePath} ${entryPath} gateway --port 18789`;

export function makeDefinition(change: Partial<ServiceDefinition> = {}): ServiceDefinition {
  return {
    path: macTarget.definitionPath,
    format: 'plist-xml',
    label: macTarget.label,
    command: [nodePath, entryPath, 'gateway', '--port', '18789'],
    wrapper: null,
    wrapperFiles: null,
    nodePath,
    nodeExists: true,
    entryPath,
    entryExists: true,
    portArgument: 18789,
    runAtLoad: true,
    keepAlive: true,
    throttleSeconds: 10,
    stdoutPath: '/Users/alice/Library/Logs/openclaw/gateway.log',
    stderrPath: '/Users/alice/Library/Logs/openclaw/gateway.log',
    workingDirectory: null,
    environment: {
      names: ['HOME', 'PATH'],
      home: '/Users/alice',
      stateDir: null,
      configPath: null,
      profile: null,
      gatewayPort: 18789,
      path: '/usr/bin:/bin',
      serviceVersion: '2026.9.6',
    },
    dropIns: [],
    fileMode: 0o644,
    ownerUid: 501,
    ...change,
  };
}

export function makeService(change: Partial<ServiceState> = {}): ServiceState {
  return {
    manager: 'launchd',
    loaded: true,
    enabled: true,
    phase: 'running',
    rawPhase: 'running',
    pid: servicePid,
    runs: 1,
    lastExit: { kind: 'never' },
    loadedFrom: macTarget.definitionPath,
    throttleSeconds: 10,
    exitTimeoutSeconds: 20,
    pended: null,
    heldBack: null,
    evidence: [{ command: 'launchctl print gui/501/ai.openclaw.gateway', line: 'state = running' }],
    ...change,
  };
}

export const notLoaded: Partial<ServiceState> = {
  loaded: false,
  phase: 'stopped',
  rawPhase: null,
  pid: null,
  runs: null,
  lastExit: null,
  loadedFrom: null,
};

export function makeInstall(change: Partial<Install> = {}): Install {
  return {
    cliPath: '/opt/homebrew/bin/openclaw',
    packageRoot,
    version: '2026.9.6',
    entryPath,
    nodePath,
    cliPackageRoot: null,
    cliVersion: '2026.9.6',
    nodeRange: '>=24.16.0 <25 || >=26.1.0',
    nodeVersion: '24.16.0',
    otherNode: null,
    packageWrittenAt: readAt - 86_400_000,
    damage: null,
    ...change,
  };
}

export function makeConfig(change: Partial<ConfigFile> = {}): ConfigFile {
  return {
    path: macTarget.configPath,
    realPath: macTarget.configPath,
    sizeBytes: 120,
    modifiedAt: readAt - 86_400_000,
    fileMode: 0o600,
    sha256: 'c0ffee',
    content: {
      kind: 'parsed',
      port: null,
      mode: 'local',
      authMode: 'token',
      bind: null,
      customBindHost: null,
      tls: false,
      controlUiBasePath: null,
      topLevelKeys: ['gateway'],
      lastTouchedVersion: '2026.9.6',
      includes: [],
      settings: { gateway: { mode: 'local', auth: { mode: 'token' } } },
      files: [],
    },
    ...change,
  };
}

export const brokenConfig = makeConfig({
  content: {
    kind: 'broken',
    file: macTarget.configPath,
    line: 3,
    column: 5,
    message: "invalid character '}'",
    portHint: null,
    excerpt: [],
  },
});

export function makeReach(change: Partial<Reach> = {}): Reach {
  return {
    host: '127.0.0.1',
    port: 18789,
    scheme: 'http',
    tcp: 'open',
    health: { kind: 'json', httpStatus: 200, body: { ok: true, status: 'live' }, durationMs: 2 },
    ready: {
      kind: 'json',
      httpStatus: 200,
      body: { ready: true, failing: [], uptimeMs: 600_000 },
      durationMs: 2,
    },
    startup: {
      kind: 'json',
      httpStatus: 200,
      body: { ok: true, status: 'started', version: '2026.9.6', uptimeMs: 600_000, pendingReason: null },
      durationMs: 2,
    },
    ...change,
  };
}

export const refusedReach = makeReach({
  tcp: 'refused',
  health: { kind: 'no-answer', why: 'refused' },
  ready: { kind: 'not-asked' },
  startup: { kind: 'not-asked' },
});

export function makeProcess(change: Partial<ProcessEntry> = {}): ProcessEntry {
  return {
    pid: servicePid,
    ppid: 1,
    uid: 501,
    startedAt: readAt - 600_000,
    name: 'node',
    commandLine: gatewayCommandLine,
    role: 'gateway',
    cpuPercent: 0.4,
    memoryBytes: 700_000_000,
    ...change,
  };
}

export function makeListener(change: Partial<Listener> = {}): Listener {
  return { pid: servicePid, command: 'node', addresses: ['127.0.0.1:18789', '[::1]:18789'], ...change };
}

export function makeSupervisor(change: Partial<Supervisor> = {}): Supervisor {
  return {
    label: macTarget.label,
    path: macTarget.definitionPath,
    scope: 'user-agent',
    kind: 'gateway',
    legacy: false,
    isTarget: true,
    profile: null,
    port: 18789,
    stateDir: null,
    commandLine: gatewayCommandLine,
    loaded: true,
    pid: servicePid,
    watchdog: null,
    submitted: null,
    ...change,
  };
}

export function makeMarkers(change: Partial<Markers> = {}): Markers {
  return {
    launchAgentDisabled: false,
    nixMode: false,
    externalSupervisor: false,
    lock: null,
    lastLifecycle: null,
    otherStateDirs: [],
    foreignFiles: [],
    session: null,
    ...change,
  };
}

const quietLog: LogTail = {
  path: '/Users/alice/Library/Logs/openclaw/gateway.log',
  sizeBytes: 0,
  modifiedAt: readAt - 600_000,
  lines: [],
  marks: [],
  files: [],
  freeBytes: null,
};

/** A healthy gateway under launchd; a test changes what its case is about. */
export function makeSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    sequence: 1,
    at: readAt,
    environment: macEnvironment,
    target: macTarget,
    port: { port: 18789, source: 'service-arguments' },
    install: known(makeInstall(), readAt),
    definition: known(makeDefinition(), readAt),
    service: known(makeService(), readAt),
    config: known(makeConfig(), readAt),
    reach: known(makeReach(), readAt),
    listeners: known([makeListener()], readAt),
    processes: known([makeProcess()], readAt),
    supervisors: known([makeSupervisor()], readAt),
    log: known(quietLog, readAt),
    markers: known(makeMarkers(), readAt),
    validation: known({ schemaVersion: '2026.9.6', issues: [] }, readAt),
    history: known(makeHistoryFacts(), readAt),
    credentials: known({ places: [] }, readAt),
    devices: known(makeDevices(), readAt),
    agents: known({ agents: [] }, readAt),
    ...change,
  };
}

/** What only differs on a machine without a service manager: a container, or ssh without a login session. */
export const noServiceManager = unknown('no-service-manager', 'systemctl --user: failed to connect to bus', readAt);
export const nothing = absent(readAt);

export function makeStatus(change: Partial<GatewayStatus> = {}, args: Partial<StateArgs> = {}): GatewayStatus {
  return {
    state: 'healthy',
    reason: 'ready',
    since: readAt - 600_000,
    ...change,
    args: {
      port: 18789,
      pid: servicePid,
      otherPid: null,
      otherName: null,
      label: macTarget.label,
      runs: 1,
      lastExit: null,
      failing: [],
      detail: null,
      ...args,
    },
  };
}

export function makePicture(change: Partial<Picture> = {}): Picture {
  return {
    snapshot: makeSnapshot(),
    status: makeStatus(),
    findings: [],
    available: [
      { action: 'restart', question: null },
      { action: 'stop', question: null },
    ],
    activity: null,
    lastResult: null,
    offers: [],
    devices: null,
    providerTests: [],
    compared: null,
    preview: null,
    runs: [],
    wokeAt: null,
    ...change,
  };
}
