import { absent, known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { Environment, Target } from '../../app/core/model/target.ts';
import { at, configPath, definitionPath, label, unitPath } from './make-moment.ts';
import type { Change } from './make-moment.ts';
import { makeDevices, makeHistoryFacts } from './make-stores.ts';
import { makeConfig, makeListener, makeLog, makeMarkers, makeProcess, makeReach } from './make-running.ts';
import {
  makeDefinition,
  makeInstall,
  makeLinuxService,
  makeService,
  makeServiceEnvironment,
  makeSupervisor,
} from './make-service.ts';

/** A healthy Mac: OpenClaw 2026.9.6 as a LaunchAgent, one pid, port 18789, ready for a day. */
export function makeSnapshot(change: Change<Snapshot> = {}): Snapshot {
  return {
    sequence: 1,
    at,
    environment: makeEnvironment(),
    target: makeTarget(),
    port: { port: 18789, source: 'service-arguments' },
    install: known(makeInstall(), at),
    definition: known(makeDefinition(), at),
    service: known(makeService(), at),
    config: known(makeConfig(), at),
    reach: known(makeReach(), at),
    listeners: known([makeListener()], at),
    processes: known([makeProcess()], at),
    supervisors: known([makeSupervisor()], at),
    log: known(makeLog(), at),
    markers: known(makeMarkers(), at),
    validation: known({ schemaVersion: '2026.9.6', issues: [] }, at),
    history: known(makeHistoryFacts(), at),
    credentials: known({ places: [] }, at),
    devices: known(makeDevices(), at),
    agents: known({ agents: [] }, at),
    ...change,
  };
}

/** A healthy Linux machine: the same gateway as a systemd user unit. */
export function makeLinuxSnapshot(change: Change<Snapshot> = {}): Snapshot {
  const root = '/usr/lib/node_modules/openclaw';
  const command = ['/usr/bin/node', `${root}/dist/index.js`, 'gateway', '--port', '18789'];
  const paths = { nodePath: '/usr/bin/node', entryPath: `${root}/dist/index.js` };
  return makeSnapshot({
    environment: makeEnvironment({ os: 'linux', uid: 1000, home: '/home/alice' }),
    target: makeTarget({
      label: 'openclaw-gateway.service',
      domain: 'user',
      serviceTarget: 'openclaw-gateway.service',
      stateDir: '/home/alice/.openclaw',
      configPath: '/home/alice/.openclaw/openclaw.json',
      definitionPath: unitPath,
    }),
    install: known(makeInstall({ cliPath: '/usr/bin/openclaw', packageRoot: root, ...paths }), at),
    definition: known(
      makeDefinition({
        path: unitPath,
        format: 'systemd-unit',
        label: 'openclaw-gateway.service',
        command,
        wrapper: null,
        wrapperFiles: null,
        ownerUid: 1000,
        ...paths,
        throttleSeconds: 5,
        stdoutPath: null,
        stderrPath: null,
        environment: makeServiceEnvironment({ home: '/home/alice', stateDir: null }),
      }),
      at,
    ),
    service: known(makeLinuxService(), at),
    config: known(makeConfig({ path: '/home/alice/.openclaw/openclaw.json' }), at),
    listeners: known([makeListener({ command: 'openclaw-gatewa' })], at),
    processes: known([makeProcess({ uid: 1000, name: 'openclaw-gatewa', commandLine: command.join(' ') })], at),
    supervisors: known(
      [
        makeSupervisor({
          label: 'openclaw-gateway.service',
          path: unitPath,
          scope: 'systemd-user',
          stateDir: null,
          commandLine: command.join(' '),
        }),
      ],
      at,
    ),
    log: absent(at),
    markers: known(makeMarkers({ session: { lingers: true, hasBus: true, isWsl: false } }), at),
    ...change,
  });
}

export function makeEnvironment(change: Change<Environment> = {}): Environment {
  return { os: 'darwin', uid: 501, home: '/Users/alice', variables: {}, ...change };
}

export function makeTarget(change: Change<Target> = {}): Target {
  return {
    profile: null,
    label,
    domain: 'gui/501',
    serviceTarget: `gui/501/${label}`,
    stateDir: '/Users/alice/.openclaw',
    configPath,
    definitionPath,
    ...change,
  };
}
