import { actionKinds, refusalCodes } from '../../../app/core/model/action.ts';
import { findingCodes } from '../../../app/core/model/finding.ts';
import type { Finding } from '../../../app/core/model/finding.ts';
import { stateReasons } from '../../../app/core/model/state.ts';
import type { Locale } from '../../../app/core/model/view.ts';
import { actionTexts, writeQuestion } from '../../../app/core/text/actions.ts';
import { writeRefusal } from '../../../app/core/text/actions/refusals.ts';
import { writeStep, writeStepFailure, writeStepOutcome } from '../../../app/core/text/actions/steps.ts';
import { factTexts } from '../../../app/core/text/facts.ts';
import { gradeTexts, writeFinding } from '../../../app/core/text/findings.ts';
import { labelTexts } from '../../../app/core/text/labels.ts';
import { menuTexts } from '../../../app/core/text/menu.ts';
import { newsTexts } from '../../../app/core/text/news.ts';
import { headlineTexts, writeStateSentence } from '../../../app/core/text/states.ts';
import { unknownTexts } from '../../../app/core/text/unknowns.ts';
import { webTexts } from '../../../app/core/text/web.ts';
import { renderDevices } from './render-devices.ts';
import { renderHistory } from './render-history.ts';
import { renderRepairResults } from './render-repair-results.ts';
import { renderRepairs } from './render-repairs.ts';
import { findingArgs, fullStateArgs, questions, refusalArgs, sparseStateArgs, steps } from './sample-args.ts';

/** `sentence` ends with a full stop, `question` with a question mark, `words` with neither. */
export interface Rendered {
  readonly key: string;
  readonly form: 'sentence' | 'question' | 'words' | 'free';
  readonly text: string;
}

const now = Date.UTC(2026, 8, 20, 12);

/** Every text that a person can meet, rendered with sample facts. Same keys in the same order in every language. */
export function renderAll(locale: Locale): readonly Rendered[] {
  return [
    ...renderStates(locale),
    ...renderFindings(locale),
    ...renderActions(locale),
    ...renderRefusals(locale),
    ...renderSteps(locale),
    ...renderPlainTexts(locale),
    ...renderRepairs(locale),
    ...renderRepairResults(locale),
    ...renderDevices(locale),
    ...renderHistory(locale),
  ];
}

function renderStates(locale: Locale): Rendered[] {
  return stateReasons.flatMap((reason) =>
    [fullStateArgs, sparseStateArgs].map((args, index) => ({
      key: `state ${reason} ${index}`,
      form: 'sentence' as const,
      text: writeStateSentence({ state: 'unknown', reason, args, since: null }, now, { locale, timeZone: 'UTC' }),
    })),
  );
}

function renderFindings(locale: Locale): Rendered[] {
  return findingCodes.flatMap((code) =>
    findingArgs[code].flatMap((args, index) => {
      const finding = { id: code, code, subject: '', severity: 'notice', certainty: 'certain', args, evidence: [] };
      const texts = writeFinding(finding as unknown as Finding, now, { locale, timeZone: 'UTC' });
      const key = `finding ${code} ${index}`;
      return [
        { key: `${key} title`, form: 'words' as const, text: texts.title },
        { key: `${key} explanation`, form: 'sentence' as const, text: texts.explanation },
        { key: `${key} advice`, form: 'sentence' as const, text: texts.advice },
      ];
    }),
  );
}

function renderActions(locale: Locale): Rendered[] {
  const texts = actionTexts(locale);
  const asked = questions.map((question) => ({
    key: `question ${question.code}`,
    form: 'question' as const,
    text: writeQuestion(question, locale),
  }));
  const ends = actionKinds.flatMap((action) => [
    { key: `succeeded ${action}`, form: 'sentence' as const, text: texts.succeeded[action] },
    { key: `failed ${action}`, form: 'sentence' as const, text: texts.failed[action] },
    { key: `label ${action}`, form: 'words' as const, text: texts.labels[action] },
    { key: `activity ${action}`, form: 'free' as const, text: texts.activities[action] },
  ]);
  const { stillStarting, notAsMeant } = texts;
  const others = [stillStarting.text, stillStarting.next, notAsMeant.cause, notAsMeant.next];
  return [
    ...asked,
    ...ends,
    ...others.map((text, index) => ({ key: `ending ${index}`, form: 'sentence' as const, text })),
  ];
}

function renderRefusals(locale: Locale): Rendered[] {
  return refusalCodes.flatMap((code) =>
    refusalArgs[code].flatMap((args, index) => {
      const { sentence, next } = writeRefusal({ kind: 'refusal', action: 'start', code, args: { ...args } }, locale);
      return [
        { key: `refusal ${code} ${index}`, form: 'sentence' as const, text: sentence },
        { key: `refusal ${code} ${index} next`, form: 'sentence' as const, text: next },
      ];
    }),
  );
}

function renderSteps(locale: Locale): Rendered[] {
  const outcomes = (['done', 'already', 'failed', 'timed-out', 'not-reached'] as const).map((outcome) => ({
    key: `outcome ${outcome}`,
    form: 'words' as const,
    text: writeStepOutcome(outcome, locale),
  }));
  const described = steps.flatMap((step, index) => {
    const { cause, next } = writeStepFailure(step, locale);
    return [
      { key: `step ${index}`, form: 'words' as const, text: writeStep(step, locale) },
      { key: `step ${index} cause`, form: 'sentence' as const, text: cause },
      { key: `step ${index} next`, form: 'sentence' as const, text: next },
    ];
  });
  return [...outcomes, ...described];
}

function renderPlainTexts(locale: Locale): Rendered[] {
  const facts = factTexts(locale);
  const { broken, unreadable, valid, missing } = facts.config;
  const unknowns = unknownTexts(locale);
  const lines = {
    broken: broken({ line: 15, column: 3 }),
    unreadable: unreadable(unknowns.reasons['timed-out']),
    valid,
    missing,
  };
  return [
    ...listLeaves('unknown reason', unknowns.reasons, 'sentence'),
    ...listLeaves('config line', lines, 'sentence'),
    ...listLeaves('probe', unknowns.probes, 'words'),
    ...listLeaves('state words', headlineTexts(locale).words, 'words'),
    ...listLeaves('fact', { ...facts.labels, ...facts.services, none: facts.none }, 'words'),
    ...listLeaves('port source', facts.portSources, 'words'),
    ...listLeaves('severity', gradeTexts(locale).severities, 'words'),
    ...listLeaves('certainty', gradeTexts(locale).certainties, 'words'),
    ...listLeaves('label', labelTexts(locale), 'free'),
    ...listLeaves('menu', stringsOf(menuTexts(locale)), 'free'),
    ...renderNews(locale),
    ...listLeaves('web', stringsOf(webTexts(locale)), 'free'),
  ];
}

function renderNews(locale: Locale): Rendered[] {
  const { titles, kinds, snoozes, snoozedUntil, refused, automaticExplanation, ...words } = newsTexts(locale);
  return [
    ...listLeaves('news title', titles, 'words'),
    ...listLeaves('news kind', kinds, 'words'),
    ...listLeaves('news pause', snoozes, 'words'),
    ...listLeaves('news', { snoozedUntil: snoozedUntil('14:02'), refused, automaticExplanation }, 'sentence'),
    ...listLeaves('news', words, 'words'),
  ];
}

function listLeaves(area: string, texts: Readonly<Record<string, string>>, form: Rendered['form']): Rendered[] {
  return Object.entries(texts).map(([key, text]) => ({ key: `${area} ${key}`, form, text }));
}

function stringsOf(texts: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
