import { describe, expect, test } from 'vitest';
import { emptyHistory, planAction } from '../../../app/core/actions/plan.ts';
import type { ActionKind, RefusalCode } from '../../../app/core/model/action.ts';
import { actionKinds } from '../../../app/core/model/action.ts';
import { absent, known, unknown } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { GatewayState } from '../../../app/core/model/state.ts';
import {
  brokenConfig,
  makeDefinition,
  makeListener,
  makeMarkers,
  makeProcess,
  makeService,
  makeSnapshot,
  makeStatus,
  makeSupervisor,
  noServiceManager,
  notLoaded,
  readAt,
  refusedReach,
} from '../../fakes/snapshots.ts';

interface Case {
  readonly what: string;
  readonly actions: readonly ActionKind[];
  readonly change: Partial<Snapshot>;
  readonly state?: GatewayState;
  readonly code: RefusalCode;
  readonly args?: Readonly<Record<string, unknown>>;
}

const stray = makeProcess({ pid: 999, ppid: 600, commandLine: 'openclaw-gateway', role: 'gateway-title' });
const strayServes: Partial<Snapshot> = {
  service: known(makeService(notLoaded), readAt),
  listeners: known([makeListener({ pid: 999 })], readAt),
  processes: known([stray], readAt),
};
const nothingRuns: Partial<Snapshot> = {
  service: known(makeService(notLoaded), readAt),
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
};
const foreignHasPort: Partial<Snapshot> = {
  ...nothingRuns,
  listeners: known([makeListener({ pid: 777, command: 'python3' })], readAt),
  processes: known([makeProcess({ pid: 777, name: 'python3', commandLine: '', role: 'other' })], readAt),
  reach: known(
    {
      ...refusedReach,
      tcp: 'open',
      health: { kind: 'other', httpStatus: 404, contentType: 'text/html', controlUi: false },
    },
    readAt,
  ),
};
const noGateway: Partial<Snapshot> = { service: noServiceManager, definition: absent(readAt) };
const strayWith = (change: Partial<typeof stray>): Partial<Snapshot> => ({
  ...strayServes,
  processes: known([{ ...stray, ...change }], readAt),
});

