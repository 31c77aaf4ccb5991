import type { RepairPlan, RepairStep, Run } from '../../core/model/repair.ts';
import { derivePlanId } from '../../core/repairs/plan-id.ts';
import { refuseRepair } from '../../core/repairs/refuse-repair.ts';
import { isUndoable, listUndoSteps, undoRung } from '../../core/undo-outlook.ts';
import type { Engine, RepairResult } from '../engine.ts';
import { describePlan } from './preview.ts';
import { type Repairer, runToEnd, withRunLock } from './start-run.ts';

/** Takes a run back by a run of its own. An interrupted one too: what it may have done is on record. */
export function createUndo(repairer: Repairer): Engine['undo'] {
  return async (runId, { confirmed, dryRun }) => {
    const { parts, book } = repairer;
    await book.reload();
    const run = book.current().find(({ id }) => id === runId);
    if (run === undefined) return { kind: 'stale', preview: null };
    if (!isUndoable(run)) return refused(run);
    const plan = planUndo(run);
    const preview = await describePlan(parts, plan);
    if (dryRun) return { kind: 'previewed', preview };
    if (!confirmed) return { kind: 'needs-confirmation', preview };
    return withRunLock(repairer, { action: 'undo', plan }, (startedAt) => undoLocked(repairer, run.id, startedAt));
  };
}

function refused(run: Run): RepairResult {
  const reason = run.undoneBy === null ? 'nothing-to-undo' : 'already-undone';
  const refusal = refuseRepair({ code: run.plan.code, id: run.plan.findingId }, reason, {});
  return { kind: 'refused', refusal };
}

async function undoLocked(repairer: Repairer, runId: string, startedAt: number): Promise<RepairResult> {
  const { parts, book, looker } = repairer;
  // Between the question and the lock another face may have taken it back.
  await book.reload();
  const run = book.current().find(({ id }) => id === runId);
  if (run === undefined) return { kind: 'stale', preview: null };
  if (!isUndoable(run)) return refused(run);
  const picture = await looker.look('full');
  const wish = { action: 'undo', plan: planUndo(run), picture, startedAt, undoes: run.id } as const;
  return runToEnd(repairer, wish, async (performed) => {
    const { status } = await looker.look('full');
    if (performed.isComplete) {
      const event = { kind: 'undone', at: parts.ports.clock.now(), by: performed.run.id } as const;
      await book.note(run.id, event).catch(parts.onError);
    }
    return { verdict: performed.isComplete ? 'fixed' : 'not-fixed', state: status.state };
  });
}

/** The inverses in reverse order. It relies on nothing beforehand: each step finds out whether it has anything to do. */
export function planUndo(run: Run): RepairPlan {
  const steps = listUndoSteps(run);
  const content: Omit<RepairPlan, 'id'> = {
    kind: 'repair',
    code: run.plan.code,
    findingId: run.plan.findingId,
    rung: undoRung,
    reach: steps.some(mayInterrupt) ? 'interrupts' : 'safe',
    basedOn: [],
    steps,
    questions: [],
    verify: { gone: [], goal: null, holdMs: 0 },
  };
  return { ...content, id: derivePlanId(content) };
}

function mayInterrupt({ kind }: RepairStep): boolean {
  return kind === 'unload-service' || kind === 'restart-loaded-service';
}
