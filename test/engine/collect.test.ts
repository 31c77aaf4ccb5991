import { describe, expect, test } from 'vitest';
import type { EnvironmentPlace } from '../../app/core/model/credentials.ts';
import { known, unknown } from '../../app/core/model/reading.ts';
import { probeNames, type Snapshot } from '../../app/core/model/snapshot.ts';
import { type CollectOptions, collect } from '../../app/engine/collect.ts';
import { makeFakeClock, settle } from '../fakes/fake-clock.ts';
import { type FakeMachine, makeFakeMachine } from '../fakes/fake-machine.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import {
  macEnvironment,
  macTarget,
  makeConfig,
  makeDefinition,
  makeListener,
  makeProcess,
  makeReach,
  makeService,
  makeSnapshot,
  noServiceManager,
  readAt,
  refusedReach,
} from '../fakes/snapshots.ts';

const first: CollectOptions = { sequence: 7, depth: 'full', previous: null };

function collectFrom(machine: FakeMachine, options: CollectOptions = first, isAlive = (_pid: number) => true) {
  const clock = makeFakeClock();
  const ports = makeStrictPorts({ clock, processes: { isAlive } });
  return { clock, snapshot: collect(ports, macEnvironment, macTarget, options, machine.probes) };
}

function uptime(uptimeMs: number | null) {
  const body = { ready: true, failing: [], uptimeMs };
  return makeReach({
    ready: { kind: 'json', httpStatus: 200, body, durationMs: 1 },
    startup: { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true },
  });
}

describe('a full look', () => {
  test('reads the definition first, then configuration and installation, then the rest', async () => {
    const machine = makeFakeMachine();
    await collectFrom(machine).snapshot;
    const asked = machine.takeAsked();
    expect(asked.slice(0, 3)).toEqual(['definition', 'config', 'install']);
    expect(asked.slice(3).toSorted()).toEqual(
      probeNames.filter((name) => !asked.slice(0, 3).includes(name)).toSorted(),
    );
  });

  test('is numbered, dated and frozen all the way down', async () => {
    const { snapshot, clock } = collectFrom(makeFakeMachine());
    const result = await snapshot;
    expect(result).toMatchObject({ sequence: 7, at: clock.now(), target: macTarget, environment: macEnvironment });
    expect(() => Object.assign(result, { at: 0 })).toThrow(TypeError);
    expect(Object.isFrozen(result.definition.status === 'known' && result.definition.value.environment.names)).toBe(
      true,
    );
  });

  test.each([
    { what: 'nothing', environment: {}, expected: '/Users/alice/.openclaw/openclaw.json' },
    { what: 'its state folder', environment: { stateDir: '/srv/state' }, expected: '/srv/state/openclaw.json' },
    {
      what: 'its configuration',
      environment: { stateDir: '/srv/state', configPath: '/srv/own.json' },
      expected: '/srv/own.json',
    },
  ])('reads the configuration that the service would: it sets $what', async ({ environment, expected }) => {
    const definition = makeDefinition();
    const changed = { ...definition, environment: { ...definition.environment, ...environment } };
    const machine = makeFakeMachine({ definition: known(changed, readAt) });
    await collectFrom(machine).snapshot;
    expect(machine.needs.get('config')).toMatchObject({ configPath: expected });
  });

  test('asks on the port that the service was given', async () => {
    const machine = makeFakeMachine({ definition: known(makeDefinition({ portArgument: 19001 }), readAt) });
    const snapshot = await collectFrom(machine).snapshot;
    expect(snapshot.port).toEqual({ port: 19001, source: 'service-arguments' });
    expect(machine.needs.get('listeners')).toMatchObject({ port: { port: 19001 } });
  });
});

