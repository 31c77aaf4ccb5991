import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type HistoryIndex, parseHistoryIndex } from '../../core/parse/history-index.ts';
import { appendLine, createFile, makePrivateFolder, syncFolder } from './durable.ts';
import { codeOf, isMissing } from './file-faults.ts';

/** The one file that says what is kept; several processes append to it without waiting for each other. */
export interface IndexFile {
  load(): Promise<HistoryIndex>;
  /** Appends lines at once and synced. */
  append(lines: readonly string[]): Promise<void>;
  /** Writes it anew, atomically; what others append meanwhile is not lost. `null` from `rewrite`: leave it as it is. */
  compact(rewrite: (index: HistoryIndex) => readonly string[] | null): Promise<void>;
}

const emptyIndex: HistoryIndex = { versions: [], announcements: [], foreign: [], lineCount: 0 };

export function createIndexFile(folder: string): IndexFile {
  const path = join(folder, 'index.jsonl');
  let cached: { readonly key: string; readonly index: HistoryIndex } | null = null;

  async function load(): Promise<HistoryIndex> {
    const key = await identify(path);
    if (key === null) return emptyIndex;
    if (cached?.key !== key) cached = { key, index: parseHistoryIndex(await readFile(path, 'utf8')) };
    return cached.index;
  }

  async function append(lines: readonly string[]): Promise<void> {
    if (!(await isThere(path))) await create(path);
    // Who compacts puts another file in its place: then the lines may stand in the old one. Twice is no harm.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const before = await inodeOf(path);
      await appendLine(path, lines.join('\n'));
      if ((await inodeOf(path)) === before) return;
    }
    throw new Error(`${path} is exchanged again and again`);
  }

  return {
    load,
    append,
    compact: (rewrite) => withLock(join(folder, 'compacting'), () => exchange(path, rewrite, append)),
  };
}

async function create(path: string): Promise<void> {
  await makePrivateFolder(dirname(path));
  await (await open(path, 'a', 0o600)).close();
  await syncFolder(dirname(path));
}

async function exchange(
  path: string,
  rewrite: (index: HistoryIndex) => readonly string[] | null,
  append: IndexFile['append'],
): Promise<void> {
  const old = await open(path, 'r');
  try {
    const { ino } = await old.stat({ bigint: true });
    const text = await old.readFile('utf8');
    const lines = rewrite(parseHistoryIndex(text));
    if (lines === null) return;
    const draft = `${path}.tmp`;
    await rm(draft, { force: true });
    await createFile(draft, lines.map((line) => `${line}\n`).join(''), 0o600);
    if ((await inodeOf(path)) !== ino) return await rm(draft, { force: true });
    await rename(draft, path);
    await syncFolder(dirname(path));
    // The handle still reads the file that was replaced, from where it ended before.
    const late = (await old.readFile('utf8')).split('\n').filter((line) => line !== '');
    if (late.length > 0) await append(late);
  } finally {
    await old.close();
  }
}

/** Compacting takes milliseconds: a lock of a minute's age was left behind by a crash. */
const staleLockMs = 60_000;

/** One process at a time; who finds it taken leaves the work to the other. */
async function withLock(path: string, work: () => Promise<void>): Promise<void> {
  if (!(await takeLock(path))) return;
  try {
    await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const age = Date.now() - (await stat(path).then(({ mtimeMs }) => mtimeMs, Date.now));
  if (age > staleLockMs) await rm(path, { force: true });
  return false;
}

async function isThere(path: string): Promise<boolean> {
  return (await identify(path)) !== null;
}

async function inodeOf(path: string): Promise<bigint> {
  return (await stat(path, { bigint: true })).ino;
}

async function identify(path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
