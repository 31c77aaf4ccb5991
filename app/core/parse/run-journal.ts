import { z } from 'zod';
import type { RepairStepResult, Run, RunEvent, RunHead } from '../model/repair.ts';
import { verdicts } from '../model/repair.ts';
import { gatewayStates } from '../model/state.ts';
import { inverse, repairPlan, repairStep } from './repair-schema.ts';

const state = z.enum(gatewayStates);
const at = z.number();
const stepIndex = z.int().min(0);

/** The first line of a run's file. */
const head = z.strictObject({
  kind: z.literal('begin'),
  id: z.string(),
  plan: repairPlan,
  profile: z.string().nullable(),
  startedAt: z.number(),
  stateBefore: state,
  undoes: z.string().nullable(),
});

const stepResult = z.strictObject({
  step: repairStep,
  outcome: z.enum(['done', 'already', 'failed', 'timed-out', 'not-reached', 'begun']),
  detail: z.string().nullable(),
  inverse: inverse.nullable(),
}) satisfies z.ZodType<RepairStepResult>;

const runEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step-begins'), index: stepIndex, at, inverse }),
  z.strictObject({ kind: z.literal('step-ended'), index: stepIndex, at, result: stepResult }),
  z.strictObject({ kind: z.literal('ended'), at, verdict: z.enum(verdicts), stateAfter: state.nullable() }),
  z.strictObject({ kind: z.literal('undone'), at, by: z.string() }),
]) satisfies z.ZodType<RunEvent>;

/**
 * One run from its file: a JSON line per event. A line that cannot be understood tells nothing: a crash tears the one
 * that is being written. `null`: not a run's file at all.
 */
export function parseRunJournal(text: string): Run | null {
  const [first, ...rest] = text.split('\n');
  const beginning = head.safeParse(parseJson(first ?? ''));
  if (!beginning.success) return null;
  const { kind: _, ...known } = beginning.data;
  return rest
    .map((line) => runEvent.safeParse(parseJson(line)).data)
    .reduce((run, each) => (each === undefined ? run : applyEvent(run, each)), beginRun(known));
}

/** The first line of a run's file. */
export function writeRunHead(known: RunHead): string {
  return JSON.stringify({ kind: 'begin', ...known });
}

export function beginRun(known: RunHead): Run {
  return { ...known, finishedAt: null, stateAfter: null, verdict: null, undoneBy: null, steps: [] };
}

/** What is known of a run after one more event. */
export function applyEvent(run: Run, event: RunEvent): Run {
  // The table has the entry of this very kind; the compiler cannot follow that through a union.
  const apply = appliers[event.kind] as (run: Run, event: RunEvent) => Run;
  return apply(run, event);
}

type Applier<Kind extends RunEvent['kind']> = (run: Run, event: Extract<RunEvent, { readonly kind: Kind }>) => Run;

const appliers: { readonly [Kind in RunEvent['kind']]: Applier<Kind> } = {
  'step-begins': (run, { index, inverse: foreseen }) => {
    const step = run.plan.steps[index];
    return step === undefined ? run : withStep(run, index, { step, outcome: 'begun', detail: null, inverse: foreseen });
  },
  'step-ended': (run, { index, result }) => withStep(run, index, result),
  ended: (run, { at: finishedAt, verdict, stateAfter }) => ({ ...run, finishedAt, verdict, stateAfter }),
  undone: (run, { by }) => ({ ...run, undoneBy: by }),
};

function withStep(run: Run, index: number, result: RepairStepResult): Run {
  if (index >= run.plan.steps.length) return run;
  // Steps go in order: one whose lines are lost had its turn before this one.
  const before = run.plan.steps
    .slice(0, index)
    .map((step, i): RepairStepResult => run.steps[i] ?? { step, outcome: 'begun', detail: null, inverse: null });
  return { ...run, steps: [...before, result, ...run.steps.slice(index + 1)] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
