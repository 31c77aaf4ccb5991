import { afterEach, describe, expect, test } from 'vitest';
import { known } from '../../app/core/model/reading.ts';
import { type EngineBench, live, makeEngineBench } from '../fakes/engine-bench.ts';
import {
  brokenConfig,
  macTarget,
  makeConfig,
  makeListener,
  makeProcess,
  makeReach,
  makeService,
  notLoaded,
  readAt,
  refusedReach,
} from '../fakes/snapshots.ts';

const killed = {
  service: known(makeService({ pid: null, phase: 'waiting', rawPhase: 'spawn scheduled' }), readAt),
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
};
const stopped = { ...killed, service: known(makeService(notLoaded), readAt) };

let bench: EngineBench;

async function startWatching(): Promise<EngineBench> {
  bench = makeEngineBench();
  const { ready } = bench.engine.start();
  await ready;
  await bench.clock.advance(0);
  bench.machine.takeAsked();
  return bench;
}

/** The gateway keeps answering, a little older each time it is asked. */
function ages({ machine, clock }: EngineBench): void {
  machine.replace('reach', async () => {
    const uptimeMs = 600_000 + clock.now() - readAt;
    const body = { ready: true, failing: [], uptimeMs };
    return known(makeReach({ ready: { kind: 'json', httpStatus: 200, body, durationMs: 1 } }), clock.now());
  });
}

afterEach(async () => {
  await bench.engine.stop();
  const left = {
    errors: bench.errors.length,
    timers: bench.clock.pending(),
    links: bench.links.filter((link) => link.isOpen).length,
    watches: bench.watches.filter((watch) => watch.isOpen).length,
  };
  // A loop that was stopped leaves nothing behind, whatever the test was about.
  if (Object.values(left).some((count) => count > 0)) throw new Error(`left behind: ${JSON.stringify(left)}`);
});

describe('healthy and idle', () => {
  test('for a minute nothing is read but /healthz, every ten seconds', async () => {
    const { clock, machine, pulses, shown } = await startWatching();
    const shownAtStart = shown.length;
    await clock.advance(59_000);
    expect(machine.takeAsked()).toEqual([]);
    expect(pulses()).toBe(5);
    expect(shown).toHaveLength(shownAtStart);
  });

  test('then one slow look, which asks no lsof while the same gateway answers', async () => {
    const { clock, machine } = await startWatching();
    ages(bench);
    await bench.engine.look();
    machine.takeAsked();
    await clock.advance(61_000);
    const asked = machine.takeAsked();
    expect(asked).toContain('service');
    expect(asked).not.toContain('listeners');
  });

  test('starting twice watches once', async () => {
    const { engine, watches } = await startWatching();
    await engine.start().ready;
    expect(watches).toHaveLength(1);
  });
});

describe('the beginning', () => {
  test('what changed before the watch could see it is read all the same', async () => {
    bench = makeEngineBench();
    const { ready } = bench.engine.start();
    bench.engine.onPicture(({ snapshot }) => {
      if (snapshot.sequence === 1) bench.machine.set({ config: known(brokenConfig, readAt) });
    });
    await ready;
    expect(bench.engine.current()?.snapshot.config).toMatchObject({ value: { content: { kind: 'broken' } } });
  });
});

