import type { RepairOffer, RepairStep } from '../model/repair.ts';
import type { Restore, RestoreWish } from '../model/wish.ts';
import { planFileChanges } from '../repairs/edit.ts';
import { makePlan } from '../repairs/plan-parts.ts';
import { type PlanWish, subjectOf } from './wish.ts';

/**
 * Files, or settings of them, back to what they were. The gateway reads its configuration again by itself, where it
 * can; what waits for a restart afterwards is a finding of its own.
 */
export const planRestores: PlanWish<RestoreWish> = (wish, context): RepairOffer => {
  const { restores, overtaken, code } = wish;
  const subject = subjectOf(wish);
  const steps = restores.map(stepOf);
  const questions = overtaken.length === 0 ? [] : [{ code: 'overtaken', settings: overtaken } as const];
  if (restores.every(isConfiguration)) {
    return planFileChanges(subject, context, { rung: code, restart: 'never', questions }, steps);
  }
  const kept: RepairStep = { kind: 'keep-copy', paths: [...new Set(restores.map(({ file }) => file))] };
  const parts = { rung: code, steps: [kept, ...steps], interrupts: false, questions, goal: null };
  return makePlan(subject, context, parts);
};

function isConfiguration({ kind }: Restore): boolean {
  return kind === 'config' || kind === 'include';
}

function stepOf({ file, source, edits }: Restore): RepairStep {
  return edits === null ? { kind: 'restore-version', path: file, source } : { kind: 'edit-config', path: file, edits };
}
