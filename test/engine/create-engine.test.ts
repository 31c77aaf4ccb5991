import { describe, expect, test } from 'vitest';
import { probeNames } from '../../app/core/model/snapshot.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import { makeEngineBench } from '../fakes/engine-bench.ts';
import { makeFakeMachine } from '../fakes/fake-machine.ts';
import { failure, success } from '../fakes/scripted-programs.ts';
import {
  brokenConfig,
  macTarget,
  makeListener,
  makeProcess,
  makeService,
  noServiceManager,
  notLoaded,
  readAt,
  refusedReach,
} from '../fakes/snapshots.ts';
import { runOut } from '../fakes/step-context.ts';

const { serviceTarget } = macTarget;
const kickstart = `launchctl kickstart -k ${serviceTarget}`;
const bootout = `launchctl bootout ${serviceTarget}`;
const stopped = {
  service: known(makeService(notLoaded), readAt),
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
};
const restarted = {
  service: known(makeService({ pid: 5000, runs: 2 }), readAt),
  listeners: known([makeListener({ pid: 5000 })], readAt),
  processes: known([makeProcess({ pid: 5000, startedAt: readAt })], readAt),
};
const stray = makeProcess({ pid: 999, ppid: 600, commandLine: 'openclaw-gateway', role: 'gateway-title' });
const strayOnly = {
  service: noServiceManager,
  definition: absent(readAt),
  supervisors: known([], readAt),
  listeners: known([makeListener({ pid: 999 })], readAt),
  processes: known([stray], readAt),
};

describe('looking', () => {
  test('nothing happens before it is asked', () => {
    const { engine, machine, shown, clock } = makeEngineBench();
    expect(engine.current()).toBeNull();
    expect([shown.length, machine.takeAsked().length, clock.pending()]).toEqual([0, 0, 0]);
  });

  test('concurrent looks share one collection', async () => {
    const { engine, machine, shown } = makeEngineBench();
    const [first, second] = await Promise.all([engine.look(), engine.look()]);
    expect(first).toBe(second);
    expect(machine.takeAsked()).toHaveLength(probeNames.length);
    expect(shown).toEqual([first]);
    expect(first).toMatchObject({ status: { state: 'healthy' }, activity: null, lastResult: null });
    expect(first.available.map((each) => each.action)).toEqual(['stop', 'restart']);
  });

  test('a look of the next hour is a new one', async () => {
    const { engine, machine } = makeEngineBench();
    const first = await engine.look();
    machine.set(stopped);
    const second = await engine.look();
    expect(second.snapshot.sequence).toBe(first.snapshot.sequence + 1);
    expect(second.status.state).not.toBe('healthy');
  });

  test('another face acts: every face shows it and offers nothing', async () => {
    const { engine, notebook } = makeEngineBench();
    const holder = { pid: 88, face: 'command-line', action: 'restart', profile: null, startedAt: readAt } as const;
    notebook.holdBy(holder);
    expect(await engine.look()).toMatchObject({ activity: { action: 'restart', startedAt: readAt }, available: [] });
    notebook.holdBy({ ...holder, profile: 'work' });
    expect((await engine.look()).activity).toBeNull();
  });

  test('a face that died while it acted holds nobody up', async () => {
    const { engine, notebook, dead } = makeEngineBench();
    notebook.holdBy({ pid: 88, face: 'command-line', action: 'restart', profile: null, startedAt: readAt });
    dead.add(88);
    expect((await engine.look()).activity).toBeNull();
  });

  test('a stop that was asked for before this face began is known', async () => {
    const { engine, notebook, machine } = makeEngineBench();
    machine.set(stopped);
    notebook.entries.push({ action: 'stop', at: readAt - 60_000, profile: null, succeeded: true, forced: false });
    expect((await engine.look()).status.reason).toBe('stopped-on-purpose');
  });
});

