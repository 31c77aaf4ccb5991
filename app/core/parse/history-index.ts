import type { Version, WatchedKind, Writer } from '../model/history.ts';
import { watchedKinds } from '../model/history.ts';

/** The index of our history is text: one JSON object per line, `v` the form it has. A newer program's lines have another. */
export const indexForm = 1;

export type IndexLine =
  | VersionLine
  /** A gateway serves with these versions in force. */
  | { readonly kind: 'ran'; readonly ids: readonly string[]; readonly at: number }
  /** A write of ours is about to give this file this content. */
  | Announcement
  /** Who wrote a version became known later. */
  | { readonly kind: 'writer'; readonly id: string; readonly by: Writer };

export interface VersionLine {
  readonly kind: 'version';
  readonly version: Omit<Version, 'ranAt'> & { readonly ranAt?: number | null };
  /** Where its links lead, if that is not the file itself. */
  readonly realFile?: string;
}

export interface Announcement {
  readonly kind: 'announced';
  /** As it was named, and behind links. */
  readonly files: readonly string[];
  readonly sha256: string;
  readonly runId: string;
  /** Epoch ms. */
  readonly at: number;
}

export interface HistoryIndex {
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly announcements: readonly Announcement[];
  /** Lines of a newer form: kept as they are. */
  readonly foreign: readonly string[];
  /** How many lines there were, whatever they were good for. */
  readonly lineCount: number;
}

export function writeIndexLine(line: IndexLine): string {
  return JSON.stringify({ v: indexForm, ...line });
}

/**
 * Reads the index. A torn line, and one that is no line of an index, is passed over. Two programs may have kept the same
 * content at once: of a file's versions that follow each other with one content the first counts, and what was said of
 * the others is said of it.
 */
export function parseHistoryIndex(text: string): HistoryIndex {
  const lines = text.split('\n').filter((line) => line !== '');
  const parsed = lines.map(parseLine);
  const foreign = lines.filter((_line, index) => parsed[index] === 'foreign');
  const known = parsed.filter((line) => line !== null && line !== 'foreign');
  const announcements = known.filter((line) => line.kind === 'announced');
  return { versions: joinVersions(known, announcements), announcements, foreign, lineCount: lines.length };
}

/** Our own writes are told as such also when they were seen before they were announced, by this much. */
const announcedLateMs = 300_000;
/** A write takes moments after it was announced; the clock of a disk may be a little behind. */
const announcedEarlyMs = 60_000;

/** Whether a version is what an announcement spoke of. */
function isAnnounced({ version, realFile }: VersionLine, { files, sha256, at }: Announcement): boolean {
  return (
    version.sha256 === sha256 &&
    [version.file, realFile].some((file) => file !== undefined && files.includes(file)) &&
    version.at >= at - announcedLateMs &&
    version.at <= at + announcedEarlyMs
  );
}

function joinVersions(lines: readonly IndexLine[], announcements: readonly Announcement[]): readonly Version[] {
  const found = new Map<string, VersionLine>();
  for (const line of lines) if (line.kind === 'version') found.set(line.version.id, line);
  const oldestFirst = [...found.values()].sort((a, b) => (a.version.id < b.version.id ? -1 : 1));
  const { versions, sameAs } = withoutRepetitions(oldestFirst.map(({ version }) => withRan(version)));
  for (const line of lines) note(line, versions, sameAs);
  for (const announcement of announcements) {
    const distance = ({ at }: Version) => Math.abs(at - announcement.at);
    // Of several that fit the one that is nearest in time.
    const [nearest] = oldestFirst
      .filter((line) => isAnnounced(line, announcement))
      .flatMap(({ version: { id } }) => versions.get(sameAs.get(id) ?? id) ?? [])
      .sort((a, b) => distance(a) - distance(b));
    const by: Writer = { kind: 'clawtender', runId: announcement.runId };
    if (nearest !== undefined) versions.set(nearest.id, { ...nearest, by });
  }
  return [...versions.values()].toReversed();
}

function withRan(version: VersionLine['version']): Version {
  return { ...version, ranAt: version.ranAt ?? null };
}

interface Joined {
  /** By id, oldest first. */
  readonly versions: Map<string, Version>;
  /** Of a repetition: the id that stands for it. */
  readonly sameAs: ReadonlyMap<string, string>;
}

function withoutRepetitions(oldestFirst: readonly Version[]): Joined {
  const versions = new Map<string, Version>();
  const sameAs = new Map<string, string>();
  const newest = new Map<string, Version>();
  for (const version of oldestFirst) {
    const before = newest.get(version.file);
    if (before?.sha256 === version.sha256) sameAs.set(version.id, before.id);
    else {
      newest.set(version.file, version);
      versions.set(version.id, version);
    }
  }
  return { versions, sameAs };
}

function note(line: IndexLine, versions: Map<string, Version>, sameAs: Joined['sameAs']): void {
  const change = (id: string, with_: (version: Version) => Version): void => {
    const version = versions.get(sameAs.get(id) ?? id);
    if (version !== undefined) versions.set(version.id, with_(version));
  };
  if (line.kind === 'ran') {
    for (const id of line.ids) change(id, (of) => ({ ...of, ranAt: Math.max(of.ranAt ?? 0, line.at) }));
  }
  if (line.kind === 'writer') change(line.id, (of) => ({ ...of, by: line.by }));
}

/** `foreign`: of a newer form, or of a kind that this program does not know. Light checks: the file is ours alone. */
function parseLine(text: string): IndexLine | 'foreign' | null {
  let line: Readonly<Record<string, unknown>>;
  try {
    line = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
  if (typeof line !== 'object' || line === null || typeof line['v'] !== 'number') return null;
  if (line['v'] !== indexForm) return 'foreign';
  const isRight = checks[line['kind'] as IndexLine['kind']];
  if (isRight === undefined) return 'foreign';
  const { v: _form, ...content } = line;
  return isRight(line) ? (content as unknown as IndexLine) : null;
}

type Fields = Readonly<Record<string, unknown>>;

const checks: Readonly<Record<IndexLine['kind'], (line: Fields) => boolean>> = {
  version: ({ version }) => isVersion(version as Fields | null),
  ran: ({ ids, at }) => isListOf('string', ids) && typeof at === 'number',
  announced: ({ files, sha256, runId, at }) =>
    isListOf('string', files) && typeof sha256 === 'string' && typeof runId === 'string' && typeof at === 'number',
  writer: ({ id, by }) => typeof id === 'string' && isWriter(by),
};

function isVersion(version: Fields | null): boolean {
  if (typeof version !== 'object' || version === null) return false;
  const { id, file, kind, at, sha256, sizeBytes, mode, by, changed } = version;
  return (
    isListOf('string', [id, file, sha256]) &&
    isListOf('number', [at, sizeBytes, mode]) &&
    /^[0-9a-f]{64}$/.test(sha256 as string) &&
    watchedKinds.includes(kind as WatchedKind) &&
    isWriter(by) &&
    isListOf('object', changed)
  );
}

function isWriter(by: unknown): by is Writer {
  const kinds: readonly Writer['kind'][] = ['first-seen', 'clawtender', 'openclaw', 'manager', 'other'];
  return typeof by === 'object' && by !== null && kinds.includes((by as Writer).kind);
}

function isListOf(type: 'string' | 'number' | 'object', list: unknown): boolean {
  return Array.isArray(list) && list.every((entry) => typeof entry === type && entry !== null);
}
