import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { choosePruned } from '../../core/history/choose-pruned.ts';
import type { Version } from '../../core/model/history.ts';
import { type HistoryIndex, type IndexLine, type VersionLine, writeIndexLine } from '../../core/parse/history-index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { History, KeepResult, NewVersion } from '../../ports/history.ts';
import { describeFault } from './file-faults.ts';
import { createBlobs } from './history-blobs.ts';
import { createIndexFile } from './history-index.ts';

export interface HistoryOptions {
  /** Our own data folder. */
  readonly folder: string;
  readonly clock: Clock;
}

/** `index.jsonl` and `blobs/` in a folder of their own, which only the user may read. */
export function createHistory({ folder: dataFolder, clock }: HistoryOptions): History {
  const folder = join(dataFolder, 'history');
  const index = createIndexFile(folder);
  const blobs = createBlobs(folder);
  const waiting: Waiting[] = [];
  let flushing: Promise<void> | null = null;

  /** One line for each, all of them with one sync. */
  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      try {
        const before = await index.load();
        const fresh = nameVersions(batch, before, clock.now());
        if (fresh.size > 0) await index.append([...fresh.values()].map(writeIndexLine));
        const after = fresh.size > 0 ? await index.load() : before;
        for (const each of batch) each.resolve(resultOf(each.entry, fresh.has(each), after));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
  }

  function enter(entry: NewVersion, realFile: string): Promise<KeepResult> {
    const entered = new Promise<KeepResult>((resolve, reject) => waiting.push({ entry, realFile, resolve, reject }));
    flushing ??= flush().finally(() => {
      flushing = null;
    });
    return entered;
  }

  async function keep(entry: NewVersion): Promise<KeepResult> {
    const newest = newestOf(entry.file, await index.load());
    if (newest?.sha256 === entry.sha256) return { kind: 'already', version: newest };
    await blobs.write(entry.sha256, entry.bytes);
    const result = await enter(entry, await realFileOf(entry.file));
    // Who swept meanwhile may have taken a content that was old and is wanted again.
    await blobs.write(entry.sha256, entry.bytes);
    await tidy();
    return result;
  }

  /** What cannot be done now is done at the next version: it only makes the folder larger for a while. */
  async function tidy(): Promise<void> {
    const now = clock.now();
    if (!isUntidy(await index.load(), now)) return;
    try {
      await index.compact((before) => (isUntidy(before, now) ? compacted(before, now) : null));
      const { versions, foreign } = await index.load();
      if (foreign.length === 0) await blobs.sweep(new Set(versions.map(({ sha256 }) => sha256)), now);
    } catch {
      return;
    }
  }

  /** A label more or less: what cannot be written is lost, and breaks nothing. */
  async function note(line: IndexLine): Promise<void> {
    await index.append([writeIndexLine(line)]).catch(() => {});
  }

  return {
    folder,
    async list({ file, atMost } = {}) {
      const { versions } = await index.load();
      const wanted = file === undefined ? versions : versions.filter((version) => version.file === file);
      return atMost === undefined ? wanted : wanted.slice(0, atMost);
    },
    async read(id) {
      const version = (await index.load()).versions.find((each) => each.id === id);
      return version === undefined ? null : blobs.read(version.sha256);
    },
    keep: (entry) =>
      keep(entry).catch((error: unknown): KeepResult => ({ kind: 'failed', message: describeFault(folder, error) })),
    async noteRan(ids, at) {
      if (ids.length > 0) await note({ kind: 'ran', ids, at });
    },
    noteWriter: (id, by) => note({ kind: 'writer', id, by }),
    async announce(file, sha256, runId) {
      const files = [...new Set([file, await realFileOf(file)])];
      await note({ kind: 'announced', files, sha256, runId, at: clock.now() });
    },
  };
}

interface Waiting {
  readonly entry: NewVersion;
  readonly realFile: string;
  readonly resolve: (result: KeepResult) => void;
  readonly reject: (error: unknown) => void;
}

function newestOf(file: string, { versions }: HistoryIndex): Version | undefined {
  return versions.find((version) => version.file === file);
}

/** New versions with their ids, which sort by the time at which they were seen. */
function nameVersions(batch: readonly Waiting[], index: HistoryIndex, now: number): ReadonlyMap<Waiting, VersionLine> {
  const named = new Map<Waiting, VersionLine>();
  const newest = new Map<string, string>();
  let time = Math.max(now, timeOf(index.versions[0]?.id) + 1);
  for (const each of batch) {
    const { bytes: _bytes, ...entry } = each.entry;
    const { file, sha256 } = entry;
    if ((newest.get(file) ?? newestOf(file, index)?.sha256) === sha256) continue;
    newest.set(file, sha256);
    const link = each.realFile === file ? {} : { realFile: each.realFile };
    named.set(each, { kind: 'version', version: { ...entry, id: makeId(time, entry) }, ...link });
    time += 1;
  }
  return named;
}

function makeId(time: number, { file, sha256 }: Pick<Version, 'file' | 'sha256'>): string {
  const own = createHash('sha256').update(`${file}\n${sha256}`).digest('hex').slice(0, 4);
  return `${time.toString(36).padStart(9, '0')}-${own}`;
}

/** Where links lead; a file that is not there is where it is named. */
function realFileOf(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}

function timeOf(id = ''): number {
  const time = Number.parseInt(id.slice(0, id.indexOf('-')), 36);
  return Number.isNaN(time) ? 0 : time;
}

/** Another process may have kept the same a moment before: then that one counts. */
function resultOf({ file, sha256 }: NewVersion, isNew: boolean, index: HistoryIndex): KeepResult {
  const version = index.versions.find((each) => each.file === file && each.sha256 === sha256);
  if (version === undefined) return { kind: 'failed', message: `${file}: what was kept cannot be read back` };
  return { kind: isNew ? 'kept' : 'already', version };
}

/** Announcements are read with the versions that follow them; afterwards the versions say it themselves. */
const announcedForMs = 3_600_000;
/** Lines that say no more than others: what ran, who wrote. */
const spareLines = 500;

function isUntidy({ versions, announcements, foreign, lineCount }: HistoryIndex, now: number): boolean {
  const needed = versions.length + foreign.length + announcements.filter(({ at }) => now - at < announcedForMs).length;
  return lineCount > needed + spareLines || choosePruned(versions, now).size > 0;
}

function compacted({ versions, announcements, foreign }: HistoryIndex, now: number): readonly string[] {
  const pruned = choosePruned(versions, now);
  const kept = versions.filter(({ id }) => !pruned.has(id)).toReversed();
  const recent = announcements.filter(({ at }) => now - at < announcedForMs);
  return [
    ...foreign,
    ...kept.map((version) => writeIndexLine({ kind: 'version', version })),
    ...recent.map(writeIndexLine),
  ];
}