describe('acting', () => {
  test('a restart is shown at once, believed after reading again, and noted', async () => {
    const bench = makeEngineBench({
      calls: [{ line: kickstart, result: success, effect: () => bench.machine.set(restarted) }],
    });
    const { engine, shown, notebook, clock } = bench;
    await engine.look();
    const running = engine.act('restart', { confirmed: false });
    await clock.advance(0);
    expect(shown[1]).toMatchObject({ activity: { action: 'restart' }, available: [] });
    const result = await runOut(clock, running);
    expect(result).toMatchObject({ outcome: 'succeeded', action: 'restart', refusal: null, question: null });
    expect(result.steps.map((step) => step.outcome)).toEqual(['done', 'done']);
    expect(notebook.entries).toEqual([{ action: 'restart', at: readAt, profile: null, succeeded: true, forced: true }]);
    expect(notebook.holder()).toBeNull();
    expect(engine.current()).toMatchObject({
      activity: null,
      lastResult: { outcome: 'succeeded' },
      status: { args: { pid: 5000 } },
    });
  });

  test('a second restart within ten minutes is a question first, also on the offer', async () => {
    const bench = makeEngineBench({
      calls: [{ line: kickstart, result: success, effect: () => bench.machine.set(restarted) }],
    });
    const { engine, notebook, clock, machine } = bench;
    notebook.entries.push({ action: 'restart', at: readAt - 120_000, profile: null, succeeded: true, forced: true });
    const question = { code: 'restart-again-soon', minutesAgo: 2 };
    expect((await engine.look()).available).toContainEqual({ action: 'restart', question });
    machine.takeAsked();
    expect(await engine.act('restart', { confirmed: false })).toMatchObject({
      outcome: 'needs-confirmation',
      question,
    });
    expect(notebook.entries).toHaveLength(1);
    expect(engine.current()?.lastResult).toBeNull();
    expect(await runOut(clock, engine.act('restart', { confirmed: true }))).toMatchObject({ outcome: 'succeeded' });
  });

  test('a restart in another profile does not count', async () => {
    const { engine, notebook } = makeEngineBench();
    notebook.entries.push({ action: 'restart', at: readAt - 1000, profile: 'work', succeeded: true, forced: true });
    expect((await engine.look()).available).toContainEqual({ action: 'restart', question: null });
  });

  test('a refusal changes nothing, is told, and is not noted', async () => {
    const { engine, machine, notebook } = makeEngineBench();
    machine.set({ config: known(brokenConfig, readAt) });
    const result = await engine.act('restart', { confirmed: true });
    expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'config-broken' }, steps: [] });
    expect(notebook.entries).toEqual([]);
    expect(engine.current()).toMatchObject({ activity: null, lastResult: { outcome: 'refused' } });
  });

  test('two at once: the second is refused', async () => {
    const bench = makeEngineBench({
      calls: [{ line: kickstart, result: success, effect: () => bench.machine.set(restarted) }],
    });
    const { engine, clock } = bench;
    const first = engine.act('restart', { confirmed: false });
    expect(await engine.act('stop', { confirmed: false })).toMatchObject({ refusal: { code: 'busy' } });
    expect(await runOut(clock, first)).toMatchObject({ outcome: 'succeeded' });
  });

  test('another face holds the lock: refused', async () => {
    const { engine, notebook } = makeEngineBench();
    notebook.holdBy({ pid: 88, face: 'menu-bar', action: 'stop', profile: 'work', startedAt: readAt });
    expect(await engine.act('restart', { confirmed: false })).toMatchObject({
      refusal: { code: 'busy', args: { action: 'stop' } },
    });
    expect(notebook.holder()?.pid).toBe(88);
  });

  test('a failure keeps its steps and the lock is free again', async () => {
    const bench = makeEngineBench({
      calls: [
        { line: bootout, result: failure(125, 'Boot-out failed: 125: Domain does not support specified action\n') },
      ],
    });
    const result = await runOut(bench.clock, bench.engine.act('stop', { confirmed: false }));
    expect(result).toMatchObject({
      outcome: 'failed',
      steps: [{ outcome: 'failed' }, { outcome: 'not-reached' }, { outcome: 'not-reached' }],
    });
    expect(bench.notebook.entries).toMatchObject([{ action: 'stop', succeeded: false, forced: false }]);
    expect(bench.notebook.holder()).toBeNull();
    expect(bench.engine.current()?.lastResult).toMatchObject({ outcome: 'failed' });
  });

  test('a fault of our own frees the lock and ends the activity', async () => {
    const { engine, machine, notebook } = makeEngineBench();
    await engine.look();
    notebook.read = () => Promise.reject(new Error('EIO'));
    machine.takeAsked();
    await expect(engine.act('restart', { confirmed: false })).rejects.toThrow('EIO');
    expect(notebook.holder()).toBeNull();
  });
});

describe('a gateway that nobody manages', () => {
  test('is asked about, and a yes for one process is none for another', async () => {
    const machine = makeFakeMachine(strayOnly);
    const { engine } = makeEngineBench({ machine });
    expect(await engine.act('stop', { confirmed: false })).toMatchObject({
      outcome: 'needs-confirmation',
      question: { code: 'stop-unmanaged', pid: 999 },
    });
    machine.set({
      listeners: known([makeListener({ pid: 1001 })], readAt),
      processes: known([{ ...stray, pid: 1001 }], readAt),
    });
    expect(await engine.act('stop', { confirmed: true })).toMatchObject({
      outcome: 'needs-confirmation',
      question: { code: 'stop-unmanaged', pid: 1001 },
    });
  });

  test('the question is on the offer, so that a face can ask before it acts', async () => {
    const { engine } = makeEngineBench({ machine: makeFakeMachine(strayOnly) });
    expect((await engine.look()).available).toEqual([
      { action: 'stop', question: { code: 'stop-unmanaged', pid: 999, commandLine: 'openclaw-gateway' } },
    ]);
  });
});

test('what cannot be read is never acted on', async () => {
  const { engine, machine } = makeEngineBench();
  machine.set({ service: unknown('timed-out', 'launchctl print: no answer', readAt) });
  expect(await engine.act('restart', { confirmed: true })).toMatchObject({ refusal: { code: 'cannot-tell' } });
});
