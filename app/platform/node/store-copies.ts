import { readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { StoreResult } from '../../ports/store.ts';
import { createFile, hashBytes, hashFile, makePrivateFolder, replaceFile, syncFolder } from './durable.ts';
import { isMissing } from './file-faults.ts';
import { clearLeftBehind, withOpenClawLock } from './openclaw-lock.ts';
import { moveAside } from './store-aside.ts';
import {
  already,
  done,
  failed,
  folderOf,
  isThere,
  placeOf,
  draftBeside,
  resolveFile,
  type StorePlace,
} from './store-place.ts';

/** Definitions, environments and configurations: what is larger is none. */
const maxBytes = 32 * 1024 * 1024;
const manifestName = 'manifest.json';

const keptFile = z.object({
  path: z.string(),
  /** `null`: it was not there. `name`: of the file in the copy's folder. */
  kept: z.object({ name: z.string(), mode: z.number(), sha256: z.string() }).nullable(),
});
const manifest = z.object({ at: z.number(), files: z.array(keptFile) });
type KeptFile = z.infer<typeof keptFile>;

interface Draft {
  readonly file: KeptFile;
  readonly bytes: Uint8Array | null;
}

/** Everything is read before anything is written; the copy appears as a whole, or not at all. */
export async function keepCopy(place: StorePlace, copyId: string, paths: readonly string[]): Promise<StoreResult> {
  const target = placeOf(place, 'copy', copyId);
  if (await isThere(target)) return already(`${target} is there already`);
  const drafts: Draft[] = [];
  for (const [index, path] of paths.entries()) {
    const draft = await readDraft(path, String(index));
    if (typeof draft === 'string') return failed(draft);
    drafts.push(draft);
  }
  const draftFolder = `${target}.draft`;
  await makePrivateFolder(folderOf(place, 'copy'));
  await rm(draftFolder, { recursive: true, force: true });
  await makePrivateFolder(draftFolder);
  try {
    await writeDrafts(draftFolder, drafts, place.clock.now());
    await rename(draftFolder, target);
  } catch (error) {
    await rm(draftFolder, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(dirname(target));
  return done(target);
}

async function readDraft(path: string, name: string): Promise<Draft | string> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return `${path} is not a file`;
    if (stats.size > maxBytes) return `${path} is too large to be copied (${stats.size} bytes)`;
    const bytes = await readFile(path);
    const kept = { name, mode: stats.mode & 0o7777, sha256: hashBytes(bytes) };
    return { file: { path, kept }, bytes };
  } catch (error) {
    if (isMissing(error)) return { file: { path, kept: null }, bytes: null };
    throw error;
  }
}

async function writeDrafts(folder: string, drafts: readonly Draft[], at: number): Promise<void> {
  for (const { file, bytes } of drafts) {
    if (file.kept === null || bytes === null) continue;
    const target = join(folder, file.kept.name);
    await createFile(target, bytes, 0o600);
    if ((await hashFile(target)) !== file.kept.sha256) throw new Error(`the copy of ${file.path} cannot be read back`);
  }
  const files = drafts.map(({ file }) => file);
  await createFile(join(folder, manifestName), `${JSON.stringify({ at, files }, null, 2)}\n`, 0o600);
  await syncFolder(folder);
}

/** What a copy holds, by path. */
export async function hashesOf(place: StorePlace, copyId: string): Promise<ReadonlyMap<string, string | null>> {
  const folder = placeOf(place, 'copy', copyId);
  if (!(await isThere(folder))) return new Map();
  const { files } = await readManifest(folder);
  return new Map(files.map(({ path, kept }) => [path, kept?.sha256 ?? null]));
}

async function readManifest(folder: string): Promise<z.infer<typeof manifest>> {
  return manifest.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
}

export interface RestoreRequest {
  readonly copyId: string;
  readonly paths: readonly string[];
  /** What is there now is kept under this id first. */
  readonly replacedCopyId: string;
}

export async function restoreCopy(place: StorePlace, request: RestoreRequest): Promise<StoreResult> {
  const { copyId, paths, replacedCopyId } = request;
  const folder = placeOf(place, 'copy', copyId);
  if (!(await isThere(folder))) return already(`there is no copy ${copyId}`);
  const { files } = await readManifest(folder);
  const wanted = files.filter(({ path }) => paths.includes(path));
  const lost = paths.find((path) => !wanted.some((file) => file.path === path));
  if (lost !== undefined) return failed(`the copy ${copyId} has no ${lost}`);
  for (const { path } of wanted) await clearLeftBehind(place.clock, path);
  const changes: Change[] = [];
  for (const [index, file] of wanted.entries()) {
    const bytes = await readKept(folder, file);
    if (bytes === 'damaged') return failed(`the copy of ${file.path} is damaged: nothing was changed`);
    if (!(await isAsKept(file))) changes.push({ file, bytes, id: `${replacedCopyId}-${index}` });
  }
  if (changes.length === 0) return already('everything is as it was then');
  const kept = await keepCopy(place, replacedCopyId, paths);
  if (kept.kind !== 'done') return failed(kept.kind === 'failed' ? kept.message : `${replacedCopyId} was used before`);
  for (const change of changes) {
    const result = await applyChange(place, change);
    if (result.kind === 'failed') return result;
  }
  return done(changes.map(({ file }) => file.path).join(', '));
}

interface Change {
  readonly file: KeptFile;
  readonly bytes: Uint8Array | null;
  readonly id: string;
}

async function applyChange(place: StorePlace, { file, bytes, id }: Change): Promise<StoreResult> {
  const { path, kept } = file;
  if (kept === null || bytes === null) return moveAside(place, id, path, 'was-not-there');
  return withOpenClawLock(place.clock, path, async () => {
    const target = await resolveFile(path);
    await replaceFile(target, draftBeside(target), bytes, kept.mode);
    return done();
  });
}

async function readKept(folder: string, { kept }: KeptFile): Promise<Uint8Array | null | 'damaged'> {
  if (kept === null) return null;
  const bytes = await readFile(join(folder, kept.name));
  return hashBytes(bytes) === kept.sha256 ? bytes : 'damaged';
}

async function isAsKept({ path, kept }: KeptFile): Promise<boolean> {
  try {
    const stats = await stat(path);
    if (kept === null || !stats.isFile()) return false;
    return (stats.mode & 0o7777) === kept.mode && (await hashFile(path)) === kept.sha256;
  } catch (error) {
    if (isMissing(error)) return kept === null;
    throw error;
  }
}
