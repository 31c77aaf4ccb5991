import { askAboutRejectedConfig } from '../actions/rejected-config.ts';
import { forcedRestartRestMs } from '../actions/time-limits.ts';
import { isJustAwake } from '../just-awake.ts';
import type { FindingCode } from '../model/finding.ts';
import type { Memory } from '../model/memory.ts';
import type { RepairPlan, RepairQuestion, RepairStep, RepairSubject, Verify } from '../model/repair.ts';
import { deriveBasis } from './fingerprints.ts';
import { derivePlanId } from './plan-id.ts';
import type { RepairContext } from './repair.ts';

/** What a rung decides; all else of a plan follows from it. */
export interface PlanParts {
  readonly rung: string;
  readonly steps: readonly RepairStep[];
  /** A serving gateway goes away meanwhile. */
  readonly interrupts: boolean;
  readonly questions: readonly RepairQuestion[];
  readonly goal: Verify['goal'];
  readonly alsoGone?: readonly FindingCode[];
  /** How long it must hold; default: as long as a fault of this kind takes to come back. */
  readonly holdMs?: number;
  /** Processes come and go on this machine, and none of them is a ground to build on. */
  readonly isUnsettled?: boolean;
}

/** A crash loop under KeepAlive shows within a minute (ThrottleInterval is at most 60 s). */
const serviceHoldMs = 60_000;
const otherHoldMs = 15_000;

/** A plan with everything that follows from its steps: what it relies on, what must hold afterwards, its id. */
export function makePlan(finding: RepairSubject, context: RepairContext, parts: PlanParts): RepairPlan {
  const { rung, steps, interrupts, goal, alsoGone = [], isUnsettled = false } = parts;
  const holdMs = parts.holdMs ?? (steps.some(changesService) ? serviceHoldMs : otherHoldMs);
  const settled = !isUnsettled && context.facts.job !== 'looping' && context.facts.job !== 'waiting';
  const content: Omit<RepairPlan, 'id'> = {
    kind: 'repair',
    code: finding.code,
    findingId: finding.id,
    rung,
    reach: interrupts ? 'interrupts' : 'safe',
    basedOn: deriveBasis(steps, context.snapshot, { settled }),
    steps,
    questions: completeQuestions(finding, context, parts),
    verify: { gone: alsoGone, goal, holdMs },
  };
  return { ...content, id: derivePlanId(content) };
}

/**
 * A second forced restart soon is asked about, one with a configuration that OpenClaw will not take, whatever rests on
 * a finding that is only likely, and what brings a gateway up that may come back by itself after a wake.
 */
function completeQuestions(
  finding: RepairSubject,
  context: RepairContext,
  parts: PlanParts,
): readonly RepairQuestion[] {
  const restarts = parts.interrupts && parts.steps.some(({ kind }) => kind === 'restart-loaded-service');
  const again = restarts ? againSoon(context.memory, context.snapshot.at) : [];
  const rejected = restarts && !parts.steps.some(mendsConfig) ? askAboutRejectedConfig(context.snapshot) : null;
  const asked: RepairQuestion[] = [...(rejected === null ? [] : [rejected]), ...parts.questions, ...again];
  const changes = parts.steps.some(changesMachine);
  if (finding.certainty === 'likely' && asked.length === 0 && changes) asked.push({ code: 'only-likely' });
  const isEarly = isJustAwake(context.memory.wokeAt, context.snapshot.at);
  return isEarly && changes && parts.goal === 'serving' ? [...asked, { code: 'just-woke' }] : asked;
}

function againSoon({ lastAction }: Memory, now: number): readonly RepairQuestion[] {
  if (lastAction?.action !== 'restart' || now - lastAction.at >= forcedRestartRestMs) return [];
  return [{ code: 'restart-again-soon', minutesAgo: Math.max(1, Math.round((now - lastAction.at) / 60_000)) }];
}

/** The configuration that the gateway will read is not the one that was judged. */
function mendsConfig({ kind }: RepairStep): boolean {
  return kind === 'edit-config' || kind === 'restore-version' || kind === 'restore-copy';
}

/** Waiting and copying leave the machine as it is. */
export function changesMachine({ kind }: RepairStep): boolean {
  return kind !== 'wait' && kind !== 'wait-until' && kind !== 'keep-copy';
}

const serviceKinds: ReadonlySet<RepairStep['kind']> = new Set([
  'enable-service',
  'disable-service',
  'load-service',
  'start-loaded-service',
  'restart-loaded-service',
  'unload-service',
  'terminate-process',
  'kill-process',
  'run-openclaw',
]);

/** OpenClaw's own validation only reads. */
function changesService(step: RepairStep): boolean {
  return serviceKinds.has(step.kind) && !(step.kind === 'run-openclaw' && step.command === 'config-validate');
}
