import type { ActionKind, ActionPlan, ActionRefusal } from '../model/action.ts';
import type { Activity } from '../model/memory.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { GatewayStatus } from '../model/state.ts';
import { planRestart } from './plan-restart.ts';
import { planStart } from './plan-start.ts';
import { planStop } from './plan-stop.ts';
import { findGeneralRefusal } from './preconditions.ts';

/** What was asked before, from any face. */
export interface PlanHistory {
  /** Epoch ms of this question. */
  readonly now: number;
  /** Epoch ms of the last restart that took a running gateway away; `null`: none is known. */
  readonly lastForcedRestartAt: number | null;
  /** The action in flight, from whichever face. */
  readonly activity: Activity | null;
}

export const emptyHistory: Omit<PlanHistory, 'now'> = { lastForcedRestartAt: null, activity: null };

export interface PlanRequest {
  readonly action: ActionKind;
  readonly snapshot: Snapshot;
  readonly history: PlanHistory;
}

/**
 * What one action means on this machine now, or why it is not done. Pure: nothing is changed. With `confirmed` the
 * plan's question is answered and left out.
 */
export function planAction(
  action: ActionKind,
  snapshot: Snapshot,
  status: GatewayStatus,
  history: PlanHistory,
  options: { readonly confirmed: boolean },
): ActionPlan | ActionRefusal {
  const refusal = findGeneralRefusal(action, snapshot, status, history.activity);
  if (refusal !== null) return refusal;
  const plan = planners[action]({ action, snapshot, history });
  return plan.kind === 'plan' && options.confirmed ? { ...plan, question: null } : plan;
}

const planners: Record<ActionKind, (request: PlanRequest) => ActionPlan | ActionRefusal> = {
  start: planStart,
  stop: planStop,
  restart: planRestart,
};
