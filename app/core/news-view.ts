import { writeDrift } from './drift-words.ts';
import { driftId } from './model/drift.ts';
import type { News, NewsSettings, SnoozeChoice } from './model/news.ts';
import { newsKinds } from './model/news.ts';
import type { NewsView, SettingsView } from './model/view.ts';
import { formatMoment } from './text/durations.ts';
import type { TimeStyle } from './text/durations.ts';
import { writeFinding } from './text/findings.ts';
import { historyTexts } from './text/history.ts';
import { newsTexts } from './text/news.ts';
import { writeStateSentence } from './text/states.ts';

/** What a person has chosen, and what came of it. */
export interface ChosenSettings {
  readonly news: NewsSettings;
  readonly automatic: boolean;
  /** The system has refused to show the newest notification. */
  readonly isRefused: boolean;
  /** How often the settings were asked for since the app started. */
  readonly asked: number;
}

/** Title and cause; the cause is the finding's name, else what the state says. */
export function deriveNewsView(news: News, now: number, style: TimeStyle): NewsView {
  const { kind, at } = news;
  const { review, undoing: undo } = historyTexts(style.locale);
  return {
    kind,
    at,
    title: newsTexts(style.locale).titles[kind],
    text: writeNews(news, style),
    when: formatMoment(at, now, style),
    drift: news.kind === 'drift' ? { id: driftId(news.drift), review, undo } : null,
  };
}

function writeNews(news: News, style: TimeStyle): string {
  if (news.kind === 'drift') return writeDrift(news.drift, style);
  const { finding, status, at } = news;
  return finding === null ? writeStateSentence(status, at, style) : writeFinding(finding, at, style).title;
}

export function deriveSettingsView(chosen: ChosenSettings, now: number, style: TimeStyle): SettingsView {
  const texts = newsTexts(style.locale);
  const { kinds, snoozedUntil } = chosen.news;
  const isSnoozed = snoozedUntil !== null && now < snoozedUntil;
  const choices: readonly SnoozeChoice[] = isSnoozed ? ['off'] : ['hour', 'tomorrow'];
  return {
    asked: chosen.asked,
    title: texts.settings,
    newsLabel: texts.notifications,
    switches: newsKinds.map((kind) => ({ kind, label: texts.kinds[kind], on: kinds[kind] })),
    snooze: isSnoozed ? texts.snoozedUntil(formatMoment(snoozedUntil, now, style)) : null,
    snoozes: choices.map((choice) => ({ choice, label: texts.snoozes[choice] })),
    refused: chosen.isRefused ? texts.refused : null,
    automatic: { label: texts.automatic, explanation: texts.automaticExplanation, on: chosen.automatic },
  };
}
