import { describe, expect, test } from 'vitest';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairStep } from '../../../app/core/model/repair.ts';
import { refuseRepair } from '../../../app/core/repairs/refuse-repair.ts';
import { makeEngineBench } from '../../fakes/engine-bench.ts';
import { makeFakeMachine } from '../../fakes/fake-machine.ts';
import { shaOf } from '../../fakes/fake-store.ts';
import { failure, success } from '../../fakes/scripted-programs.ts';
import { macTarget, makeListener, makeProcess, makeService, readAt } from '../../fakes/snapshots.ts';
import { runOut } from '../../fakes/step-context.ts';
import { bootstrap, findingId, load, makeRepairBench, runOf, serving, stopped } from './repair-bench.ts';

const { serviceTarget, configPath } = macTarget;
const unloaded = { loaded: false, phase: 'stopped', pid: null } as const;
const verify = { gone: [], goal: 'serving', holdMs: 60_000 } as const;
const holder = { pid: 88, face: 'menu-bar', action: 'restart', profile: null, startedAt: readAt } as const;

describe('a preview', () => {
  test('is shown in pictures until it is closed, and changes nothing', async () => {
    const { engine, journal, store, notebook, programs } = await makeRepairBench();
    expect(engine.current()?.preview?.offer).toMatchObject({ kind: 'repair', findingId });
    expect(engine.current()?.preview?.exact).toEqual([{ kind: 'argv', argv: bootstrap.split(' ') }]);
    expect((await engine.look()).preview).not.toBeNull();
    expect(await engine.preview(null)).toBeNull();
    expect(engine.current()?.preview).toBeNull();
    expect([journal.texts.size, store.kept.size, programs.left()]).toEqual([0, 0, []]);
    expect(notebook.holder()).toBeNull();
  });

  test('of what is not found is none', async () => {
    const { engine } = await makeRepairBench();
    expect(await engine.preview('port-stray:999')).toBeNull();
  });

  test('binds the plan to what its files hold', async () => {
    const basedOn = [{ kind: 'file', path: configPath, sha256: null }] as const;
    const { engine, store, planId } = await makeRepairBench({ plan: { basedOn }, files: { [configPath]: 'one' } });
    expect(engine.current()?.preview?.offer).toMatchObject({ basedOn: [{ path: configPath, sha256: shaOf('one') }] });
    store.files.set(configPath, 'two');
    const again = await engine.preview(findingId);
    expect(again?.offer.kind === 'repair' && again.offer.id).not.toBe(planId);
  });
});

