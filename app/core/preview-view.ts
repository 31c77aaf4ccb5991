import { writeDeviceWish } from './device-words.ts';
import { writeModelWish } from './model-words.ts';
import { writeRestoreWish } from './restore-words.ts';
import { isModelWish, type Wish } from './model/wish.ts';
import type { Finding } from './model/finding.ts';
import type { ExactStep, RepairPreview } from './model/preview.ts';
import type { RepairOffer, RepairPlan, RepairRefusalReason } from './model/repair.ts';
import type { Locale, PreviewView, RepairOfferView } from './model/view.ts';
import { actionTexts } from './text/actions.ts';
import type { TimeStyle } from './text/durations.ts';
import { writeFinding } from './text/findings.ts';
import { writeInstructions } from './text/repairs/instructions.ts';
import { writeRepairQuestion } from './text/repairs/questions.ts';
import { writeRepairRefusal } from './text/repairs/refusals.ts';
import { repairOutcomeTexts } from './text/repairs/results.ts';
import { writeRepairStep } from './text/repairs/steps.ts';
import { repairResultTexts } from './text/repair-results.ts';
import { writeRepairName } from './text/wishes.ts';
import { deriveUndoOutlook, undoRung } from './undo-outlook.ts';

/** Where a repair is shown from. */
export interface PreviewSituation {
  /** `null`: it is gone, as that of an old repair that is to be undone may be. */
  readonly finding: Finding | null;
  /** Epoch ms of the picture. */
  readonly now: number;
}

/** A preview in words: what is wrong, what will be done, what it interrupts, what can be undone. */
export function derivePreviewView(
  { offer, exact, wish }: RepairPreview,
  { finding, now }: PreviewSituation,
  style: TimeStyle,
): PreviewView {
  const written = finding && writeFinding(finding, now, style);
  const base = {
    findingId: offer.findingId,
    planId: null,
    title: written?.title ?? writeName(offer, style.locale),
    whatIsWrong: written?.explanation ?? '',
    caution: null,
    steps: [],
    interrupts: null,
    undo: null,
    questions: [],
    reason: null,
    commands: [],
    executeLabel: repairResultTexts(style.locale).execute,
    ...(wish === undefined ? null : writeWish(wish, now, style)),
  } satisfies Omit<PreviewView, 'kind'>;
  switch (offer.kind) {
    case 'repair':
      return { ...base, kind: 'plan', ...derivePlanParts(offer, exact, finding, style.locale) };
    case 'instructions':
      return {
        ...base,
        kind: 'instructions',
        reason: writeInstructions(offer, style.locale),
        commands: offer.commands,
      };
    case 'refusal':
      return { ...base, kind: 'refusal', reason: writeRepairRefusal(offer, style.locale) };
    default:
      return offer satisfies never;
  }
}

/** What a person chose needs no finding: its own words say what it is. */
function writeWish(wish: Wish, now: number, style: TimeStyle) {
  if (isModelWish(wish)) return writeModelWish(wish, style.locale);
  return 'restores' in wish ? writeRestoreWish(wish, now, style) : writeDeviceWish(wish, style.locale);
}

/** What is left to say when the finding is gone. */
function writeName(offer: RepairOffer, locale: Locale): string {
  const title = writeRepairName(offer.code, locale);
  return isUndo(offer) ? repairResultTexts(locale).undoing({ title }) : title;
}

function isUndo(offer: RepairOffer): boolean {
  return offer.kind === 'repair' && offer.rung === undoRung;
}

function derivePlanParts(plan: RepairPlan, exact: readonly ExactStep[], finding: Finding | null, locale: Locale) {
  const asksAnyway = plan.questions.some(({ code }) => code === 'only-likely');
  return {
    planId: plan.id,
    caution: finding?.certainty === 'likely' && !asksAnyway ? repairResultTexts(locale).caution : null,
    steps: plan.steps.map((step, index) => ({
      text: writeRepairStep(step, locale),
      exact: writeExact(exact[index] ?? { kind: 'nothing' }),
    })),
    interrupts: repairOutcomeTexts(locale).reaches[plan.reach],
    undo: isUndo(plan) ? null : writeUndoOutlook(plan, locale),
    questions: plan.questions.map((question) => writeRepairQuestion(question, locale)),
    ...writeOtherWay(plan, locale),
  };
}

/** Where a plan decides between two, how a person decides otherwise. */
function writeOtherWay({ questions }: RepairPlan, locale: Locale): Pick<PreviewView, 'reason' | 'commands'> {
  const choice = questions.find((question) => question.code === 'keep-one');
  if (choice === undefined || choice.instead.length === 0) return { reason: null, commands: [] };
  return { reason: repairResultTexts(locale).keepOther(choice), commands: choice.instead };
}

/** As a person would type it; a diff as it is. */
function writeExact(exact: ExactStep): string | null {
  if (exact.kind === 'nothing') return null;
  return exact.kind === 'diff' ? exact.diff : exact.argv.map(quoteWord).join(' ');
}

/** A word as a shell takes it: as it is where it is simple, else in single quotes. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function writeUndoOutlook(plan: RepairPlan, locale: Locale): string {
  const { undoable } = repairResultTexts(locale);
  const { undoes, lasting } = deriveUndoOutlook(plan);
  if (lasting.length === 0) return undoes ? undoable.all : undoable.nothing;
  const reasons = lasting.map((why) => repairOutcomeTexts(locale).irreversible[why]);
  const { join } = actionTexts(locale);
  return reasons.reduce((first, second) => join({ first, second }), undoes ? undoable.part : undoable.none);
}

/** Passes by itself, and the panel shows what is being done: nothing that a person would have to read. */
const passing: ReadonlySet<RepairRefusalReason> = new Set(['busy']);

/** What a finding's card offers: to look at a plan, or at what a person must do or wait for. */
export function deriveRepairOfferView(
  finding: Finding,
  offers: readonly RepairOffer[],
  locale: Locale,
): RepairOfferView | null {
  const offer = offers.find(({ findingId }) => findingId === finding.id);
  if (offer === undefined || (offer.kind === 'refusal' && passing.has(offer.reason))) return null;
  const planned = finding.certainty === 'certain' ? 'plan' : 'suggestion';
  const kind = offer.kind === 'repair' ? planned : 'advice';
  return { kind, label: repairResultTexts(locale).offers[kind] };
}
