import type { AvailableAction } from '../model/action.ts';
import { actionKinds } from '../model/action.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { GatewayStatus } from '../model/state.ts';
import { type PlanHistory, planAction } from './plan.ts';

/**
 * The actions that would not be refused now. Restarting what does not run is the same as starting it, so there only
 * Start is offered.
 */
export function deriveAvailable(
  snapshot: Snapshot,
  status: GatewayStatus,
  history: PlanHistory,
): readonly AvailableAction[] {
  const plans = actionKinds.map((action) => planAction(action, snapshot, status, history, { confirmed: false }));
  const offersStart = plans.some((plan) => plan.kind === 'plan' && plan.action === 'start');
  return plans.flatMap((plan) => {
    if (plan.kind === 'refusal' || (plan.action === 'restart' && offersStart)) return [];
    return [{ action: plan.action, question: plan.question }];
  });
}