describe('a death', () => {
  test('is shown with the next beat', async () => {
    const { clock, machine, links, dead, shown } = await startWatching();
    links[0]?.request.onEnd('rejected');
    if (links[0]) links[0].isOpen = false;
    await clock.advance(1_000);
    dead.add(4242);
    machine.set(killed);
    await clock.advance(100);
    expect(shown.at(-1)?.status.state).toBe('healthy');
    await clock.advance(50);
    expect(shown.at(-1)?.status.state).not.toBe('healthy');
  });

  test('is shown within the second though the connection says nothing of it', async () => {
    const { clock, machine, dead, shown } = await startWatching();
    dead.add(4242);
    machine.set(killed);
    await clock.advance(550);
    expect(shown.at(-1)?.status.state).not.toBe('healthy');
  });

  test('is shown at once although a slow look hangs', async () => {
    const { clock, machine, dead, engine } = await startWatching();
    machine.replace('listeners', () => new Promise(() => undefined));
    const hanging = engine.look();
    dead.add(4242);
    machine.set(killed);
    await clock.advance(550);
    const seen = engine.current();
    expect(seen?.status.state).not.toBe('healthy');
    await clock.advance(5_000);
    await hanging;
    machine.replace('listeners', async () => known([], readAt));
    await clock.advance(5_000);
    expect(engine.current()?.snapshot.sequence).toBeGreaterThanOrEqual(seen?.snapshot.sequence ?? 0);
    expect(engine.current()?.status.state).not.toBe('healthy');
  });

  test('is told once, however long the pid is still named', async () => {
    const { clock, machine, dead } = await startWatching();
    dead.add(4242);
    await clock.advance(550);
    machine.takeAsked();
    await clock.advance(1_500);
    expect(machine.takeAsked()).toEqual([]);
  });

  test('a closed connection says so before the beat', async () => {
    const { clock, machine, links, shown } = await startWatching();
    machine.set(killed);
    links[0]?.request.onEnd('closed');
    if (links[0]) links[0].isOpen = false;
    await clock.advance(50);
    expect(shown.at(-1)?.status.state).not.toBe('healthy');
  });

  test('a silent gateway is noticed by the pulse', async () => {
    const { clock, machine, answer, shown } = await startWatching();
    answer({ kind: 'timed-out' });
    machine.set({ reach: known(makeReach({ health: { kind: 'no-answer', why: 'timed-out' } }), readAt) });
    await clock.advance(10_500);
    expect(shown.at(-1)?.status.state).not.toBe('healthy');
  });
});

describe('the connection', () => {
  test('is opened once to a gateway that answers, with the configuration that has the token', async () => {
    const { clock, links } = await startWatching();
    await clock.advance(120_000);
    expect(links).toHaveLength(1);
    expect(links[0]?.request).toMatchObject({ host: '127.0.0.1', port: 18789, configPath: macTarget.configPath });
  });

  test.each(['rejected', 'no-token'] as const)('is not tried again after "%s"', async (why) => {
    const { clock, links } = await startWatching();
    links[0]?.request.onEnd(why);
    if (links[0]) links[0].isOpen = false;
    await clock.advance(120_000);
    expect(links).toHaveLength(1);
  });

  test('that only ended is opened again after a rest', async () => {
    const { clock, links } = await startWatching();
    links[0]?.request.onEnd('closed');
    if (links[0]) links[0].isOpen = false;
    await clock.advance(55_000);
    expect(links).toHaveLength(1);
    await clock.advance(66_000);
    expect(links).toHaveLength(2);
  });

  test('is not tried with a gateway that has not finished its start', async () => {
    const { machine, engine, links } = await startWatching();
    const body = { ready: false, failing: ['startup-sidecars'], uptimeMs: 3_000 };
    machine.set({
      service: known(makeService({ pid: 5000 }), readAt),
      listeners: known([makeListener({ pid: 5000 })], readAt),
      processes: known([makeProcess({ pid: 5000, startedAt: readAt - 4_000 })], readAt),
      reach: known(
        makeReach({
          ready: { kind: 'json', httpStatus: 503, body, durationMs: 1 },
          startup: {
            kind: 'json',
            httpStatus: 503,
            body: { ok: false, status: 'starting', version: null, uptimeMs: 3_000, pendingReason: 'startup-sidecars' },
            durationMs: 1,
          },
        }),
        readAt,
      ),
    });
    expect((await engine.look()).status.state).toBe('starting');
    expect(links).toHaveLength(1);
  });

  test('is tried again with a changed configuration', async () => {
    const { clock, links, machine, change } = await startWatching();
    links[0]?.request.onEnd('rejected');
    if (links[0]) links[0].isOpen = false;
    machine.set({ config: known(makeConfig({ modifiedAt: readAt }), readAt) });
    change(macTarget.configPath);
    await clock.advance(0);
    expect(links).toHaveLength(2);
  });

  test('goes to the new process after a restart', async () => {
    const { links, machine, engine } = await startWatching();
    machine.set({
      service: known(makeService({ pid: 5000 }), readAt),
      listeners: known([makeListener({ pid: 5000 })], readAt),
      processes: known([makeProcess({ pid: 5000, startedAt: readAt })], readAt),
    });
    await engine.look();
    expect(links.map((link) => link.isOpen)).toEqual([false, true]);
  });
});

