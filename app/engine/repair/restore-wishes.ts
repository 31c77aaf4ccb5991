import { isStamp } from '../../core/drift-writes.ts';
import { parseConfigText } from '../../core/parse/config.ts';
import type { DriftRange } from '../../core/model/drift.ts';
import type { HistoryFault, ListedVersion, VersionDiff } from '../../core/model/listed-version.ts';
import type { ConfigEdit, VersionSource } from '../../core/model/repair.ts';
import type { RestoreFault, RestoreRequest } from '../../core/model/restore.ts';
import type { Restore, RestoreWish } from '../../core/model/wish.ts';
import { deriveRestoreEdits, overlaps } from '../../core/wishes/restore-edits.ts';
import { writePath } from '../../core/settings/read.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptHistory } from '../history.ts';

export interface RestoreSources {
  readonly history: Pick<KeptHistory, 'diff' | 'text'>;
  readonly store: Pick<Store, 'hash'>;
}

/** The wish, with all that its plan is made of; made of what is kept and of the files as they are now. */
export function makeRestoreWish(request: RestoreRequest, sources: RestoreSources): Promise<RestoreWish | RestoreFault> {
  if (request.kind === 'drift') return wishAwayDrift(request.ranges, sources);
  return request.keys === null
    ? wishVersion(request.reference, sources)
    : wishKeys(request.reference, request.keys, sources);
}

async function wishVersion(reference: string, sources: RestoreSources): Promise<RestoreWish | RestoreFault> {
  const kept = await sources.history.text(reference);
  if ('kind' in kept) return kept;
  const { version, text } = kept;
  if (!isReadable(version, text)) return { kind: 'broken-version', which: reference };
  const source = await sourceOf(version, sources);
  if (source === null) return { kind: 'no-such-version', which: reference };
  const [then, now] = [await hashOf(version, sources), await hashFile(version.file, sources)];
  if (then !== null && then === now) return { kind: 'no-difference' };
  return { code: 'restore-version', restores: [restore(version, source, null)], overtaken: [] };
}

async function wishKeys(
  reference: string,
  keys: readonly string[],
  sources: RestoreSources,
): Promise<RestoreWish | RestoreFault> {
  const diff = await sources.history.diff(reference, 'now');
  if ('kind' in diff) return diff;
  const version = diff.before;
  const source = version === null ? null : await sourceOf(version, sources);
  if (version === null || source === null) return { kind: 'no-such-version', which: reference };
  const edits = deriveRestoreEdits(diff.changes, keys, source);
  if (edits === null) return { kind: 'broken-version', which: reference };
  const [first, ...others] = edits;
  if (first === undefined) return { kind: 'no-such-setting', keys };
  return { code: 'restore-keys', restores: [restore(version, source, [first, ...others])], overtaken: [] };
}

/** A version that nothing could read is no way back. */
function isReadable({ kind, file }: ListedVersion, text: string): boolean {
  const isJson = kind === 'config' || kind === 'include' || kind === 'models';
  return !isJson || parseConfigText(text, file).kind === 'document';
}

/** Exactly the settings that the drift changed, in each file; the file itself where it is no configuration any more. */
async function wishAwayDrift(
  ranges: readonly DriftRange[],
  sources: RestoreSources,
): Promise<RestoreWish | RestoreFault> {
  const restores: Restore[] = [];
  const overtaken: string[] = [];
  for (const range of ranges) {
    const taken = await takeBack(range, sources);
    if ('kind' in taken) return taken;
    if (taken.restore !== null) restores.push(taken.restore);
    overtaken.push(...taken.overtaken);
  }
  const [first, ...others] = restores;
  if (first === undefined) return { kind: 'no-difference' };
  return { code: 'undo-drift', restores: [first, ...others], overtaken: [...new Set(overtaken)] };
}

interface TakenBack {
  readonly restore: Restore | null;
  readonly overtaken: readonly string[];
}

async function takeBack({ fromId, toId }: DriftRange, sources: RestoreSources): Promise<TakenBack | HistoryFault> {
  const { history } = sources;
  const drifted = await history.diff(fromId, toId);
  if ('kind' in drifted) return drifted;
  const since = await history.diff(fromId, 'now');
  if ('kind' in since) return since;
  const later = await history.diff(toId, 'now');
  if ('kind' in later) return later;
  const version = since.before;
  const source = version === null ? null : await sourceOf(version, sources);
  if (version === null || source === null) return { kind: 'no-such-version', which: fromId };
  const keys = drifted.changes.map(({ path }) => path).filter((path) => !isStamp(path));
  const edits = keys.includes('') ? null : deriveRestoreEdits(since.changes, keys, source);
  return { restore: asRestore(version, source, since, edits), overtaken: findOvertaken(later, edits) };
}

function asRestore(
  version: ListedVersion,
  source: VersionSource,
  since: VersionDiff,
  edits: readonly ConfigEdit[] | null,
): Restore | null {
  if (edits === null) return since.changes.length === 0 ? null : restore(version, source, null);
  const [first, ...others] = edits;
  return first === undefined ? null : restore(version, source, [first, ...others]);
}

/** What somebody has changed once more behind the drift, of what would go back. */
function findOvertaken({ changes }: VersionDiff, edits: readonly ConfigEdit[] | null): readonly string[] {
  const newer = changes.map(({ path }) => path).filter((path) => path !== '' && !isStamp(path));
  if (edits === null) return newer;
  const paths = edits.map(({ path }) => writePath(path));
  return newer.filter((path) => paths.some((each) => overlaps(each, path)));
}

function restore({ file, kind, id, at }: ListedVersion, source: VersionSource, edits: Restore['edits']): Restore {
  return { file, kind, versionId: id, at, source, edits };
}

async function sourceOf(version: ListedVersion, sources: RestoreSources): Promise<VersionSource | null> {
  if (version.origin === 'kept') return { kind: 'version', id: version.id };
  const sha256 = await hashOf(version, sources);
  return version.path === null || sha256 === null ? null : { kind: 'backup', path: version.path, sha256 };
}

async function hashOf({ sha256, path }: ListedVersion, sources: RestoreSources): Promise<string | null> {
  if (sha256 !== null || path === null) return sha256;
  return hashFile(path, sources);
}

async function hashFile(path: string, { store }: RestoreSources): Promise<string | null> {
  const hash = await store.hash(path);
  return hash.kind === 'hash' ? hash.sha256 : null;
}

/** What was wished, read again: the file has the version's content, or each setting the value that it had. */
export async function proveRestore({ restores }: RestoreWish, sources: RestoreSources): Promise<boolean> {
  for (const each of restores) if (!(await isRestored(each, sources))) return false;
  return true;
}

async function isRestored({ versionId, file, edits }: Restore, sources: RestoreSources): Promise<boolean> {
  const diff = await sources.history.diff(versionId, 'now');
  if ('kind' in diff || diff.before === null) return false;
  if (edits === null) {
    const [then, now] = [await hashOf(diff.before, sources), await hashFile(file, sources)];
    return then !== null && then === now;
  }
  const paths = edits.map(({ path }) => writePath(path));
  return !diff.changes.some(({ path }) => path === '' || paths.some((each) => overlaps(each, path)));
}
