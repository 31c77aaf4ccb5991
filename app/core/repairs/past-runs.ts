import type { ProcessIdentity } from '../model/action.ts';
import type { RepairStep, Run } from '../model/repair.ts';
import type { RepairContext } from './repair.ts';

/** A rung that did not help is not offered again for so long. */
const forgottenAfterMs = 3_600_000;

/** What earlier runs tell a new plan about a finding: the rungs tried in vain, and the processes asked to end. */
export function deriveTried(
  findingId: string,
  runs: readonly Run[],
  now: number,
): Pick<RepairContext, 'tried' | 'askedToEnd'> {
  const recent = runs.filter(({ startedAt }) => now - startedAt < forgottenAfterMs);
  const failed = recent.filter(
    ({ plan, verdict, undoes }) =>
      plan.findingId === findingId && undoes === null && (verdict === 'not-fixed' || verdict === 'worse'),
  );
  return {
    tried: [...new Set(failed.map(({ plan }) => plan.rung))],
    askedToEnd: recent.flatMap(listAskedToEnd),
  };
}

function listAskedToEnd({ steps }: Run): readonly ProcessIdentity[] {
  return steps.flatMap(({ step, outcome }) =>
    step.kind === 'terminate-process' && outcome === 'timed-out' ? [step.process] : [],
  );
}

/**
 * What a run did to the gateway as an action would: a forced restart is asked about when another follows soon, and a
 * gateway that a plan was meant to end is stopped on purpose, not missing.
 */
export function deriveActionOf({ plan, steps }: Pick<Run, 'plan' | 'steps'>): 'restart' | 'stop' | null {
  const isDone = (kind: RepairStep['kind']) =>
    steps.some(({ step, outcome }) => step.kind === kind && outcome === 'done');
  if (isDone('restart-loaded-service')) return 'restart';
  return plan.verify.goal === 'not-running' && isDone('unload-service') ? 'stop' : null;
}
