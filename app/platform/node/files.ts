import { constants, lstatSync, type Stats } from 'node:fs';
import { access, open, readdir, realpath, stat, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileRead, FileStat, Files, StatResult } from '../../ports/files.ts';

type Failure = Exclude<StatResult, { kind: 'found' }>;

/** Bounded reading of the machine's files. */
export const nodeFiles: Files = {
  read: (path, { maxBytes }) => readFile(path, maxBytes, 'whole'),
  readTail: (path, { maxBytes }) => readFile(path, maxBytes, 'tail'),
  stat: async (path) => {
    try {
      return { kind: 'found', stat: await describe(await stat(path), path) };
    } catch (error) {
      return failureOf(error);
    }
  },
  list: async (path) => {
    try {
      return await readdir(path);
    } catch (error) {
      return failureOf(error).kind === 'missing' ? null : 'not-permitted';
    }
  },
  measureFolder: async (path, { maxEntries }) => {
    const names = await nodeFiles.list(path);
    if (names === null || names === 'not-permitted') return names;
    let sizeBytes = 0;
    for (let index = 0; index < Math.min(names.length, maxEntries); index += measuredAtOnce) {
      const some = names.slice(index, Math.min(index + measuredAtOnce, maxEntries));
      sizeBytes += some.reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
      await nextTurn();
    }
    return { names, sizeBytes };
  },
  isExecutable: async (path) => {
    try {
      if (!(await stat(path)).isFile()) return false;
    } catch (error) {
      return failureOf(error).kind === 'missing' ? false : null;
    }
    return access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
  },
  freeSpace: (path) =>
    statfs(path).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    ),
};

/** One after the other takes a tenth of the time of asking Node's threads (2,000 files: 6 ms for 65 ms). */
const measuredAtOnce = 100;

/** What went away meanwhile, or may not be looked at, takes no place that could be told. */
function sizeOf(path: string): number {
  try {
    const stats = lstatSync(path);
    return stats.isDirectory() ? 0 : stats.size;
  } catch {
    return 0;
  }
}

async function readFile(path: string, maxBytes: number, part: 'whole' | 'tail'): Promise<FileRead> {
  let file: FileHandle | undefined;
  try {
    // Opening a pipe or a device can block or rewind a tape, so look before; it may be exchanged in between, so look again.
    if (!(await stat(path)).isFile()) return { kind: 'not-a-file' };
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stats = await file.stat();
    if (!stats.isFile()) return { kind: 'not-a-file' };
    if (part === 'whole' && stats.size > maxBytes) return { kind: 'too-large', sizeBytes: stats.size };
    const bytes = await readUpTo(file, Math.max(0, stats.size - maxBytes), maxBytes);
    return { kind: 'read', bytes, stat: await describe(stats, path) };
  } catch (error) {
    return failureOf(error);
  } finally {
    await file?.close();
  }
}

async function readUpTo(file: FileHandle, start: number, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < maxBytes) {
    const chunk = Buffer.alloc(Math.min(64 * 1024, maxBytes - length));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, start + length);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(chunks);
}

async function describe(stats: Stats, path: string): Promise<FileStat> {
  return {
    kind: kindOf(stats),
    sizeBytes: stats.size,
    modifiedAt: Math.floor(stats.mtimeMs),
    changedAt: Math.floor(stats.ctimeMs),
    inode: stats.ino,
    mode: stats.mode & 0o7777,
    ownerUid: stats.uid,
    realPath: await realpath(path),
  };
}

function kindOf(stats: Stats): FileStat['kind'] {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'directory' : 'other';
}

function failureOf(error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'not-permitted' };
  return { kind: 'failed', message };
}
