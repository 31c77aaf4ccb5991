import { chmod, mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HashResult, Store, StoreResult } from '../../ports/store.ts';
import { hashFile, syncFolder } from './durable.ts';
import { codeOf, describeFault, isMissing } from './file-faults.ts';
import { archiveLog } from './store-archive.ts';
import { findItem, moveAside, putBack } from './store-aside.ts';
import { replaceContent } from './store-content.ts';
import { hashesOf, keepCopy, restoreCopy } from './store-copies.ts';
import { already, done, failed, isThere, orFailed, placeOf, type StorePlace } from './store-place.ts';

/** `copies/`, `aside/` with its manifest, and `archives/`, in our data folder. */
export function createStore(place: StorePlace): Store {
  return {
    hash,
    keepCopy: (copyId, paths) => orFailed(paths.join(', '), () => keepCopy(place, copyId, paths)),
    restoreCopy: (copyId, paths, replacedCopyId) =>
      orFailed(paths.join(', '), () => restoreCopy(place, { copyId, paths, replacedCopyId })),
    moveAside: (itemId, path, why) => orFailed(path, () => moveAside(place, itemId, path, why)),
    putBack: (itemId, path) => orFailed(path, () => putBack(place, itemId, path)),
    async reasonOf(itemId) {
      const why = (await findItem(place, itemId))?.why ?? null;
      return why === 'was-not-there' ? null : why;
    },
    hashesOf: (copyId) => hashesOf(place, copyId),
    replaceContent: (change) => orFailed(change.path, () => replaceContent(place, change)),
    setMode: (path, mode) => orFailed(path, () => setMode(path, mode)),
    createFolder: (path, mode) => orFailed(path, () => createFolder(path, mode)),
    removeEmptyFolder: (path) => orFailed(path, () => removeEmptyFolder(path)),
    archiveLog: (archiveId, path) => orFailed(path, () => archiveLog(place, archiveId, path)),
    placeOf: (kind, id) => placeOf(place, kind, id),
  };
}

async function hash(path: string): Promise<HashResult> {
  try {
    return { kind: 'hash', sha256: await hashFile(path) };
  } catch (error) {
    if (isMissing(error)) return { kind: 'hash', sha256: null };
    return { kind: 'failed', message: describeFault(path, error) };
  }
}

async function setMode(path: string, mode: number): Promise<StoreResult> {
  const stats = await stat(path);
  if ((stats.mode & 0o7777) === mode) return already(`${path} has that mode`);
  await chmod(path, mode);
  return done();
}

async function createFolder(path: string, mode: number): Promise<StoreResult> {
  if (await isThere(path)) {
    return (await stat(path)).isDirectory() ? already(`${path} is there`) : failed(`${path} is not a folder`);
  }
  await mkdir(path, { mode });
  await chmod(path, mode);
  await syncFolder(dirname(path));
  return done();
}

async function removeEmptyFolder(path: string): Promise<StoreResult> {
  try {
    await rmdir(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return already(`${path} is not there`);
    throw error;
  }
  await syncFolder(dirname(path));
  return done();
}
