import type { HistoryExport, ListedVersion, VersionDiff } from '../core/model/listed-version.ts';
import type { Locale } from '../core/model/view.ts';
import { diffLines } from '../core/config-edit/line-diff.ts';
import { formatMoment } from '../core/text/durations.ts';
import { historyTexts, writeChange, writeWriter } from '../core/text/history.ts';
import { indent } from './layout.ts';
import { paint } from './paint.ts';

export interface HistoryStyle {
  /** Epoch ms. */
  readonly now: number;
  readonly locale: Locale;
  readonly hasColor: boolean;
}

/** One version: its id, when, which file, who; then what changed. */
export function writeVersionLine(version: ListedVersion, { now, locale, hasColor }: HistoryStyle): string {
  const texts = historyTexts(locale);
  const { id, at, file, by, changed, ranAt, isCurrent, origin } = version;
  const who = by === null ? texts.ownCopy : writeWriter(by, locale);
  const marks = [...(isCurrent ? [texts.isNow] : []), ...(ranAt === null ? [] : [texts.ran])];
  const head = [paint(id, 'strong', hasColor), formatMoment(at, now, { locale }), file, who, ...marks].join('  ');
  const isPlain = changed.length === 0 && origin === 'kept' && by?.kind !== 'first-seen';
  const lines = isPlain ? [texts.nothingByMeaning] : changed.map((change) => writeChange(change, locale));
  return [head, ...lines.map((line) => indent(line, 2))].join('\n').concat('\n');
}

/** Setting by setting; where nothing is different by meaning, or no meaning can be read, line by line. */
export function writeDiff(diff: VersionDiff, { now, locale, hasColor }: HistoryStyle): string {
  const texts = historyTexts(locale);
  const name = (version: ListedVersion | null) =>
    version === null ? texts.nowWord : `${version.id} (${formatMoment(version.at, now, { locale })})`;
  const head = `${paint(diff.file, 'strong', hasColor)}\n${name(diff.before)} → ${name(diff.after)}`;
  const byMeaning = diff.changes.filter(({ path }) => path !== '').map((change) => writeChange(change, locale));
  if (byMeaning.length > 0) return `${[head, ...byMeaning.map((line) => indent(line, 2))].join('\n')}\n`;
  const lines = diffLines(diff.beforeText ?? '', diff.afterText ?? '');
  if (lines.length === 0) return `${head}\n${texts.identical}\n`;
  const note = diff.changes.length === 0 ? [texts.onlyLayout] : [];
  return `${[head, ...note, ...lines.map((line) => paintLine(line, hasColor))].join('\n')}\n`;
}

function paintLine(line: string, hasColor: boolean): string {
  const tone = line.startsWith('-') ? 'bad' : line.startsWith('+') ? 'good' : 'plain';
  return indent(paint(line, tone, hasColor), 2);
}

export function writeExport({ exportedAt, versions }: HistoryExport, locale: Locale): string {
  const head = `# ${new Date(exportedAt).toISOString()}\n# ${historyTexts(locale).exported}\n`;
  const parts = versions.map(({ text, ...version }) => {
    const style = { now: exportedAt, locale, hasColor: false };
    const title = writeVersionLine(version, style)
      .trimEnd()
      .split('\n')
      .map((line) => `# ${line}`)
      .join('\n');
    return `${title}\n${text ?? ''}`.trimEnd().concat('\n');
  });
  return [head, ...parts].join('\n');
}
