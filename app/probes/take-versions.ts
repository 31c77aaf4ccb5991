import { deriveChanges } from '../core/history/derive-changes.ts';
import { withoutTimes } from '../core/history/without-times.ts';
import type { Version, Writer } from '../core/model/history.ts';
import { isSameSetting } from '../core/settings/same.ts';
import { sleep } from '../ports/clock.ts';
import type { FileRead, FileStat } from '../ports/files.ts';
import type { NewVersion } from '../ports/history.ts';
import { historyMemoryOf, readSettings, readVersionSettings, stampOf } from './history-memory.ts';
import type { ProbeContext } from './probe.ts';
import type { WatchedFile } from './watched-files.ts';

/** Larger files are no configuration of anybody. */
const maxBytes = 8 * 1024 * 1024;
/** Who writes in several steps is done by then. */
const writingMs = 150;

/** A content that is not kept yet. */
export interface SeenContent extends Omit<NewVersion, 'by'> {
  /** Epoch ms: when anything about the file changed. */
  readonly changedAt: number;
  /** The newest that is kept of this file; `null`: none is. */
  readonly before: Version | null;
}

export interface Taken {
  readonly kept: readonly Version[];
  /** Why one could not be kept; `null`: all are. */
  readonly fault: string | null;
}

/**
 * Keeps what the history does not have yet. Nothing that has not changed is read: for that the way the file looks is
 * enough. A file that is missing, too large or unreadable has no version, which is no fault.
 */
export async function takeVersions(
  context: ProbeContext,
  watched: readonly WatchedFile[],
  findWriter: (seen: SeenContent) => Promise<Writer>,
): Promise<Taken> {
  const results = await Promise.all(watched.map((file) => takeVersion(context, file, findWriter)));
  const faults = results.flatMap((result) => (typeof result === 'string' ? [result] : []));
  const kept = results.flatMap((result) => (typeof result === 'string' || result === null ? [] : [result]));
  return { kept, fault: faults[0] ?? null };
}

/** The version that was kept just now; `null`: there was nothing new; else why it could not be kept. */
async function takeVersion(
  context: ProbeContext,
  file: WatchedFile,
  findWriter: (seen: SeenContent) => Promise<Writer>,
): Promise<Version | string | null> {
  const { files, clock, history } = context.ports;
  const { settled } = historyMemoryOf(context.ports);
  const found = await files.stat(file.path);
  if (found.kind !== 'found' || found.stat.kind !== 'file') return null;
  const stamp = stampOf(found.stat, clock.now());
  if (stamp !== null && settled.get(file.path) === stamp) return null;
  const seen = await see(context, file, found.stat);
  if (seen === null) return null;
  const settle = (): void => {
    if (stamp !== null) settled.set(file.path, stamp);
  };
  if (seen === 'known') {
    settle();
    return null;
  }
  const { before: _before, changedAt: _changedAt, ...content } = seen;
  const result = await history.keep({ ...content, by: await findWriter(seen) });
  if (result.kind === 'failed') return result.message;
  settle();
  return result.kind === 'kept' ? result.version : null;
}

async function see(context: ProbeContext, file: WatchedFile, stat: FileStat): Promise<SeenContent | 'known' | null> {
  const { ports } = context;
  const [before = null] = await ports.history.list({ file: file.path, atMost: 1 });
  // What the configuration's own probe has just read need not be read again to know that it is kept.
  if (isKnown(file, before, stat)) return 'known';
  const read = await readSettled(context, file);
  if (read === null) return null;
  const sha256 = ports.secrets.sha256(read.bytes);
  if (sha256 === before?.sha256) return 'known';
  const { path, kind } = file;
  const { modifiedAt: at, changedAt, sizeBytes, mode } = read.stat;
  const now = readSettings(ports, kind, { sha256, bytes: read.bytes });
  const former = before === null ? null : await readVersionSettings(ports, before);
  const isContact = kind === 'devices' || kind === 'identity';
  const isOnlyContact =
    isContact && now !== null && former !== null && isSameSetting(withoutTimes(now), withoutTimes(former));
  if (isOnlyContact) return 'known';
  const changed = before === null ? [] : deriveChanges(former, now);
  return { file: path, kind, at, changedAt, sha256, sizeBytes, mode, changed, bytes: read.bytes, before };
}

/** Unless it has changed again since it was read. */
function isKnown({ seen }: WatchedFile, before: Version | null, { sizeBytes, modifiedAt }: FileStat): boolean {
  const isSame = seen?.sizeBytes === sizeBytes && seen.modifiedAt === modifiedAt;
  return isSame && seen.sha256 === before?.sha256;
}

type ReadFile = Extract<FileRead, { readonly kind: 'read' }>;

/** Half of a write is no version: what changed this very moment, and nobody has understood yet, is read twice. */
async function readSettled({ ports, signal }: ProbeContext, { path, seen }: WatchedFile): Promise<ReadFile | null> {
  const { files, clock, secrets } = ports;
  const first = await files.read(path, { maxBytes });
  if (first.kind !== 'read' || secrets.sha256(first.bytes) === seen?.sha256)
    return first.kind === 'read' ? first : null;
  if (clock.now() - first.stat.changedAt > writingMs) return first;
  await sleep(clock, writingMs, signal);
  const second = await files.read(path, { maxBytes });
  return second.kind === 'read' ? second : null;
}
