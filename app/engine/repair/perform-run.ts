import type { Inverse, RepairStep, RepairStepResult, Run } from '../../core/model/repair.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { redactText } from '../../core/redact.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { Looker } from '../looker.ts';
import { readServiceOf } from '../read-service.ts';
import { failed, type StepOutcome } from '../steps/step.ts';
import { foreseeInverse } from './foresee.ts';
import { performRepairStep } from './performers.ts';
import type { RepairStepContext } from './repair-step.ts';
import type { RunBook } from './run-book.ts';

export interface RunParts {
  readonly parts: EngineParts;
  readonly looker: Looker;
  readonly book: RunBook;
}

export interface RunOptions {
  /** What the plan was made from. */
  readonly basis: Snapshot;
  /** A repair stops at the first failure; an undo takes back what it can. */
  readonly stopsAtFailure: boolean;
}

export interface PerformedRun {
  readonly run: Run;
  /** Every step was done, or had nothing to do. */
  readonly isComplete: boolean;
  /** A process was another one than the plan means, and nothing had been changed before. */
  readonly isStale: boolean;
}

/** Step by step: on record before it is performed and after; the first failure stops. Never throws. */
export async function performRun(doer: RunParts, begun: Run, options: RunOptions): Promise<PerformedRun> {
  let run = begun;
  let isComplete = true;
  let isStale = false;
  for (const [index, step] of begun.plan.steps.entries()) {
    const done = await performRecorded(doer, run, { index, step, options });
    isStale = done.changedMeanwhile && !run.steps.some(hasChangedSomething);
    run = done.run;
    if (done.isGood) continue;
    isComplete = false;
    if (options.stopsAtFailure || !done.isRecorded) break;
  }
  return { run, isComplete, isStale };
}

interface Turn {
  readonly index: number;
  readonly step: RepairStep;
  readonly options: RunOptions;
}

interface TurnEnd {
  readonly run: Run;
  readonly isGood: boolean;
  readonly isRecorded: boolean;
  readonly changedMeanwhile: boolean;
}

async function performRecorded(doer: RunParts, run: Run, { index, step, options }: Turn): Promise<TurnEnd> {
  const { parts, book } = doer;
  const { clock } = parts.ports;
  const context = makeContext(doer, run, index, options);
  let foreseen: Inverse = { kind: 'nothing-to-undo' };
  try {
    foreseen = await foreseeInverse(step, context);
    await book.note(run.id, { kind: 'step-begins', index, at: clock.now(), inverse: foreseen });
  } catch (error) {
    const result = resultOf(step, failed(`not begun, because it could not be recorded: ${messageOf(error)}`), null);
    const after = book.show(run.id, { kind: 'step-ended', index, at: clock.now(), result });
    return { run: after, isGood: false, isRecorded: false, changedMeanwhile: false };
  }
  const outcome = await performSafely(step, context);
  const result = resultOf(step, outcome, settleInverse(step, outcome, foreseen));
  const event = { kind: 'step-ended', index, at: clock.now(), result } as const;
  const isGood = outcome.outcome === 'done' || outcome.outcome === 'already';
  const changedMeanwhile = outcome.changedMeanwhile === true;
  try {
    return { run: await book.note(run.id, event), isGood, isRecorded: true, changedMeanwhile };
  } catch (error) {
    parts.onError(error);
    // What cannot be recorded must not go on: after a crash nobody would know of it.
    return { run: book.show(run.id, event), isGood: false, isRecorded: false, changedMeanwhile };
  }
}

function makeContext({ parts, looker }: RunParts, run: Run, index: number, { basis }: RunOptions): RepairStepContext {
  const kept = run.steps.findLastIndex(({ step, outcome }) => step.kind === 'keep-copy' && outcome === 'done');
  const keptStep = run.steps[kept]?.step;
  return {
    ports: parts.ports,
    basis,
    startedAt: run.startedAt,
    profile: parts.target.profile,
    runId: run.id,
    itemId: deriveItemId(run.id, index),
    keptCopy: keptStep?.kind === 'keep-copy' ? { copyId: deriveItemId(run.id, kept), paths: keptStep.paths } : null,
    readService: readServiceOf(parts),
    look: async (depth) => (await looker.look(depth)).snapshot,
  };
}

/** What a step of a run is called in the store. */
export function deriveItemId(runId: string, index: number): string {
  return `${runId}-${index}`;
}

async function performSafely(step: RepairStep, context: RepairStepContext): Promise<StepOutcome> {
  try {
    return await performRepairStep(step, context);
  } catch (error) {
    return failed(messageOf(error));
  }
}

function resultOf(step: RepairStep, { outcome, detail }: StepOutcome, inverse: Inverse | null): RepairStepResult {
  return { step, outcome, detail, inverse };
}

/** Steps that have changed nothing when they failed. */
const allOrNothing: ReadonlySet<RepairStep['kind']> = new Set([
  'keep-copy',
  'move-aside',
  'put-back',
  'set-file-mode',
  'create-folder',
  'remove-empty-folder',
  'archive-log',
  'edit-config',
  'restore-version',
  'remove-env-line',
  'set-env-line',
  'unset-login-variable',
  'terminate-process',
  'kill-process',
]);

function settleInverse(step: RepairStep, { outcome }: StepOutcome, foreseen: Inverse): Inverse {
  const changedNothing = outcome === 'already' || (outcome === 'failed' && allOrNothing.has(step.kind));
  return changedNothing ? { kind: 'nothing-to-undo' } : foreseen;
}

const harmless: ReadonlySet<RepairStep['kind']> = new Set(['wait', 'wait-until', 'keep-copy']);

function hasChangedSomething({ step, outcome }: RepairStepResult): boolean {
  return outcome !== 'already' && !harmless.has(step.kind);
}

function messageOf(error: unknown): string {
  return redactText(error instanceof Error ? error.message : String(error));
}
