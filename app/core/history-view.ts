import type { ConfigBackup, HistoryFacts, Version } from './model/history.ts';
import type { ComparisonView, DifferenceView, HistoryView, VersionView } from './model/history-view.ts';
import type { HistoryFault, VersionDiff } from './model/listed-version.ts';
import type { ComparedVersion, Picture } from './model/picture.ts';
import { valueOf } from './model/reading.ts';
import { hashText } from './repairs/plan-id.ts';
import { formatMoment } from './text/durations.ts';
import type { TimeStyle } from './text/durations.ts';
import { historyTexts, writeChange, writeValue, writeWriter } from './text/history.ts';

/** A person looks for the newest; the command line lists them all. */
const shownVersions = 30;
const shownChanges = 4;
/** More would be a wall; the command line has them all. */
const shownRows = 100;

/** The timeline, and the comparison that is open. */
export function deriveHistoryView(picture: Picture, asked: number, style: TimeStyle): HistoryView {
  const texts = historyTexts(style.locale);
  const { history } = picture.snapshot;
  const facts = valueOf(history);
  const entries = facts === undefined ? [] : listEntries(facts);
  const shown = entries.slice(0, shownVersions);
  const older = entries.length - shown.length;
  const { at: now } = picture.snapshot;
  return {
    asked,
    title: texts.title,
    empty: entries.length > 0 ? null : history.status === 'unknown' ? texts.unread : texts.empty,
    fault: facts?.fault === undefined || facts.fault === null ? null : texts.fault({ fault: facts.fault }),
    versions: shown.map((entry) => ('name' in entry ? viewBackup(entry, now, style) : viewVersion(entry, now, style))),
    older: older > 0 ? texts.older(older) : null,
    compared: picture.compared && deriveComparison(picture.compared, now, style),
    words: {
      versions: texts.lists.versions,
      differences: texts.lists.differences,
      compare: texts.compare,
      former: texts.former,
      now: texts.now,
    },
  };
}

interface Shown extends Version {
  readonly isNow: boolean;
}
type Entry = Shown | ConfigBackup;

/** Versions and OpenClaw's own copies, newest first. The newest version of a file is what the file holds. */
function listEntries({ versions, backups }: HistoryFacts): readonly Entry[] {
  const seen = new Set<string>();
  const kept = versions.map((version): Shown => {
    const isNow = !seen.has(version.file);
    seen.add(version.file);
    return { ...version, isNow };
  });
  return [...kept, ...backups].toSorted((one, other) => timeOf(other) - timeOf(one));
}

function timeOf(entry: Entry): number {
  return 'name' in entry ? entry.modifiedAt : entry.at;
}

function viewVersion(version: Shown, now: number, style: TimeStyle): VersionView {
  const { locale } = style;
  const texts = historyTexts(locale);
  const { id, file, at, by, changed, ranAt, isNow } = version;
  const changes = changed.slice(0, shownChanges).map((change) => writeChange(change, locale));
  const isFirst = by.kind === 'first-seen';
  return {
    id,
    when: formatMoment(at, now, style),
    file: bareName(file),
    by: writeWriter(by, locale),
    changes: changes.length === 0 && !isFirst ? [texts.nothingByMeaning] : changes,
    more: changed.length > shownChanges ? texts.more(changed.length - shownChanges) : null,
    marks: [...(isNow ? [texts.isNow] : []), ...(ranAt === null ? [] : [texts.ran])],
    isNow,
  };
}

function viewBackup({ name, path, modifiedAt }: ConfigBackup, now: number, style: TimeStyle): VersionView {
  const by = historyTexts(style.locale).ownCopy;
  const when = formatMoment(modifiedAt, now, style);
  return { id: name, when, file: bareName(path), by, changes: [], more: null, marks: [], isNow: false };
}

function deriveComparison({ reference, outcome }: ComparedVersion, now: number, style: TimeStyle): ComparisonView {
  const { locale } = style;
  const texts = historyTexts(locale);
  const before = 'kind' in outcome ? null : outcome.before;
  const rows = 'kind' in outcome ? [] : listRows(outcome, style);
  const restores = before !== null && !before.isCurrent;
  return {
    versionId: reference,
    title: texts.compareWith({ when: before === null ? reference : formatMoment(before.at, now, style) }),
    rows,
    message: writeMessage(outcome, style),
    restoreAll: restores ? texts.restoreAll : null,
    restoreTicked: rows.length > 0 ? texts.restoreTicked : null,
    close: texts.closeDiff,
  };
}

function writeMessage(outcome: VersionDiff | HistoryFault, { locale }: TimeStyle): string | null {
  const texts = historyTexts(locale);
  if ('kind' in outcome) return texts.unreadable;
  if (outcome.changes.some(({ path }) => path === '')) return texts.unreadable;
  if (outcome.changes.length > shownRows) return texts.more(outcome.changes.length - shownRows);
  if (outcome.changes.length > 0) return null;
  return outcome.before?.isCurrent === true ? texts.noDifference : texts.nothingByMeaning;
}

function listRows({ changes }: VersionDiff, { locale }: TimeStyle): readonly DifferenceView[] {
  return changes
    .filter(({ path }) => path !== '')
    .slice(0, shownRows)
    .map(({ path, before, after }) => ({
      id: rowId(path),
      path,
      former: writeValue(before, locale),
      now: writeValue(after, locale),
      tick: historyTexts(locale).tick({ path }),
    }));
}

function rowId(path: string): string {
  return hashText(path);
}

/** The settings behind the rows that a person ticked, of the comparison that is open; `null`: it is another one by now. */
export function findTicked(compared: ComparedVersion | null, versionId: string, rows: readonly string[]) {
  if (compared === null || compared.reference !== versionId || 'kind' in compared.outcome) return null;
  const paths = compared.outcome.changes.map(({ path }) => path);
  const ticked = paths.filter((path) => path !== '' && rows.includes(rowId(path)));
  return ticked.length === 0 ? null : ticked;
}

function bareName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