describe('a probe that fails', () => {
  test('that throws is unknown, and the others are read', async () => {
    const machine = makeFakeMachine();
    machine.replace('log', () => Promise.reject(new Error('EIO, token=abcdefghijklmnop123456')));
    const snapshot = await collectFrom(machine).snapshot;
    expect(snapshot.log).toMatchObject({ status: 'unknown', reason: { code: 'probe-crashed' } });
    expect(JSON.stringify(snapshot.log)).not.toContain('abcdefghijklmnop');
    expect(snapshot.service.status).toBe('known');
  });

  test('that throws before it waits is unknown too', async () => {
    const machine = makeFakeMachine();
    machine.replace('definition', () => {
      throw new TypeError('x is undefined');
    });
    expect((await collectFrom(machine).snapshot).definition).toMatchObject({ reason: { code: 'probe-crashed' } });
  });

  test('that hangs is unknown at its deadline, and what it began is aborted', async () => {
    const machine = makeFakeMachine();
    let signal: AbortSignal | undefined;
    machine.replace('listeners', (context) => {
      signal = context.signal;
      return new Promise(() => undefined);
    });
    const { snapshot, clock } = collectFrom(machine);
    await clock.advance(4_999);
    expect(signal?.aborted).toBe(false);
    await clock.advance(1);
    expect((await snapshot).listeners).toEqual(
      unknown('timed-out', 'listeners: no answer within 5000 ms', readAt + 5_000),
    );
    expect(signal?.aborted).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  test('never keeps the older reading', async () => {
    const machine = makeFakeMachine({ service: unknown('tool-failed', 'launchctl: exit 1', readAt) });
    const snapshot = await collectFrom(machine, { ...first, previous: makeSnapshot() }).snapshot;
    expect(snapshot.service.status).toBe('unknown');
  });
});

describe('the slow look', () => {
  const older = makeSnapshot({
    listeners: known([makeListener()], readAt - 60_000),
    reach: known(uptime(1000), readAt),
  });

  function reconcile(machine: FakeMachine, previous: Snapshot = older, isAlive = (_pid: number) => true) {
    return collectFrom(machine, { sequence: 2, depth: 'reconcile', previous }, isAlive).snapshot;
  }

  test('keeps the listeners with their age while the same gateway answers', async () => {
    const machine = makeFakeMachine({ reach: known(uptime(61_000), readAt) });
    expect((await reconcile(machine)).listeners).toBe(older.listeners);
    expect(machine.takeAsked()).not.toContain('listeners');
  });

  test.each([
    { what: 'the gateway began anew', now: uptime(900) },
    { what: 'it does not say for how long it has been up', now: uptime(null) },
    { what: 'it does not answer', now: refusedReach },
  ])('reads them again: $what', async ({ now }) => {
    const machine = makeFakeMachine({ reach: known(now, readAt) });
    await reconcile(machine);
    expect(machine.takeAsked()).toContain('listeners');
  });

  test.each([
    { what: 'their process is gone', previous: older, alive: false },
    { what: 'nobody listened before', previous: makeSnapshot({ listeners: known([], readAt) }), alive: true },
    {
      what: 'they could not be read before',
      previous: makeSnapshot({ listeners: unknown('timed-out', 'lsof', readAt) }),
      alive: true,
    },
    {
      what: 'they were those of another port',
      previous: makeSnapshot({ port: { port: 19001, source: 'config' } }),
      alive: true,
    },
  ])('reads them again: $what', async ({ previous, alive }) => {
    const machine = makeFakeMachine({ reach: known(uptime(61_000), readAt) });
    await reconcile(machine, previous, () => alive);
    expect(machine.takeAsked()).toContain('listeners');
  });
});

describe('the quick look', () => {
  const bystander = makeProcess({ pid: 1, role: 'other', commandLine: '' });
  const before = makeSnapshot({ processes: known([makeProcess(), bystander], readAt - 5_000) });

  function quick(machine: FakeMachine, isAlive: (pid: number) => boolean) {
    return collectFrom(machine, { sequence: 2, depth: 'quick', previous: before }, isAlive).snapshot;
  }

  test('after a death drops what is gone and starts no lists', async () => {
    const machine = makeFakeMachine({
      service: known(makeService({ pid: null, phase: 'waiting' }), readAt),
      reach: known(refusedReach, readAt),
    });
    const snapshot = await quick(machine, () => false);
    expect(snapshot.listeners).toEqual(known([], readAt));
    expect(snapshot.processes).toEqual(known([bystander], readAt - 5_000));
    expect(machine.takeAsked()).toEqual(expect.not.arrayContaining(['listeners', 'processes', 'supervisors']));
    expect(snapshot.service).toMatchObject({ value: { phase: 'waiting' } });
  });

  test('asks again when a dying process took the connection', async () => {
    const machine = makeFakeMachine({ service: known(makeService({ pid: null, phase: 'waiting' }), readAt) });
    const dying = makeReach({ health: { kind: 'no-answer', why: 'closed' } });
    const answers = [dying, refusedReach];
    machine.replace('reach', async () => known(answers.shift() ?? refusedReach, readAt));
    expect((await quick(machine, () => false)).reach).toMatchObject({ value: { tcp: 'refused' } });
    expect(machine.takeAsked()).not.toContain('listeners');
  });

  test('does not ask twice while the process lives', async () => {
    const machine = makeFakeMachine({
      reach: known(makeReach({ health: { kind: 'no-answer', why: 'closed' } }), readAt),
    });
    await quick(machine, () => true);
    expect(machine.takeAsked().filter((name) => name === 'reach')).toHaveLength(1);
  });

  test('keeps what lives', async () => {
    const snapshot = await quick(makeFakeMachine(), () => true);
    expect(snapshot.listeners).toEqual(before.listeners);
    expect(snapshot.processes).toEqual(before.processes);
  });

  test('lists the processes when the service has a new one', async () => {
    const machine = makeFakeMachine({ service: known(makeService({ pid: 5000 }), readAt) });
    await quick(machine, () => true);
    expect(machine.takeAsked()).toContain('processes');
  });

  test('looks for the new listener when the port is open and the old one is gone', async () => {
    const machine = makeFakeMachine();
    await quick(machine, () => false);
    expect(machine.takeAsked()).toContain('listeners');
  });

  test('does not ask for a service manager again that this machine has not', async () => {
    const machine = makeFakeMachine();
    const previous = makeSnapshot({ service: noServiceManager });
    const { snapshot } = collectFrom(machine, { sequence: 2, depth: 'quick', previous });
    expect((await snapshot).service).toEqual(noServiceManager);
    expect(machine.takeAsked()).not.toContain('service');
  });

  test('without a look before everything is read', async () => {
    const machine = makeFakeMachine();
    await collectFrom(machine, { sequence: 1, depth: 'quick', previous: null }).snapshot;
    expect(machine.takeAsked()).toHaveLength(probeNames.length);
  });

  test('of another port nothing is kept', async () => {
    const config = makeConfig();
    const machine = makeFakeMachine({
      definition: known(makeDefinition({ portArgument: 19001 }), readAt),
      config: known(config, readAt),
    });
    await quick(machine, () => true);
    await settle();
    expect(machine.takeAsked()).toHaveLength(probeNames.length);
  });
});

const withPlaces = (...places: readonly EnvironmentPlace[]) => ({ credentials: known({ places }, readAt) });

describe('the login session', () => {
  const session = { path: null, names: [], token: null, password: null, proxies: [], fileMode: null } as const;
  const place = { kind: 'login-session', ...session } as const;
  const shell = { kind: 'shell', ...session } as const;

  test.each([
    ['full', false],
    ['reconcile', true],
    ['quick', true],
  ] as const)('is asked at a full look only: %s', async (depth, isQuick) => {
    const machine = makeFakeMachine();
    await collectFrom(machine, { ...first, depth, previous: makeSnapshot() }).snapshot;
    expect(machine.needs.get('credentials')).toMatchObject({ isQuick });
  });

  test('stays what it was until then', async () => {
    const machine = makeFakeMachine(withPlaces(shell));
    const previous = makeSnapshot(withPlaces(place));
    const { credentials } = await collectFrom(machine, { ...first, depth: 'quick', previous }).snapshot;
    expect(credentials).toMatchObject({ value: { places: [shell, place] } });
  });

  test('is what a full look found, and nothing where none was asked', async () => {
    const now = makeFakeMachine(withPlaces({ ...place, names: ['A'] }));
    const full = await collectFrom(now, { ...first, previous: makeSnapshot(withPlaces(place)) }).snapshot;
    expect(full.credentials).toMatchObject({ value: { places: [{ kind: 'login-session', names: ['A'] }] } });
    const never = await collectFrom(makeFakeMachine(withPlaces(shell)), { ...first, previous: makeSnapshot() })
      .snapshot;
    expect(never.credentials).toMatchObject({ value: { places: [shell] } });
  });
});