describe('changes on disk', () => {
  test('the configuration, the definitions and the marks are watched, and the notebook', async () => {
    const { watches, notebook } = await startWatching();
    expect(watches[0]?.paths).toEqual(
      expect.arrayContaining([
        macTarget.configPath,
        macTarget.definitionPath,
        '/Users/alice/Library/LaunchAgents',
        '/Library/LaunchDaemons',
        '/Users/alice/.openclaw/disable-launchagent',
        notebook.folder,
      ]),
    );
  });

  test('a saved configuration is read at once, without any list of processes', async () => {
    const { clock, machine, change, shown } = await startWatching();
    machine.set({ config: known(brokenConfig, readAt) });
    change(macTarget.configPath);
    await clock.advance(0);
    expect(shown.at(-1)?.findings.map(({ finding }) => finding.code)).toContain('config-syntax');
    expect(machine.takeAsked()).toEqual(expect.not.arrayContaining(['processes', 'listeners', 'supervisors']));
  });

  test('a changed definition has everything read', async () => {
    const { clock, machine, change } = await startWatching();
    change(macTarget.definitionPath);
    await clock.advance(0);
    expect(machine.takeAsked()).toContain('supervisors');
  });

  test('another configuration file is watched instead, and no longer the old one', async () => {
    const { machine, engine, watches } = await startWatching();
    machine.set({ config: known(makeConfig({ path: '/srv/own.json', realPath: '/srv/own.json' }), readAt) });
    await engine.look();
    await bench.clock.advance(0);
    expect(watches.map((watch) => watch.isOpen)).toEqual([false, true]);
    expect(watches[1]?.paths).toContain('/srv/own.json');
  });

  test("another face's action is shown without reading the machine", async () => {
    const { clock, machine, notebook, change, shown } = await startWatching();
    notebook.holdBy({ pid: 88, face: 'command-line', action: 'stop', profile: null, startedAt: readAt });
    change(`${notebook.folder}/lock.json`);
    await clock.advance(0);
    expect(shown.at(-1)?.activity).toMatchObject({ action: 'stop' });
    expect(machine.takeAsked()).toEqual([]);
  });
});

describe('sleep', () => {
  test('after a long gap nothing is judged before three seconds have passed', async () => {
    const { clock, machine, shown } = await startWatching();
    machine.set({ reach: known(makeReach({ tcp: 'failed', health: { kind: 'no-answer', why: 'failed' } }), readAt) });
    const shownAtStart = shown.length;
    await clock.sleepThrough(3_600_000);
    expect(shown).toHaveLength(shownAtStart);
    machine.replace('reach', async () => known(makeReach(), readAt));
    await clock.advance(3_000);
    expect(shown.at(-1)?.status.state).toBe('healthy');
    await clock.advance(7_000);
    expect(shown.every((picture) => picture.status.state === 'healthy')).toBe(true);
  });

  test('a face may say so itself', async () => {
    const { clock, machine, engine } = await startWatching();
    engine.woke();
    await clock.advance(2_900);
    expect(machine.takeAsked()).toEqual([]);
    await clock.advance(100);
    expect(machine.takeAsked()).toContain('service');
  });

  test('a slow timer is no sleep', async () => {
    const { clock, machine } = await startWatching();
    await clock.sleepThrough(8_000);
    await clock.advance(9_000);
    expect(machine.takeAsked()).toEqual([]);
  });
});

describe('not healthy', () => {
  test('stopped: a gateway that appears is noticed within two seconds, without any program meanwhile', async () => {
    const { clock, machine, answer, engine, dead, shown } = await startWatching();
    answer({ kind: 'refused' });
    dead.add(4242);
    machine.set(stopped);
    await engine.look();
    await clock.advance(1_500);
    machine.takeAsked();
    answer(live);
    machine.set({
      service: known(makeService(), readAt),
      listeners: known([makeListener()], readAt),
      processes: known([makeProcess()], readAt),
      reach: known(makeReach(), readAt),
    });
    dead.clear();
    await clock.advance(2_200);
    expect(shown.at(-1)?.status.state).toBe('healthy');
  });

  test('starting: looked at every second, everything every five', async () => {
    const { clock, machine, engine } = await startWatching();
    machine.set({
      service: known(makeService({ pid: 5000 }), readAt),
      processes: known([makeProcess({ pid: 5000, startedAt: readAt })], readAt),
      listeners: known([], readAt),
      reach: known(refusedReach, readAt),
    });
    expect((await engine.look()).status.state).toBe('starting');
    machine.takeAsked();
    await clock.advance(5_000);
    const asked = machine.takeAsked();
    expect(asked.filter((name) => name === 'reach').length).toBeGreaterThanOrEqual(4);
    expect(asked.filter((name) => name === 'supervisors').length).toBeLessThanOrEqual(1);
  });
});
