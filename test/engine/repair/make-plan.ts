import type { RepairPlan } from '../../../app/core/model/repair.ts';
import { derivePlanId } from '../../../app/core/repairs/plan-id.ts';

/** A plan about the agent that is not loaded; a test says what its steps are. */
export function makePlan(change: Partial<Omit<RepairPlan, 'id'>> = {}): RepairPlan {
  const content: Omit<RepairPlan, 'id'> = {
    kind: 'repair',
    code: 'agent-not-loaded',
    findingId: 'agent-not-loaded:ai.openclaw.gateway',
    rung: 'load',
    reach: 'safe',
    basedOn: [],
    steps: [],
    questions: [],
    verify: { gone: [], goal: null, holdMs: 0 },
    ...change,
  };
  return { ...content, id: derivePlanId(content) };
}
