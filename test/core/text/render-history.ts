import type { Change } from '../../../app/core/model/history.ts';
import { watchedKinds } from '../../../app/core/model/history.ts';
import type { RestoreFault } from '../../../app/core/model/restore.ts';
import type { Locale } from '../../../app/core/model/view.ts';
import { historyTexts, writeChange, writeWriter } from '../../../app/core/text/history.ts';
import { writeRestoreFault } from '../../../app/core/text/restore-faults.ts';
import { restoreTexts } from '../../../app/core/text/restores.ts';
import type { Rendered } from './render-all.ts';

const path = '/Users/alice/openclaw.json';
const changes: readonly Change[] = [
  { path: 'gateway.port', kind: 'changed', before: '77', after: '12' },
  { path: 'gateway.port', kind: 'added', before: null, after: '12' },
  { path: 'gateway.port', kind: 'removed', before: '77', after: null },
  { path: '', kind: 'changed', before: null, after: null },
  { path: '', kind: 'added', before: null, after: null },
  { path: '', kind: 'removed', before: null, after: null },
];

const faults: readonly RestoreFault[] = [
  { kind: 'no-such-version', which: 'bench-a' },
  { kind: 'ambiguous', which: 'bench-a' },
  { kind: 'unreadable', which: 'bench-a', message: '77' },
  { kind: 'other-file', which: 'bench-a' },
  { kind: 'no-difference' },
  { kind: 'no-such-setting', keys: ['gateway.port', 'gateway.mode'] },
  { kind: 'broken-version', which: 'bench-a' },
];

/** Every text about kept versions and changes of others, rendered with sample facts. */
export function renderHistory(locale: Locale): readonly Rendered[] {
  const texts = historyTexts(locale);
  const { titles, execute, whole, settings, more } = restoreTexts(locale);
  const former = { file: path, when: '77' };
  const words = [
    texts.title,
    ...watchedKinds.map((kind) => texts.kinds[kind]),
    texts.ownCopy,
    texts.ran,
    texts.isNow,
    texts.compare,
    texts.compareWith({ when: '77' }),
    texts.former,
    texts.now,
    texts.nothing,
    texts.tick({ path: 'gateway.port' }),
    texts.more(77),
    ...Object.values(texts.byShort),
    ...Object.values(texts.lists),
    texts.review,
    texts.undo,
    texts.driftUndone,
    writeWriter({ kind: 'first-seen' }, locale),
    writeWriter({ kind: 'clawtender', runId: null }, locale),
    writeWriter({ kind: 'openclaw', command: null }, locale),
    writeWriter({ kind: 'other' }, locale),
    ...Object.values(titles).map((title) => title(former)),
    ...Object.values(execute),
    more({ named: 'gateway.port', count: 77 }),
  ];
  const sentences = [
    texts.empty,
    texts.unread,
    texts.noDifference,
    texts.unreadable,
    texts.older(77),
    texts.identical,
    texts.exported,
    texts.noVersions,
    texts.noVersionsOf({ file: path }),
    whole(former),
    settings({ what: 'gateway.port', when: '77' }),
    ...faults.map((fault) => writeRestoreFault(fault, locale)),
  ];
  const free = [
    ...changes.map((change) => writeChange(change, locale)),
    texts.fault({ fault: '77' }),
    texts.nothingByMeaning,
    texts.restoreAll,
    texts.restoreTicked,
    texts.undoing,
    texts.onlyLayout,
    texts.nowWord,
    writeWriter({ kind: 'manager', name: 'ClawX' }, locale),
    texts.driftText({ what: 'gateway.port', who: '77', when: '12' }),
  ];
  return [
    ...words.map((text, index) => ({ key: `history words ${index}`, form: 'words' as const, text })),
    ...sentences.map((text, index) => ({ key: `history sentence ${index}`, form: 'sentence' as const, text })),
    ...free.map((text, index) => ({ key: `history ${index}`, form: 'free' as const, text })),
  ];
}
