import { listNamed } from '../core/drift-words.ts';
import type { Drift, DriftChange } from '../core/model/drift.ts';
import type { DriftNews } from '../core/model/news.ts';
import type { Locale } from '../core/model/view.ts';
import { deriveNewsView } from '../core/news-view.ts';
import type { TimeStyle } from '../core/text/durations.ts';
import { historyTexts, writeChange } from '../core/text/history.ts';
import { labelTexts } from '../core/text/labels.ts';
import type { Notice } from '../ports/notifier.ts';

/** What changed, who did it, when; Review shows the history, Undo takes it back. */
export function writeNotice(news: DriftNews, style: TimeStyle): Notice {
  const { title, text } = deriveNewsView(news, news.at, style);
  const { review, undo } = historyTexts(style.locale);
  return {
    title,
    body: text,
    buttons: [
      { kind: 'review', label: review },
      { kind: 'undo', label: undo },
    ],
  };
}

/** The answer to Undo: the same changes the other way round. */
export function writeUndone(drift: Drift, locale: Locale): Notice {
  const texts = historyTexts(locale);
  const body = listNamed(drift)
    .map((change) => writeChange(inverseOf(change), locale))
    .join(texts.and);
  return { title: texts.driftUndone, body, buttons: [{ kind: 'details', label: labelTexts(locale).details }] };
}

const inverses = { added: 'removed', removed: 'added', changed: 'changed' } as const;

function inverseOf({ file, path, before, after, kind }: DriftChange): DriftChange {
  return { file, path, kind: inverses[kind], before: after, after: before };
}
