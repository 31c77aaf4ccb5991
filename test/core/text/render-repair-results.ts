import { activityKinds } from '../../../app/core/model/action.ts';
import type { Locale } from '../../../app/core/model/view.ts';
import { repairResultTexts, writeRepairNotice } from '../../../app/core/text/repair-results.ts';
import type { Rendered } from './render-all.ts';

/** What faces say around a repair: its button, its preview, its progress, and why it was not begun. */
export function renderRepairResults(locale: Locale): readonly Rendered[] {
  const texts = repairResultTexts(locale);
  const { offers, progress, undoable } = texts;
  const sentences = {
    ...undoable,
    caution: texts.caution,
    keepOther: texts.keepOther({ keep: 'bench-a', aside: 'bench-b' }),
    undone: texts.undone,
    undid: texts.undid,
    wishFixed: texts.wishes.fixed,
    wishNotFixed: texts.wishes['not-fixed'],
    wishNext: texts.wishes.next,
    stale: texts.stale,
    asks: texts.asks,
  };
  const words = { ...progress, execute: texts.execute, undoing: texts.undoing({ title: texts.execute }) };
  const free = {
    ...offers,
    undo: texts.undo,
    running: texts.running({ number: 2, count: 3, step: texts.execute }),
    preparing: texts.preparing,
    verifying: texts.verifying,
  };
  return [
    ...renderEach('sentence', sentences),
    ...renderEach('words', words),
    ...renderEach('free', free),
    ...renderBusy(locale),
  ];
}

function renderEach(form: Rendered['form'], texts: Readonly<Record<string, string>>): readonly Rendered[] {
  return Object.entries(texts).map(([key, text]) => ({ key: `repair result ${form} ${key}`, form, text }));
}

function renderBusy(locale: Locale): readonly Rendered[] {
  return (['menu-bar', 'command-line', 'browser-panel'] as const).flatMap((face) =>
    activityKinds.map((action) => ({
      key: `repair result busy ${face} ${action}`,
      form: 'sentence' as const,
      text: writeRepairNotice({ kind: 'busy', by: { face, pid: 777, action } }, locale) ?? '',
    })),
  );
}