describe('nothing is done', () => {
  test('without the answer to its questions', async () => {
    const bench = await makeRepairBench({ plan: { questions: [{ code: 'enable-disabled', label: 'a' }] } });
    expect(await bench.repair({ confirmed: false })).toMatchObject({ kind: 'needs-confirmation' });
    expect(bench.journal.texts.size).toBe(0);
    expect(bench.engine.current()?.preview).not.toBeNull();
  });

  test('for an id that is not shown', async () => {
    const { engine, journal } = await makeRepairBench();
    expect(await engine.repair('0123', { confirmed: true })).toMatchObject({ kind: 'stale', preview: { exact: [{}] } });
    await engine.preview(null);
    expect(await engine.repair('0123', { confirmed: true })).toEqual({ kind: 'stale', preview: null });
    expect(journal.texts.size).toBe(0);
  });

  test('while another face acts: it is told who', async () => {
    const bench = await makeRepairBench();
    bench.notebook.holdBy(holder);
    expect(await bench.repair()).toEqual({ kind: 'busy', by: holder });
    expect(bench.notebook.holder()).toBe(holder);
    expect(bench.journal.texts.size).toBe(0);
  });

  const unread = known(makeService({ ...unloaded, enabled: null }), readAt);
  const listened = { listeners: known([makeListener({ pid: 7 })], readAt) };
  test.each([
    { what: 'a file', basis: { kind: 'file', path: configPath, sha256: null }, change: {} },
    {
      what: 'the service',
      basis: { kind: 'service', serviceTarget, loaded: false, enabled: true, pid: null, phase: null },
      change: { service: unread },
    },
    { what: 'the listeners', basis: { kind: 'listeners', port: 18789, pids: [] }, change: listened },
  ] as const)('when $what changed since: a new preview instead', async ({ basis, change }) => {
    const bench = await makeRepairBench({ plan: { basedOn: [basis] }, files: { [configPath]: 'one' } });
    bench.store.files.set(configPath, 'two');
    bench.machine.set(change);
    const result = await bench.repair();
    expect(result).toMatchObject({ kind: 'stale', preview: { offer: { kind: 'repair', findingId } } });
    expect(result.kind === 'stale' && result.preview).toEqual(bench.engine.current()?.preview);
    expect(bench.journal.texts.size).toBe(0);
    expect(bench.notebook.holder()).toBeNull();
  });

  test('when the process that was meant is another one', async () => {
    const process = { pid: 999, startedAt: readAt - 60_000, uid: 501, commandLine: 'openclaw-gateway' };
    const entry = makeProcess({ pid: 999, startedAt: process.startedAt, commandLine: 'openclaw-gateway' });
    const bench = await makeRepairBench({
      plan: { basedOn: [{ kind: 'process', process }] },
      readings: { processes: known([entry], readAt) },
    });
    bench.machine.set({ processes: known([{ ...entry, startedAt: readAt }], readAt) });
    expect(await bench.repair()).toMatchObject({ kind: 'stale' });
  });

  test('when other steps would be taken now', async () => {
    const bench = await makeRepairBench();
    bench.offer((planned) => ({ ...planned, steps: [...planned.steps, load] }));
    expect(await bench.repair()).toMatchObject({ kind: 'stale', preview: { exact: [{}, {}] } });
    expect(bench.journal.texts.size).toBe(0);
  });

  test('when it is refused by now: the refusal is shown', async () => {
    const bench = await makeRepairBench();
    bench.offer((planned) => refuseRepair({ code: planned.code, id: planned.findingId }, 'too-soon', { minutes: 9 }));
    expect(await bench.repair()).toMatchObject({ kind: 'refused', refusal: { reason: 'too-soon' } });
    expect(bench.engine.current()?.preview?.offer).toMatchObject({ kind: 'refusal' });
  });

  test('when the finding is gone by now', async () => {
    const bench = await makeRepairBench();
    bench.machine.set(serving);
    expect(await bench.repair()).toEqual({ kind: 'stale', preview: null });
    expect(bench.engine.current()?.preview).toBeNull();
  });

  test('when it cannot be recorded', async () => {
    const bench = await makeRepairBench();
    bench.journal.failWith(new Error('ENOSPC: no space left on device'));
    expect(await bench.repair()).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'not-recorded', args: { detail: 'ENOSPC: no space left on device' } },
    });
    expect(bench.notebook.holder()).toBeNull();
    expect(bench.engine.current()?.activity).toBeNull();
  });

  test('when the lock cannot be written', async () => {
    const bench = await makeRepairBench();
    bench.notebook.tryLock = () => Promise.reject(new Error('EROFS: read-only file system'));
    expect(await bench.repair()).toMatchObject({ kind: 'refused', refusal: { reason: 'not-recorded' } });
  });
});

