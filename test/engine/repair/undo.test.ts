import { describe, expect, test } from 'vitest';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairStep } from '../../../app/core/model/repair.ts';
import { success } from '../../fakes/scripted-programs.ts';
import { macTarget, makeService, readAt } from '../../fakes/snapshots.ts';
import { findingId, makeRepairBench, runOf, stopped } from './repair-bench.ts';

const { configPath, definitionPath, serviceTarget } = macTarget;
const second = '/Users/alice/Library/LaunchAgents/second.plist';
const aside: RepairStep = { kind: 'move-aside', path: second, why: 'second-supervisor' };
const keep: RepairStep = { kind: 'keep-copy', paths: [configPath, definitionPath] };
const enable: RepairStep = { kind: 'enable-service', serviceTarget };
const disabled = {
  service: known(makeService({ loaded: false, phase: 'stopped', pid: null, enabled: false }), readAt),
};
const files = { [configPath]: 'config', [second]: 'second' };
const enabling = { line: `launchctl enable ${serviceTarget}`, result: success };
const disabling = { line: `launchctl disable ${serviceTarget}`, result: success };

async function makeUndoBench(calls = [enabling, disabling]) {
  const bench = await makeRepairBench({ calls, steps: [keep, aside, enable], files });
  bench.machine.set(disabled);
  const run = runOf(await bench.repair());
  expect(run.steps.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  return { ...bench, run };
}

describe('an undo', () => {
  test('is shown first, and changes nothing by that', async () => {
    const { engine, run, store, programs } = await makeUndoBench();
    const asked = { confirmed: false, dryRun: false };
    const shown = await engine.undo(run.id, { ...asked, dryRun: true });
    expect(shown).toMatchObject({
      kind: 'previewed',
      preview: {
        offer: { kind: 'repair', findingId, rung: 'undo', steps: [{ kind: 'disable-service' }, { kind: 'put-back' }] },
        exact: [{ kind: 'argv', argv: ['launchctl', 'disable', serviceTarget] }, { kind: 'diff' }],
      },
    });
    expect(await engine.undo(run.id, asked)).toMatchObject({ kind: 'needs-confirmation' });
    expect(store.files.has(second)).toBe(false);
    expect(programs.left()).toEqual([disabling.line]);
  });

  test('takes back in reverse order, as a run of its own', async () => {
    const bench = await makeUndoBench();
    const undone = runOf(await bench.undo(bench.run.id));
    expect(undone).toMatchObject({ verdict: 'fixed', undoes: bench.run.id, stateAfter: 'disabled' });
    expect(undone.steps.map(({ step }) => step.kind)).toEqual(['disable-service', 'put-back']);
    expect(bench.store.files.get(second)).toBe('second');
    expect(bench.programs.left()).toEqual([]);
    expect((await bench.engine.runs()).map(({ id, undoneBy }) => [id, undoneBy])).toEqual([
      [undone.id, null],
      [bench.run.id, undone.id],
    ]);
    expect(bench.notebook.holder()).toBeNull();
  });

  test('is done once, and not taken back itself', async () => {
    const bench = await makeUndoBench();
    const undone = runOf(await bench.undo(bench.run.id));
    expect(await bench.undo(bench.run.id)).toMatchObject({ kind: 'refused', refusal: { reason: 'already-undone' } });
    expect(await bench.undo(undone.id)).toMatchObject({ kind: 'refused', refusal: { reason: 'nothing-to-undo' } });
  });

  test('of an unknown run is none', async () => {
    const { engine } = await makeUndoBench();
    expect(await engine.undo('m0-0', { confirmed: true, dryRun: false })).toEqual({ kind: 'stale', preview: null });
  });

  test('a step that fails does not keep the others from being taken back', async () => {
    const bench = await makeUndoBench([enabling, { ...disabling, result: { kind: 'timed-out', durationMs: 10_000 } }]);
    const undone = runOf(await bench.undo(bench.run.id));
    expect(undone).toMatchObject({ verdict: 'not-fixed', steps: [{ outcome: 'failed' }, { outcome: 'done' }] });
    expect(bench.store.files.get(second)).toBe('second');
    // What is left can be taken back another time.
    expect((await bench.engine.runs()).find(({ id }) => id === bench.run.id)?.undoneBy).toBeNull();
  });

  test('replaces nothing that has come in between', async () => {
    const bench = await makeUndoBench();
    bench.store.files.set(second, 'somebody else');
    const undone = runOf(await bench.undo(bench.run.id));
    expect(undone.steps).toMatchObject([{ outcome: 'done' }, { outcome: 'failed' }]);
    expect(bench.store.files.get(second)).toBe('somebody else');
    expect([...bench.store.aside.values()]).toMatchObject([{ content: 'second' }]);
  });

  test('waits for nobody: who acts is named', async () => {
    const bench = await makeUndoBench();
    const by = { pid: 88, face: 'browser-panel', action: 'stop', profile: null, startedAt: readAt } as const;
    bench.notebook.holdBy(by);
    expect(await bench.undo(bench.run.id)).toEqual({ kind: 'busy', by });
  });

  test('of steps that had nothing to do is refused', async () => {
    const bench = await makeRepairBench({ steps: [aside], files: {} });
    const run = runOf(await bench.repair());
    expect(run.steps).toMatchObject([{ outcome: 'already', inverse: { kind: 'nothing-to-undo' } }]);
    expect(await bench.undo(run.id)).toMatchObject({ refusal: { reason: 'nothing-to-undo' } });
  });

  test('of runs of another profile is not to be had', async () => {
    const bench = await makeUndoBench();
    const [text = ''] = bench.journal.texts.values();
    bench.journal.texts.set(
      'm9-9',
      text.replaceAll(bench.run.id, 'm9-9').replace('"profile":null', '"profile":"work"'),
    );
    expect(await bench.undo('m9-9')).toEqual({ kind: 'stale', preview: null });
  });
});

/** The record as a crash in the middle of a step leaves it, seen by a fresh start. */
async function makeInterrupted(lines: number) {
  const { journal, run } = await makeUndoBench();
  const text = journal.texts.get(run.id) ?? '';
  const torn = `${text.split('\n').slice(0, lines).join('\n')}\n{"kind":"step-en`;
  const fresh = await makeRepairBench({ files: { [configPath]: 'config', [second]: 'second' } });
  fresh.journal.texts.set(run.id, torn);
  await fresh.engine.look();
  await fresh.engine.runs();
  return { ...fresh, run };
}

describe('an interrupted run', () => {
  test('is shown open, with what was done and what may have been, and is not resumed', async () => {
    const { engine, programs } = await makeInterrupted(4);
    const { runs = [], activity = null } = engine.current() ?? {};
    expect(runs).toMatchObject([
      { verdict: null, finishedAt: null, steps: [{ outcome: 'done' }, { outcome: 'begun' }] },
    ]);
    expect(activity).toBeNull();
    expect(programs.left()).toEqual([]);
  });

  test('a step that was begun and did not take place is nothing to undo, and no failure', async () => {
    const bench = await makeInterrupted(4);
    const undone = runOf(await bench.undo(bench.run.id));
    expect(undone).toMatchObject({ verdict: 'fixed', steps: [{ step: { kind: 'put-back' }, outcome: 'already' }] });
    expect(bench.store.files.get(second)).toBe('second');
  });

  test('a step that was begun and did take place is taken back', async () => {
    const bench = await makeInterrupted(4);
    bench.store.files.delete(second);
    bench.store.aside.set(`${bench.run.id}-1`, { path: second, content: 'second', why: 'second-supervisor' });
    expect(runOf(await bench.undo(bench.run.id))).toMatchObject({ verdict: 'fixed', steps: [{ outcome: 'done' }] });
    expect(bench.store.files.get(second)).toBe('second');
  });

  test('nothing stands in the way of the next repair', async () => {
    const bench = await makeInterrupted(4);
    bench.machine.set(stopped);
    expect(bench.engine.current()?.offers).toMatchObject([{ kind: 'repair', findingId }]);
  });
});
