import type { Activity } from './model/memory.ts';
import type { RepairStepOutcome, RepairStepResult, Run } from './model/repair.ts';
import type { Locale, RunStepView, RunView, Tone } from './model/view.ts';
import { wishCodes } from './model/wish.ts';
import { formatMoment } from './text/durations.ts';
import type { TimeStyle } from './text/durations.ts';
import { repairResultTexts } from './text/repair-results.ts';
import { hungRung } from './automatic.ts';
import { newsTexts } from './text/news.ts';
import { repairOutcomeTexts } from './text/repairs/results.ts';
import { writeRepairStep, writeRepairStepFailure, writeRepairStepOutcome } from './text/repairs/steps.ts';
import { writeRepairName } from './text/wishes.ts';
import { isUndoable, listUndoSteps } from './undo-outlook.ts';

/** When and beside what a run is looked at. */
export interface RunSituation {
  /** What is in flight: an open run that is not, was interrupted. */
  readonly activity: Activity | null;
  /** Epoch ms of the picture. */
  readonly now: number;
}

/** A run that ended is news for so long. */
const newsMs = 600_000;

const tones: Readonly<Record<RunView['state'], Tone>> = {
  running: 'plain',
  interrupted: 'unknown',
  fixed: 'good',
  'not-fixed': 'bad',
  worse: 'bad',
  stale: 'unknown',
  refused: 'unknown',
  undone: 'plain',
};

/** One run in words: what it was for, how it ended or where it is, each step, and what undoing it would do. */
export function deriveRunView(run: Run, { activity, now }: RunSituation, style: TimeStyle): RunView {
  const { locale } = style;
  const state = deriveState(run, activity);
  const steps = deriveSteps(run, state, locale);
  return {
    id: run.id,
    title: writeTitle(run, locale),
    state,
    tone: tones[state],
    ...writeOutcome(run, state, steps, locale),
    startedAt: run.startedAt,
    when: formatMoment(run.startedAt, now, style),
    open: run.finishedAt === null ? run.undoneBy === null : now - run.finishedAt < newsMs,
    steps,
    undo: state === 'running' || !isUndoable(run) ? null : deriveUndo(run, locale),
  };
}

function writeTitle({ plan, undoes }: Run, locale: Locale): string {
  const title = plan.rung === hungRung ? newsTexts(locale).hung : writeRepairName(plan.code, locale);
  return undoes === null ? title : repairResultTexts(locale).undoing({ title });
}

/** A repair's activity begins with its run. */
function deriveState(run: Run, activity: Activity | null): RunView['state'] {
  if (run.undoneBy !== null) return 'undone';
  if (run.verdict !== null) return run.verdict;
  const isInFlight = activity?.action === 'repair' || activity?.action === 'undo';
  return isInFlight && activity.startedAt === run.startedAt ? 'running' : 'interrupted';
}

function writeOutcome(
  run: Run,
  state: RunView['state'],
  steps: readonly RunStepView[],
  locale: Locale,
): Pick<RunView, 'text' | 'next'> {
  const texts = repairResultTexts(locale);
  if (state === 'undone') return { text: texts.undone, next: null };
  if (state === 'running') return { text: writeRunning(steps, locale), next: null };
  if (state === 'fixed' && run.undoes !== null) return { text: texts.undid, next: null };
  const broken = run.steps.find(({ outcome }) => outcome === 'failed' || outcome === 'timed-out');
  if (state === 'not-fixed' && broken !== undefined) {
    const { cause, next } = writeRepairStepFailure(broken.step, locale);
    return { text: texts.stopped({ cause }), next };
  }
  if (isWish(run)) {
    if (state === 'fixed') return { text: texts.wishes.fixed, next: null };
    if (state === 'not-fixed') return { text: texts.wishes['not-fixed'], next: texts.wishes.next };
  }
  const { sentence, next } = repairOutcomeTexts(locale).verdicts[state];
  return { text: sentence, next: next === '' ? null : next };
}

function isWish({ plan }: Run): boolean {
  return wishCodes.some((code) => code === plan.code);
}

function writeRunning(steps: readonly RunStepView[], locale: Locale): string {
  const texts = repairResultTexts(locale);
  const index = steps.findIndex(({ progress }) => progress === 'running');
  const step = steps[index];
  if (step !== undefined) return texts.running({ number: index + 1, count: steps.length, step: step.text });
  return steps.some(({ progress }) => progress === 'waiting') ? texts.preparing : texts.verifying;
}

/** Every step of the plan: what was recorded of it, else whether its turn may still come. */
function deriveSteps(run: Run, state: RunView['state'], locale: Locale): readonly RunStepView[] {
  return run.plan.steps.map((step, index) => {
    const result = run.steps[index];
    const progress = deriveProgress(result, state);
    return {
      text: writeRepairStep(step, locale),
      progress,
      outcome: writeProgress(result, progress, locale),
      detail: result?.detail ?? null,
    };
  });
}

function deriveProgress(result: RepairStepResult | undefined, state: RunView['state']): RunStepView['progress'] {
  const [ended, running] = progressOf[result?.outcome ?? 'not-reached'];
  return state === 'running' ? running : ended;
}

/** What each outcome on record means in a run that is over, and in one that runs. */
const progressOf: Readonly<
  Record<RepairStepOutcome, readonly [over: RunStepView['progress'], running: RunStepView['progress']]>
> = {
  done: ['done', 'done'],
  already: ['done', 'done'],
  failed: ['failed', 'failed'],
  'timed-out': ['failed', 'failed'],
  begun: ['unsure', 'running'],
  'not-reached': ['not-reached', 'waiting'],
};

function writeProgress(
  result: RepairStepResult | undefined,
  progress: RunStepView['progress'],
  locale: Locale,
): string {
  const texts = repairResultTexts(locale).progress;
  if (progress === 'done' || progress === 'failed') return writeRepairStepOutcome(result?.outcome ?? 'done', locale);
  return texts[progress];
}

function deriveUndo(run: Run, locale: Locale): RunView['undo'] {
  const steps = listUndoSteps(run).map((step) => writeRepairStep(step, locale));
  return { label: repairResultTexts(locale).undo, steps };
}