describe('a repair', () => {
  test('is shown step by step, verified, held, and on record', async () => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: success, effect: () => bench.machine.set(serving) }],
      plan: { verify },
    });
    const { engine, clock, shown, journal, notebook } = bench;
    const began = clock.now();
    const run = runOf(await bench.repair());
    expect(run).toMatchObject({ verdict: 'fixed', stateBefore: 'stopped', stateAfter: 'healthy', undoneBy: null });
    expect(run.steps).toMatchObject([{ outcome: 'done', inverse: { kind: 'steps' } }]);
    expect(clock.now() - began).toBeGreaterThanOrEqual(60_000);
    const stages = shown.flatMap(({ runs: [newest] }) => (newest ? [newest.steps[0]?.outcome ?? 'none'] : []));
    expect([...new Set(stages)]).toEqual(['none', 'begun', 'done']);
    expect(shown.some(({ activity }) => activity?.action === 'repair' && activity.startedAt === began)).toBe(true);
    expect(engine.current()).toMatchObject({ activity: null, preview: null, runs: [{ id: run.id }] });
    expect(await journal.list()).toEqual([run]);
    expect(notebook.holder()).toBeNull();
    expect(notebook.entries).toEqual([]);
  });

  test.each([
    [5_000, 5_000],
    [90_000, 60_000],
  ])('is watched for at most %i ms where a test says so', async (holdAtMostMs, watchedMs) => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: success, effect: () => bench.machine.set(serving) }],
      plan: { verify },
      environment: { holdAtMostMs },
    });
    const began = bench.clock.now();
    const run = runOf(await bench.repair());
    expect(run.verdict).toBe('fixed');
    expect((run.finishedAt ?? 0) - began).toBeGreaterThanOrEqual(watchedMs);
    expect((run.finishedAt ?? 0) - began).toBeLessThan(watchedMs + 15_000);
  });

  test('holds the lock with its finding while it lasts, and nobody else can act', async () => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: success, effect: () => bench.machine.set(serving) }],
      plan: { verify },
    });
    const running = bench.engine.repair(bench.planId, { confirmed: true });
    await bench.clock.advance(1_000);
    expect(bench.notebook.holder()).toMatchObject({ action: 'repair', code: 'agent-not-loaded', pid: 77 });
    expect(await bench.engine.act('stop', { confirmed: true })).toMatchObject({
      refusal: { code: 'busy', args: { action: 'repair' } },
    });
    expect(bench.engine.current()?.activity?.action).toBe('repair');
    expect(await bench.engine.repair(bench.planId, { confirmed: true })).toMatchObject({ kind: 'stale' });
    await bench.clock.advance(120_000);
    expect(runOf(await running).verdict).toBe('fixed');
  });

  test('stops at the first failure', async () => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: failure(125, 'Bootstrap failed: 125: Domain does not support it\n') }],
      steps: [load, { kind: 'restart-loaded-service', serviceTarget }],
    });
    const run = runOf(await bench.repair());
    expect(run.verdict).toBe('not-fixed');
    expect(run.steps).toMatchObject([{ outcome: 'failed', detail: expect.stringContaining('exit code 125') }]);
    expect(run.steps).toHaveLength(1);
  });

  test('a lying exit code is no success', async () => {
    const bench = await makeRepairBench({ calls: [{ line: bootstrap, result: success }], plan: { verify } });
    expect(runOf(await bench.repair())).toMatchObject({ verdict: 'not-fixed', steps: [{ outcome: 'done' }] });
  });

  test('nor is a complaint a failure, when reading again shows what was meant', async () => {
    const bench = await makeRepairBench({
      calls: [
        {
          line: bootstrap,
          result: failure(119, 'Bootstrap failed: 119: Service is disabled\n'),
          effect: () => bench.machine.set(serving),
        },
      ],
      plan: { verify },
    });
    expect(runOf(await bench.repair())).toMatchObject({ verdict: 'fixed', steps: [{ outcome: 'failed' }] });
  });

  test('what works for a moment only is not fixed', async () => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: success, effect: () => bench.machine.set(serving) }],
      plan: { verify },
    });
    const running = bench.engine.repair(bench.planId, { confirmed: true });
    await bench.clock.advance(40_000);
    bench.machine.set(stopped);
    await bench.clock.advance(30_000);
    expect(runOf(await running).verdict).toBe('not-fixed');
  });

  test.each([
    ['once', [20], 'fixed', 80],
    ['again and again, and quickly', [20, 40], 'not-fixed', 40],
  ] as const)('a gateway that ends %s while it is watched', async (_what, ends, verdict, atLeastSeconds) => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: success, effect: () => bench.machine.set(serving) }],
      plan: { verify },
    });
    const began = bench.clock.now();
    const running = bench.engine.repair(bench.planId, { confirmed: true });
    for (const [index, second] of ends.entries()) {
      await bench.clock.advance(second * 1_000 - (bench.clock.now() - began));
      const pid = 6000 + index;
      bench.machine.set({
        service: known(makeService({ pid }), readAt),
        listeners: known([makeListener({ pid })], readAt),
        processes: known([makeProcess({ pid, startedAt: readAt })], readAt),
      });
    }
    await bench.clock.advance(200_000);
    const run = runOf(await running);
    expect(run.verdict).toBe(verdict);
    expect((run.finishedAt ?? 0) - began).toBeGreaterThanOrEqual(atLeastSeconds * 1_000);
  });

  test('one question without an answer is no news', async () => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: success, effect: () => bench.machine.set(serving) }],
      plan: { verify },
    });
    const running = bench.engine.repair(bench.planId, { confirmed: true });
    await bench.clock.advance(21_000);
    bench.machine.set({ reach: stopped.reach! });
    await bench.clock.advance(4_500);
    bench.machine.set(serving);
    await bench.clock.advance(120_000);
    expect(runOf(await running).verdict).toBe('fixed');
  });

  test('what was better before is worse', async () => {
    const bench = await makeRepairBench({
      calls: [
        {
          line: bootstrap,
          result: success,
          effect: () => bench.machine.set({ service: known(makeService({ ...unloaded, enabled: false }), readAt) }),
        },
      ],
    });
    expect(runOf(await bench.repair())).toMatchObject({ verdict: 'worse', stateAfter: 'disabled' });
  });

  test('another process in the first step that would change something: stale, and nothing was changed', async () => {
    const process = { pid: 999, startedAt: readAt, uid: 501, commandLine: 'openclaw-gateway' };
    const bench = await makeRepairBench({
      steps: [
        { kind: 'keep-copy', paths: [configPath] },
        { kind: 'terminate-process', process },
      ],
      processes: { identify: async () => ({ ...rawOther, pid: 999 }) },
    });
    expect(runOf(await bench.repair())).toMatchObject({ verdict: 'stale' });
  });

  test('a forced restart counts for the next one', async () => {
    const restart: RepairStep = { kind: 'restart-loaded-service', serviceTarget };
    const bench = await makeRepairBench({
      calls: [{ line: `launchctl kickstart -k ${serviceTarget}`, result: success }],
      steps: [restart],
    });
    await bench.repair();
    expect(bench.notebook.entries).toMatchObject([{ action: 'restart', forced: true, succeeded: false }]);
  });

  test('what was tried in vain is known to the next plan', async () => {
    const bench = await makeRepairBench({ calls: [{ line: bootstrap, result: success }] });
    const { id } = runOf(await bench.repair());
    expect((await bench.engine.runs()).map((run) => [run.id, run.verdict])).toEqual([[id, 'not-fixed']]);
  });
});

