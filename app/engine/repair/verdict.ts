import { judgeGoal } from '../../core/actions/goal.ts';
import type { FindingCode } from '../../core/model/finding.ts';
import type { Memory } from '../../core/model/memory.ts';
import type { RepairPlan, RepairStep, Verdict } from '../../core/model/repair.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import type { GatewayState } from '../../core/model/state.ts';

/**
 * How good a state is for a person; `null`: not to be compared, because too little is known or the gateway is meant to
 * be elsewhere. States in which nothing serves are alike, but for those that also lose how it comes back.
 */
const ranks: Readonly<Record<GatewayState, number | null>> = {
  healthy: 6,
  degraded: 5,
  unmanaged: 5,
  conflict: 4,
  starting: 3,
  stopping: 2,
  unresponsive: 2,
  'crash-looping': 2,
  'port-taken': 2,
  stopped: 2,
  disabled: 1,
  'not-installed': 0,
  remote: null,
  unknown: null,
};

export function isWorse(before: GatewayState, after: GatewayState): boolean {
  const [from, to] = [ranks[before], ranks[after]];
  return from !== null && to !== null && to < from;
}

export interface VerdictQuestion {
  readonly plan: RepairPlan;
  readonly stateBefore: GatewayState;
  /** Epoch ms at which the run began. */
  readonly startedAt: number;
}

/** What one moment says of a plan: exit codes and the steps' own reports prove nothing. */
export function judgeVerdict(
  { plan, stateBefore, startedAt }: VerdictQuestion,
  moment: { readonly snapshot: Snapshot; readonly state: GatewayState; readonly memory: Memory },
): Extract<Verdict, 'fixed' | 'not-fixed' | 'worse'> {
  const { snapshot, state, memory } = moment;
  const { gone, goal } = plan.verify;
  const isGoalReached =
    goal === null || judgeGoal({ goal, notPid: pidBefore(plan.steps), startedAt }, snapshot).kind === 'reached';
  // A gateway that is meant to be gone is no worse state.
  if (isWorse(stateBefore, state) && !(goal === 'not-running' && isGoalReached)) return 'worse';
  // The memory has all findings, also those that patience or a cause hides: what comes back in a moment is not gone.
  const remains = Object.keys(memory.firstSeen).some((id) => id === plan.findingId || gone.some(isCodeOf(id)));
  return isGoalReached && !remains ? 'fixed' : 'not-fixed';
}

const isCodeOf = (findingId: string) => (code: FindingCode) => findingId.startsWith(`${code}:`);

function pidBefore(steps: readonly RepairStep[]): number | null {
  for (const step of steps) {
    if (step.kind === 'wait-until' && step.condition.kind === 'gateway-serves') return step.condition.notPid;
  }
  return null;
}
