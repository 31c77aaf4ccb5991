import { type GoalQuestion, type GoalVerdict, judgeGoal } from '../core/actions/goal.ts';
import type { ActionPlan, Step, StepResult } from '../core/model/action.ts';
import type { Os } from '../core/model/target.ts';
import { sleep } from '../ports/clock.ts';
import { launchdSteps } from './steps/launchd.ts';
import type { PerformStep, ServiceSteps, StepContext, StepOutcome } from './steps/step.ts';
import { systemdSteps } from './steps/systemd.ts';
import { performTerminate } from './steps/terminate.ts';
import { performWait } from './steps/wait.ts';

export interface Performance {
  readonly steps: readonly StepResult[];
  /** From a look after the last step. */
  readonly verdict: GoalVerdict;
  /** The first step found another process than the one that was meant: nothing was changed. */
  readonly changedMeanwhile: boolean;
}

type Performers = { readonly [Kind in Step['kind']]: PerformStep<Kind> };

const serviceSteps: Record<Os, ServiceSteps> = { darwin: launchdSteps, linux: systemdSteps };

/** Does a plan step by step, stops at the first that fails, and believes only what it reads afterwards. */
export async function performPlan(plan: ActionPlan, context: StepContext): Promise<Performance> {
  const performers: Performers = {
    ...serviceSteps[context.basis.environment.os],
    'terminate-process': performTerminate,
    'wait-until': performWait,
  };
  const steps: StepResult[] = [];
  let changedMeanwhile = false;
  for (const [index, step] of plan.steps.entries()) {
    const { outcome, detail, changedMeanwhile: changed } = await performStep(performers, step, context);
    steps.push({ step, outcome, detail });
    if (changed && index === 0) changedMeanwhile = true;
    if (outcome === 'failed' || outcome === 'timed-out') break;
  }
  const rest = plan.steps.slice(steps.length).map((step) => ({ step, outcome: 'not-reached', detail: null }) as const);
  const question = { goal: plan.goal, notPid: pidBefore(plan), startedAt: context.startedAt };
  const hasFailed = steps.some(({ outcome }) => outcome === 'failed' || outcome === 'timed-out');
  const verdict = await judgeAtLast(question, context, hasFailed ? 1 : looksAtLast);
  return { steps: explain([...steps, ...rest], verdict), verdict, changedMeanwhile };
}

/** Where every step succeeded, one look against it is more likely an unlucky one than the truth. */
const looksAtLast = 3;
const lookAgainMs = 1_000;

async function judgeAtLast(question: GoalQuestion, context: StepContext, looks: number): Promise<GoalVerdict> {
  const verdict = judgeGoal(question, await context.look('full'));
  if (verdict.kind === 'reached' || looks === 1) return verdict;
  await sleep(context.ports.clock, lookAgainMs);
  return judgeAtLast(question, context, looks - 1);
}

function performStep(performers: Performers, step: Step, context: StepContext): Promise<StepOutcome> {
  const perform = performers[step.kind] as (step: Step, context: StepContext) => Promise<StepOutcome>;
  return perform(step, context);
}

function pidBefore(plan: ActionPlan): number | null {
  for (const step of plan.steps) {
    if (step.kind === 'wait-until' && step.condition.kind === 'gateway-serves') return step.condition.notPid;
  }
  return null;
}

/** Every step was done and the goal is still not reached: the last one says why. */
function explain(steps: readonly StepResult[], verdict: GoalVerdict): readonly StepResult[] {
  const last = steps.at(-1);
  if (verdict.kind === 'reached' || last === undefined) return steps;
  if (last.outcome !== 'done' && last.outcome !== 'already') return steps;
  return [...steps.slice(0, -1), { ...last, outcome: 'failed', detail: verdict.detail }];
}
