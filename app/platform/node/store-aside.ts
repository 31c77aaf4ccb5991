import { cp, link, lstat, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type MoveReason, moveReasons } from '../../core/model/repair.ts';
import type { StoreResult } from '../../ports/store.ts';
import { appendLine, makePrivateFolder, syncFolder } from './durable.ts';
import { codeOf, isMissing } from './file-faults.ts';
import { already, done, draftBeside, failed, folderOf, isThere, placeOf, type StorePlace } from './store-place.ts';
import { isSameTree, syncTree } from './trees.ts';

/** `was-not-there`: restoring a copy found a file where none had been. */
export type AsideReason = MoveReason | 'was-not-there';

const manifestLine = z.object({
  itemId: z.string(),
  from: z.string(),
  why: z.enum([...moveReasons, 'was-not-there']),
  at: z.number(),
});
type ManifestLine = z.infer<typeof manifestLine>;

/** Into the store by one rename; the manifest's line is on the disk before, so that nothing there is nameless. */
export async function moveAside(
  place: StorePlace,
  itemId: string,
  path: string,
  why: AsideReason,
): Promise<StoreResult> {
  const folder = placeOf(place, 'item', itemId);
  if (!(await isThere(path))) return already(`${path} is not there`);
  const target = join(folder, basename(path));
  if (await isThere(target)) return failed(`${target} is there already`);
  await makePrivateFolder(folder);
  await noteItem(place, { itemId, from: path, why, at: place.clock.now() });
  await moveTo(path, target);
  return done(target);
}

/** Back by a link that cannot replace anything; a folder by a rename onto a free name. */
export async function putBack(place: StorePlace, itemId: string, path: string): Promise<StoreResult> {
  const item = await findItem(place, itemId);
  const source = join(placeOf(place, 'item', itemId), basename(path));
  const isBack = await isThere(path);
  if (item === null || !(await isThere(source))) {
    return isBack ? already(`${path} is where it belongs`) : failed(`${path} is neither there nor in the store`);
  }
  if (item.from !== path) return failed(`${itemId} was moved away from ${item.from}, not from ${path}`);
  const stats = await lstat(source);
  if (isBack) return (await finishPutBack(source, path)) ? done() : failed(`${path}: something else is there now`);
  if (stats.isDirectory()) await moveTo(source, path);
  else await linkBack(source, path);
  return done();
}

/** A crash between the two halves of putting back leaves the same thing under both names. */
async function finishPutBack(source: string, path: string): Promise<boolean> {
  const [inStore, back] = await Promise.all([lstat(source), lstat(path)]);
  const isOneFile = inStore.ino === back.ino && inStore.dev === back.dev;
  if (isOneFile) await unlink(source);
  return isOneFile || (await isSameTree(source, path));
}

/** The newest line about an item; `null`: none. */
export async function findItem(place: StorePlace, itemId: string): Promise<ManifestLine | null> {
  const text = await readFile(manifestPath(place), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });
  const lines = text.split('\n').map((line) => manifestLine.safeParse(parseJson(line)).data);
  return lines.findLast((line) => line?.itemId === itemId) ?? null;
}

const manifestPath = (place: StorePlace) => join(folderOf(place, 'item'), 'manifest.jsonl');

async function noteItem(place: StorePlace, line: ManifestLine): Promise<void> {
  const path = manifestPath(place);
  await (await open(path, 'a', 0o600)).close();
  await appendLine(path, JSON.stringify(line));
  await syncFolder(dirname(path));
}

async function linkBack(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Another disk, or one without hard links; that nothing is there was seen a moment ago.
    return moveTo(source, target);
  }
  await syncFolder(dirname(target));
  await unlink(source);
  await syncFolder(dirname(source));
}

async function moveTo(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await moveToOtherDisk(from, to);
  }
  await syncFolder(dirname(to));
  await syncFolder(dirname(from));
}

/** The original goes only when the copy is on the other disk and was read back as the same. */
async function moveToOtherDisk(from: string, to: string): Promise<void> {
  const draft = draftBeside(to);
  await rm(draft, { recursive: true, force: true });
  try {
    await cp(from, draft, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, errorOnExist: true });
    await syncTree(draft);
    if (!(await isSameTree(from, draft))) throw new Error(`the copy of ${from} cannot be read back`);
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(dirname(to));
  // One rename takes it from its place; a crash afterwards leaves a spare copy, never half an original.
  const spare = draftBeside(from);
  await rename(from, spare);
  await rm(spare, { recursive: true, force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
