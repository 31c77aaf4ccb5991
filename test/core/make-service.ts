import type { Install } from '../../app/core/model/install.ts';
import type { ServiceDefinition, ServiceState, Supervisor } from '../../app/core/model/service.ts';
import {
  at,
  definitionPath,
  entryPath,
  gatewayCommandLine,
  gatewayPid,
  hours,
  label,
  nodePath,
  packageRoot,
  unitPath,
} from './make-moment.ts';
import type { Change } from './make-moment.ts';

export function makeInstall(change: Change<Install> = {}): Install {
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
    packageWrittenAt: at - 100 * hours,
    damage: null,
    ...change,
  };
}

export function makeDefinition(change: Change<ServiceDefinition> = {}): ServiceDefinition {
  return {
    path: definitionPath,
    format: 'plist-xml',
    label,
    command: [nodePath, '--max-old-space-size=8192', entryPath, 'gateway', '--port', '18789'],
    wrapper: {
      script: '/Users/alice/.openclaw/service-env/ai.openclaw.gateway-env-wrapper.sh',
      envFile: '/Users/alice/.openclaw/service-env/ai.openclaw.gateway.env',
    },
    wrapperFiles: { script: true, envFile: true },
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
    environment: makeServiceEnvironment(),
    dropIns: [],
    fileMode: 0o644,
    ownerUid: 501,
    ...change,
  };
}

export function makeServiceEnvironment(
  change: Change<ServiceDefinition['environment']> = {},
): ServiceDefinition['environment'] {
  return {
    names: ['HOME', 'OPENCLAW_GATEWAY_PORT', 'OPENCLAW_SERVICE_MARKER', 'PATH'],
    home: '/Users/alice',
    stateDir: '/Users/alice/.openclaw',
    configPath: null,
    profile: null,
    gatewayPort: 18789,
    path: '/opt/homebrew/bin:/usr/bin:/bin',
    serviceVersion: '2026.9.6',
    ...change,
  };
}

/** A running LaunchAgent. */
export function makeService(change: Change<ServiceState> = {}): ServiceState {
  return {
    manager: 'launchd',
    loaded: true,
    enabled: true,
    phase: 'running',
    rawPhase: 'running',
    pid: gatewayPid,
    runs: 1,
    lastExit: { kind: 'never' },
    loadedFrom: definitionPath,
    throttleSeconds: 10,
    exitTimeoutSeconds: 20,
    pended: null,
    heldBack: null,
    evidence: [
      { command: `launchctl print gui/501/${label}`, line: 'state = running' },
      { command: `launchctl print gui/501/${label}`, line: `pid = ${gatewayPid}` },
    ],
    ...change,
  };
}

/** A LaunchAgent that launchd does not know (`print` exits 113). */
export function makeUnloadedService(change: Change<ServiceState> = {}): ServiceState {
  return makeService({
    loaded: false,
    phase: 'stopped',
    rawPhase: null,
    pid: null,
    runs: null,
    lastExit: null,
    loadedFrom: null,
    throttleSeconds: null,
    exitTimeoutSeconds: null,
    evidence: [
      {
        command: `launchctl print gui/501/${label}`,
        line: `Could not find service "${label}" in domain for user gui: 501`,
      },
    ],
    ...change,
  });
}

/** A running systemd user unit. */
export function makeLinuxService(change: Change<ServiceState> = {}): ServiceState {
  return makeService({
    manager: 'systemd',
    rawPhase: 'active/running',
    loadedFrom: unitPath,
    throttleSeconds: 5,
    exitTimeoutSeconds: 330,
    evidence: [{ command: 'systemctl --user show openclaw-gateway.service', line: 'ActiveState=active' }],
    ...change,
  });
}

export function makeSupervisor(change: Change<Supervisor> = {}): Supervisor {
  return {
    label,
    path: definitionPath,
    scope: 'user-agent',
    kind: 'gateway',
    legacy: false,
    isTarget: true,
    profile: null,
    port: 18789,
    stateDir: '/Users/alice/.openclaw',
    commandLine: gatewayCommandLine,
    loaded: true,
    pid: gatewayPid,
    watchdog: null,
    submitted: null,
    ...change,
  };
}
