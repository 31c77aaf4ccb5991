import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, gzipSync } from 'node:zlib';
import type { StoreResult } from '../../ports/store.ts';
import { makePrivateFolder, syncFolder } from './durable.ts';
import { already, done, failed, folderOf, isThere, placeOf, type StorePlace } from './store-place.ts';

/** What is written meanwhile is small; after so many rounds it is a flood that nobody can catch up with. */
const rounds = 20;

/**
 * Compresses a log into the store and empties it in place: its inode stays, because launchd keeps it open. What is
 * written while this goes on is added until nothing new is there; only what comes within the last microseconds between
 * that look and the emptying has no copy.
 */
export async function archiveLog(place: StorePlace, archiveId: string, path: string): Promise<StoreResult> {
  const target = placeOf(place, 'archive', archiveId);
  if (!(await isThere(path))) return already(`${path} is not there`);
  if (await isThere(target)) return failed(`${target} is there already`);
  const log = await open(path, 'r+');
  const draft = `${target}.draft`;
  try {
    const stats = await log.stat();
    if (!stats.isFile()) return failed(`${path} is not a file`);
    if (stats.size === 0) return already(`${path} is empty`);
    await makePrivateFolder(folderOf(place, 'archive'));
    await compress(path, draft, stats.size);
    const sizeBytes = await catchUp(log, draft, stats.size);
    await rename(draft, target);
    await syncFolder(dirname(target));
    if ((await log.stat()).size !== sizeBytes) return failed(`${path} is written to all the time; it was copied only`);
    await log.truncate(0);
    return done(target);
  } finally {
    await log.close();
    await rm(draft, { force: true });
  }
}

async function compress(path: string, draft: string, sizeBytes: number): Promise<void> {
  const hash = createHash('sha256');
  const part = createReadStream(path, { start: 0, end: sizeBytes - 1 });
  part.on('data', (chunk) => hash.update(chunk));
  await pipeline(part, createGzip(), createWriteStream(draft, { flags: 'w', mode: 0o600, flush: true }));
  const back = createHash('sha256');
  await pipeline(createReadStream(draft), createGunzip(), back);
  if (back.digest('hex') !== hash.digest('hex')) throw new Error(`the archive of ${path} cannot be read back`);
}

/** Further members of the same archive, until the log has not grown while one was written. Returns the copied size. */
async function catchUp(log: FileHandle, draft: string, copied: number): Promise<number> {
  const archive = await open(draft, 'a');
  let from = copied;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { size } = await log.stat();
      if (size <= from) return from;
      const rest = Buffer.alloc(size - from);
      const { bytesRead } = await log.read(rest, 0, rest.length, from);
      await archive.writeFile(gzipSync(rest.subarray(0, bytesRead)));
      await archive.sync();
      from += bytesRead;
    }
    return from;
  } finally {
    await archive.close();
  }
}