const rawOther = {
  ppid: 1,
  uid: 501,
  startedAt: readAt - 5_000,
  name: 'vim',
  commandLine: 'vim notes.txt',
  cpuPercent: null,
  memoryBytes: null,
};

test('the catalogue plans where no test does', async () => {
  const machine = makeFakeMachine(stopped);
  const files = { [macTarget.definitionPath]: 'definition', [configPath]: '{}' };
  const { engine, clock, programs } = makeEngineBench({
    machine,
    files,
    programs: {
      run: async () => {
        machine.set(serving);
        return success;
      },
      runOpenClaw: async () => success,
    },
  });
  await engine.look();
  const preview = await engine.preview(findingId);
  const planId = preview?.offer.kind === 'repair' ? preview.offer.id : '';
  const run = runOf(await runOut(clock, engine.repair(planId, { confirmed: true })));
  expect(run).toMatchObject({ verdict: 'fixed', stateAfter: 'healthy', plan: { code: 'agent-not-loaded' } });
  expect(programs.left()).toEqual([]);
});

describe('a journal that fails in the middle', () => {
  test('a step that cannot be recorded is not performed', async () => {
    const bench = await makeRepairBench({ steps: [load, load] });
    bench.journal.failWith(null, new Error('ENOSPC'));
    const run = runOf(await bench.repair());
    expect(run).toMatchObject({ verdict: 'not-fixed', steps: [{ outcome: 'failed', inverse: null }] });
    expect(run.steps[0]?.detail).toContain('could not be recorded: ENOSPC');
  });

  test('after a step whose end cannot be recorded nothing more is done', async () => {
    const bench = await makeRepairBench({
      calls: [{ line: bootstrap, result: success }],
      steps: [load, load],
    });
    bench.journal.failWith(null, null, new Error('ENOSPC'));
    const run = runOf(await bench.repair());
    expect(run.steps.map(({ outcome }) => outcome)).toEqual(['done']);
    expect(bench.errors).toEqual([new Error('ENOSPC')]);
    // The disk says less, and nothing wrong.
    expect((await bench.journal.list())[0]?.steps).toMatchObject([{ outcome: 'begun', inverse: { kind: 'steps' } }]);
  });

  test('an end that cannot be recorded leaves the run open on the disk', async () => {
    const bench = await makeRepairBench({ calls: [{ line: bootstrap, result: success }] });
    bench.journal.failWith(null, null, null, new Error('ENOSPC'));
    expect(runOf(await bench.repair()).verdict).toBe('not-fixed');
    expect(await bench.journal.list()).toMatchObject([{ verdict: null, steps: [{ outcome: 'done' }] }]);
  });
});

test('nothing can be read any more: not fixed, and the lock is free', async () => {
  const bench = await makeRepairBench({
    calls: [
      {
        line: bootstrap,
        result: success,
        effect: () => {
          bench.notebook.read = () => Promise.reject(new Error('EIO'));
        },
      },
    ],
  });
  const failing = bench.repair();
  await expect(failing).rejects.toThrow('EIO');
  expect(await bench.journal.list()).toMatchObject([{ verdict: 'not-fixed', stateAfter: null }]);
  expect(bench.notebook.holder()).toBeNull();
});