const cases: readonly Case[] = [
  {
    what: 'the gateway lives on another computer',
    actions: actionKinds,
    change: {},
    state: 'remote',
    code: 'remote-mode',
  },
  {
    what: 'npm installs something',
    actions: actionKinds,
    change: {
      processes: known(
        [makeProcess(), makeProcess({ pid: 31, commandLine: 'npm install -g openclaw', role: 'maintenance' })],
        readAt,
      ),
    },
    code: 'maintenance-running',
    args: { pid: 31, commandLine: 'npm install -g openclaw' },
  },
  {
    what: 'whether an update runs cannot be read',
    actions: actionKinds,
    change: { processes: unknown('tool-failed', 'ps: exit 1', readAt) },
    code: 'cannot-tell',
    args: { probe: 'processes', detail: 'ps: exit 1' },
  },
  {
    what: 'the markers cannot be read',
    actions: actionKinds,
    change: { markers: unknown('not-permitted', 'EACCES', readAt) },
    code: 'cannot-tell',
    args: { probe: 'markers', detail: 'EACCES' },
  },
  {
    what: 'another program keeps the gateway',
    actions: actionKinds,
    change: { markers: known(makeMarkers({ externalSupervisor: true }), readAt) },
    code: 'external-supervisor',
  },
  {
    what: 'LaunchAgent writes are switched off',
    actions: ['stop', 'restart'],
    change: { markers: known(makeMarkers({ launchAgentDisabled: true }), readAt) },
    code: 'launch-agent-writes-disabled',
    args: { path: '/Users/alice/.openclaw/disable-launchagent' },
  },
  {
    what: 'LaunchAgent writes are switched off and nothing runs',
    actions: ['start', 'restart'],
    change: { ...nothingRuns, markers: known(makeMarkers({ launchAgentDisabled: true }), readAt) },
    code: 'launch-agent-writes-disabled',
  },
  {
    what: 'launchctl cannot be read',
    actions: actionKinds,
    change: { ...nothingRuns, service: unknown('timed-out', 'launchctl print: 4 s', readAt) },
    code: 'cannot-tell',
    args: { probe: 'service', detail: 'launchctl print: 4 s' },
  },
  {
    what: 'it serves already',
    actions: ['start'],
    change: {},
    code: 'already-serving',
    args: { port: 18789, pid: 4242 },
  },
  {
    what: 'its process runs and does not answer yet',
    actions: ['start'],
    change: { listeners: known([], readAt), reach: known(refusedReach, readAt) },
    code: 'already-serving',
  },
  {
    what: 'a gateway serves in a terminal and there is no service',
    actions: ['start'],
    change: { ...strayServes, ...noGateway },
    code: 'already-serving',
    args: { port: 18789, pid: 999 },
  },
  { what: 'nothing runs', actions: ['stop'], change: nothingRuns, code: 'already-stopped' },
  {
    what: 'nothing runs and there is no service manager',
    actions: ['stop'],
    change: { ...nothingRuns, ...noGateway },
    code: 'already-stopped',
  },
  {
    what: 'nothing is installed',
    actions: ['start', 'restart'],
    change: { ...nothingRuns, definition: absent(readAt) },
    code: 'not-installed',
    args: { label: 'ai.openclaw.gateway' },
  },
  {
    what: 'a gateway without a service would not come back',
    actions: ['restart'],
    change: { ...strayServes, ...noGateway },
    code: 'not-installed',
  },
  {
    what: 'a stray has the port, the service is not loaded',
    actions: ['start', 'restart'],
    change: strayServes,
    code: 'stray-on-port',
    args: { port: 18789, pid: 999, commandLine: 'openclaw-gateway' },
  },
  {
    what: 'a stray has the port, the service runs beside it',
    actions: ['start', 'restart'],
    change: { ...strayServes, service: known(makeService(), readAt), processes: known([makeProcess(), stray], readAt) },
    code: 'stray-on-port',
  },
  {
    what: 'a stray holds the lock and does not listen yet',
    actions: ['start', 'restart'],
    change: {
      ...nothingRuns,
      processes: known([stray], readAt),
      markers: known(
        makeMarkers({ lock: { path: '/x.lock', pid: 999, port: 18789, createdAt: readAt - 5000, configPath: null } }),
        readAt,
      ),
    },
    code: 'stray-on-port',
  },
  {
    what: 'another program has the port',
    actions: actionKinds,
    change: foreignHasPort,
    code: 'other-program-on-port',
    args: { port: 18789, pid: 777, name: 'python3' },
  },
  {
    what: 'node is gone',
    actions: ['restart'],
    change: { definition: known(makeDefinition({ nodeExists: false }), readAt) },
    code: 'node-missing',
    args: { nodePath: '/opt/homebrew/bin/node' },
  },
  {
    what: 'the entry point is gone',
    actions: ['restart'],
    change: { definition: known(makeDefinition({ entryExists: false }), readAt) },
    code: 'entry-missing',
  },
  {
    what: 'it serves on a config that would not start again',
    actions: ['restart'],
    change: { config: known(brokenConfig, readAt) },
    code: 'config-broken',
    args: { path: '/Users/alice/.openclaw/openclaw.json', line: 3, column: 5, message: "invalid character '}'" },
  },
  {
    what: 'nothing runs and the config is broken',
    actions: ['start', 'restart'],
    change: { ...nothingRuns, config: known(brokenConfig, readAt) },
    code: 'config-broken',
  },
  {
    what: 'it serves and the config cannot be read',
    actions: ['restart'],
    change: { config: unknown('too-large', '50 MB', readAt) },
    code: 'cannot-tell',
    args: { probe: 'config', detail: '50 MB' },
  },
  {
    what: 'something unseen accepts connections',
    actions: ['start', 'stop', 'restart'],
    change: {
      ...nothingRuns,
      reach: known({ ...refusedReach, tcp: 'open', health: { kind: 'no-answer', why: 'timed-out' } }, readAt),
    },
    code: 'cannot-tell',
  },
  {
    what: 'not loaded, and the definition cannot be read',
    actions: ['start', 'restart'],
    change: { ...nothingRuns, definition: unknown('not-understood', 'no plist', readAt) },
    code: 'cannot-tell',
    args: { probe: 'definition', detail: 'no plist' },
  },
  {
    what: 'the stray belongs to another user',
    actions: ['stop'],
    change: strayWith({ uid: 502 }),
    code: 'not-ours-to-stop',
    args: { pid: 999, owner: 'uid 502' },
  },
  {
    what: 'another LaunchAgent keeps the stray',
    actions: ['stop'],
    change: {
      ...strayServes,
      supervisors: known([makeSupervisor({ label: 'com.example.watchdog', isTarget: false, pid: 999 })], readAt),
    },
    code: 'not-ours-to-stop',
    args: { pid: 999, owner: 'com.example.watchdog' },
  },
  {
    what: 'another app keeps the stray',
    actions: ['stop'],
    change: {
      ...strayServes,
      processes: known([stray, makeProcess({ pid: 600, name: 'ClawX', role: 'host-app' })], readAt),
    },
    code: 'not-ours-to-stop',
    args: { pid: 999, owner: 'ClawX' },
  },
  {
    what: 'the stray answers like a gateway, its command line is none',
    actions: ['stop'],
    change: strayWith({ role: 'other', name: 'bun' }),
    code: 'not-ours-to-stop',
    args: { pid: 999, owner: 'bun' },
  },
  {
    what: 'the stray has no start time to be recognised by',
    actions: ['stop'],
    change: strayWith({ startedAt: null }),
    code: 'cannot-tell',
  },
];

describe('refused', () => {
  for (const { what, actions, change, state, code, args } of cases) {
    test.each(actions)(`%s: ${what}`, (action) => {
      const status = makeStatus(state === undefined ? {} : { state });
      const plan = planAction(
        action,
        makeSnapshot(change),
        status,
        { ...emptyHistory, now: readAt },
        { confirmed: true },
      );
      expect(plan).toMatchObject({ kind: 'refusal', action, code, ...(args && { args }) });
    });
  }

  test.each(actionKinds)('%s: another action runs', (action) => {
    const history = { ...emptyHistory, now: readAt, activity: { action: 'stop', startedAt: readAt } } as const;
    const plan = planAction(action, makeSnapshot(), makeStatus(), history, { confirmed: true });
    expect(plan).toEqual({ kind: 'refusal', action, code: 'busy', args: { action: 'stop' } });
  });
});

test('a stale lock of a killed gateway keeps nobody from starting', () => {
  const lock = { path: '/x.lock', pid: 999, port: 18789, createdAt: readAt - 900_000, configPath: null };
  const reused = makeProcess({ pid: 999, startedAt: readAt - 1000 });
  const snapshot = makeSnapshot({
    ...nothingRuns,
    processes: known([reused], readAt),
    markers: known(makeMarkers({ lock }), readAt),
  });
  const plan = planAction('start', snapshot, makeStatus(), { ...emptyHistory, now: readAt }, { confirmed: false });
  expect(plan.kind).toBe('plan');
});
