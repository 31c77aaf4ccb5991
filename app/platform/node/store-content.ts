import { link, type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ContentChange, StoreResult } from '../../ports/store.ts';
import { hashBytes, hashFile, syncFolder } from './durable.ts';
import { codeOf, isMissing } from './file-faults.ts';
import { withOpenClawLock } from './openclaw-lock.ts';
import { already, done, draftBeside, failed, resolveFile, type StorePlace } from './store-place.ts';

/**
 * Another content for a file. The draft lies beside it under a name that OpenClaw neither reads nor deletes (it clears
 * away `openclaw.json.bak.*`, 2026.3.13); the file is looked at once more right before the rename.
 */
export async function replaceContent({ clock }: StorePlace, change: ContentChange): Promise<StoreResult> {
  return withOpenClawLock(clock, change.path, async () => {
    const target = await resolveFile(change.path);
    const present = await readPresent(target);
    if (present !== null && !present.isFile) return failed(`${change.path} is not a file`);
    const sha256 = hashBytes(change.bytes);
    if (present?.sha256 === sha256) return already(`${change.path} is like that already`);
    if ((present?.sha256 ?? null) !== change.expectedSha256) return failed(changedMeanwhile(change));
    const draft = draftBeside(target);
    await rm(draft, { force: true });
    try {
      await writeDraft(draft, change.bytes, present);
      if ((await hashFile(draft)) !== sha256) return failed(`what was written for ${change.path} cannot be read back`);
      const isTaken = await takePlace(draft, target, change.expectedSha256);
      if (!isTaken) return failed(changedMeanwhile(change));
    } finally {
      await rm(draft, { force: true });
    }
    await syncFolder(dirname(target));
    return (await hashFile(target)) === sha256
      ? done()
      : failed(`${change.path} was changed by somebody else at the same moment`);
  });
}

function changedMeanwhile({ path }: ContentChange): string {
  return `${path} has changed since it was read; nothing was written`;
}

interface Present {
  readonly isFile: boolean;
  readonly sha256: string | null;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

async function readPresent(path: string): Promise<Present | null> {
  try {
    const stats = await stat(path);
    const isFile = stats.isFile();
    const sha256 = isFile ? await hashFile(path) : null;
    return { isFile, sha256, mode: stats.mode & 0o7777, uid: stats.uid, gid: stats.gid };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function writeDraft(draft: string, bytes: Uint8Array, present: Present | null): Promise<void> {
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    if (present !== null) await keepOwner(file, present);
    // After the owner: a new one takes special bits away.
    await file.chmod(present?.mode ?? 0o600);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file that belongs to somebody else must not become ours: then this throws, and nothing was changed. */
async function keepOwner(file: FileHandle, { uid, gid }: Present): Promise<void> {
  const own = await file.stat();
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid);
}

/** `false`: what is there is not what was expected. */
async function takePlace(draft: string, target: string, expectedSha256: string | null): Promise<boolean> {
  if (expectedSha256 !== null) {
    if ((await readPresent(target))?.sha256 !== expectedSha256) return false;
    await rename(draft, target);
    return true;
  }
  try {
    // A link does not replace what somebody else has just put there.
    await link(draft, target);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
