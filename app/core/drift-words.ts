import type { Drift, DriftChange } from './model/drift.ts';
import { formatMoment } from './text/durations.ts';
import type { TimeStyle } from './text/durations.ts';
import { historyTexts, writeChange, writeWriter } from './text/history.ts';

/** A notification has room for about so many. */
const namedChanges = 3;

/** Those that a notification names. */
export function listNamed({ changes }: Pick<Drift, 'changes'>): readonly DriftChange[] {
  return changes.slice(0, namedChanges);
}

/** "gateway.port 18789 → 18790, by another program, 14:02". */
export function writeDrift(drift: Drift, style: TimeStyle): string {
  const texts = historyTexts(style.locale);
  const named = listNamed(drift).map((change) => writeChange(change, style.locale));
  const rest = drift.changes.length - named.length;
  const what = [...named, ...(rest > 0 ? [texts.more(rest)] : [])].join(texts.and);
  return texts.driftText({ what, who: writeWho(drift, style), when: formatMoment(drift.at, drift.at, style) });
}

function writeWho({ by }: Drift, { locale }: TimeStyle): string {
  const { byShort } = historyTexts(locale);
  if (by === null) return byShort.several;
  return by.kind === 'other' ? byShort.other : writeWriter(by, locale);
}
