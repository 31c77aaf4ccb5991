import { describe, expect, test } from 'vitest';
import type { RepairResult } from '../../app/engine/engine.ts';
import { makePlan, makePreview, makeRun, openRun, refusal } from '../fakes/repairs.ts';
import { makePicture } from '../fakes/snapshots.ts';
import type { Script } from './run-line.ts';
import { aPerson, json, runLine } from './run-line.ts';

describe('runs', () => {
  const runs = [openRun, makeRun({ id: 'run-0', undoneBy: 'run-x' })];

  test('none', async () => {
    expect(await runLine('runs')).toMatchObject({ code: 0, out: 'No repair was made yet.\n' });
    expect(json((await runLine('runs --json')).out)).toEqual({ schema: 1, runs: [] });
  });

  test('for a person: when, what, how it ended; an interrupted one with its steps', async () => {
    const { code, out } = await runLine('runs', { picture: makePicture({ runs }) });
    expect(code).toBe(0);
    expect(out).toContain('run-2');
    expect(out).toContain('The repair was interrupted in the middle.');
    expect(out).toContain('begun, end unknown');
    expect(out).toContain('This repair was undone.');
  });

  test('a run that another face performs now is not interrupted', async () => {
    const activity = { action: 'repair', startedAt: openRun.startedAt } as const;
    const { out } = await runLine('runs', { picture: makePicture({ runs, activity }) });
    expect(out).not.toContain('interrupted');
    expect(out).toContain('Step 2 of 3');
  });

  test('--json', async () => {
    const { out } = await runLine('runs --json', { picture: makePicture({ runs }) });
    expect(json(out)).toMatchObject({
      schema: 1,
      runs: [
        { id: 'run-2', verdict: null, finishedAt: null, undoable: true, steps: [{}, { outcome: 'begun' }] },
        { id: 'run-0', verdict: 'fixed', undoneBy: 'run-x', undoable: false, code: 'agent-not-loaded', rung: 'load' },
      ],
    });
  });
});

describe('undo', () => {
  const undoPlan = makePlan({
    id: 'undo-1',
    rung: 'undo',
    steps: [{ kind: 'unload-service', serviceTarget: 'gui/501/ai.openclaw.gateway' }],
  });
  const shown: RepairResult = { kind: 'previewed', preview: makePreview(undoPlan) };
  const undone: RepairResult = {
    kind: 'ended',
    run: makeRun({ id: 'run-9', plan: undoPlan, undoes: 'run-1', steps: [] }),
  };
  const picture = makePicture({ runs: [makeRun({ id: 'run-8', steps: [] }), makeRun()] });

  const undo = (line: string, results: readonly RepairResult[], script: Script = {}) =>
    runLine(line, { picture, results, ...script });

  const looking = { kind: 'undo', runId: 'run-1', confirmed: false, dryRun: true };
  const doing = { kind: 'undo', runId: 'run-1', confirmed: true, dryRun: false };

  test('without a run it is the newest that can be undone; without --yes it asks', async () => {
    const { code, out, err, changes } = await undo('undo', [shown, undone], aPerson('yes'));
    expect([code, changes]).toEqual([0, [looking, doing]]);
    expect(out).toContain('Unload the service ai.openclaw.gateway');
    expect(out).toContain('It is as it was before.');
    expect(err).toContain('Do this now? [y/N]');
  });

  test('without a terminal and without --yes it only previews, and says how to agree', async () => {
    const { code, out, changes } = await undo('undo', [shown]);
    expect([code, changes]).toEqual([1, [looking]]);
    expect(out).toContain('clawtender undo run-1 --yes');
  });

  test('--dry-run --json prints the plan', async () => {
    const { code, out } = await undo('undo run-1 --dry-run --json', [shown]);
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({ id: 'undo-1', steps: [{ kind: 'unload-service' }] });
  });

  test('--yes --json prints the result', async () => {
    const { code, out, changes } = await undo('undo run-1 --yes --json', [shown, undone]);
    expect([code, changes]).toEqual([0, [looking, doing]]);
    expect(json(out)).toMatchObject({ run: { id: 'run-9', verdict: 'fixed', undoable: false } });
  });

  test('a run that cannot be undone says why', async () => {
    const cannot: RepairResult = { kind: 'refused', refusal: { ...refusal, reason: 'already-undone' } };
    const { code, out } = await undo('undo run-8 --yes', [cannot]);
    expect(code).toBe(1);
    expect(out.trim()).toMatch(/\.$/);
  });

  test('nothing to undo is exit code 1, an unknown run wrong use', async () => {
    const nothing = await runLine('undo --yes', { picture: makePicture() });
    expect([nothing.code, nothing.out]).toEqual([1, 'There is no repair that could be undone.\n']);
    const unknown = await runLine('undo run-77 --yes', { picture });
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toContain('“run-77”');
  });
});
