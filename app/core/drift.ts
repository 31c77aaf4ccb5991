import { importantChanges, isQuietWrite, loudRanges, netChanges, type Write, writesSince } from './drift-writes.ts';
import { isMaintenanceRunning } from './idle.ts';
import type { Drift, DriftMemory } from './model/drift.ts';
import type { Version, Writer } from './model/history.ts';
import type { Picture } from './model/picture.ts';
import { valueOf } from './model/reading.ts';

/** Who saves a file, saves it again a moment later; who runs one command, often runs the next. */
const calmMs = 5_000;
/** A burst that does not end is told all the same. */
const longestBurstMs = 60_000;
const restMs = 900_000;
/** What happened before is history, not news. */
const newsMs = 86_400_000;

export interface DriftSituation {
  /** Epoch ms. */
  readonly now: number;
  /** The person wants to be told of it. */
  readonly isOn: boolean;
  readonly snoozedUntil: number | null;
}

export interface DriftOutcome {
  readonly memory: DriftMemory;
  /** To be told now; `null`: nothing. */
  readonly drift: Drift | null;
  /** Epoch ms at which the same picture may say more; `null`: only another picture does. */
  readonly againAt: number | null;
}

/** What to tell of changes in the configuration that did not come from us: each incident once. Pure. */
export function deriveDrift(memory: DriftMemory, picture: Picture, situation: DriftSituation): DriftOutcome {
  const versions = valueOf(picture.snapshot.history)?.versions;
  if (versions === undefined) return { memory, drift: null, againAt: null };
  const files = byFile(versions);
  const settledNow = Object.fromEntries([...files].map(([file, [newest]]) => [file, newest.id]));
  const settle = (): DriftOutcome => ({
    memory: { ...memory, settled: { ...memory.settled, ...settledNow }, pending: null },
    drift: null,
    againAt: null,
  });
  const drift = memory.settled === null ? null : findDrift(files, memory.settled, situation.now);
  if (drift === null || !situation.isOn) return settle();
  const pending = notePending(memory, drift, situation.now);
  const againAt = earliest(pending, memory, situation, isHeldUp(picture));
  if (againAt > situation.now) {
    return { memory: { ...memory, pending }, drift: null, againAt: Number.isFinite(againAt) ? againAt : null };
  }
  const { memory: settled } = settle();
  return { memory: { ...settled, toldAt: situation.now }, drift, againAt: null };
}

type Files = ReadonlyMap<string, readonly [Version, ...Version[]]>;

/** Each file's versions, newest first. */
function byFile(versions: readonly Version[]): Files {
  const files = new Map<string, [Version, ...Version[]]>();
  for (const version of versions) {
    const known = files.get(version.file);
    if (known === undefined) files.set(version.file, [version]);
    else known.push(version);
  }
  return files;
}

function findDrift(files: Files, settled: Readonly<Record<string, string>>, now: number): Drift | null {
  const perFile = [...files].map(([file, versions]) => {
    const settledId = settled[file];
    const writes = settledId === undefined ? null : writesSince(versions, settledId);
    return (writes ?? []).filter(({ version }) => now - version.at < newsMs);
  });
  const changes = perFile.flatMap(netChanges);
  const loud = perFile.flat().filter(({ version }) => !isQuietWrite(version));
  if (changes.length === 0 || loud.length === 0) return null;
  const at = Math.max(...loud.map(({ version }) => version.at));
  return { at, by: writerOf(loud), changes, ranges: perFile.flatMap(loudRanges) };
}

function writerOf(writes: readonly Write[]): Writer | null {
  const writers = writes.filter(({ version }) => importantChanges(version).length > 0).map(({ version }) => version.by);
  const [first, ...others] = writers;
  return first !== undefined && others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : null;
}

function notePending({ pending }: DriftMemory, { ranges }: Drift, now: number): NonNullable<DriftMemory['pending']> {
  const key = ranges.map(({ fromId, toId }) => `${fromId} ${toId}`).join(' ');
  if (pending === null) return { key, since: now, grewAt: now };
  return pending.key === key ? pending : { key, since: pending.since, grewAt: now };
}

/** Something is under way that writes by itself; its end brings another picture. */
function isHeldUp({ activity, snapshot }: Picture): boolean {
  return activity !== null || isMaintenanceRunning(snapshot);
}

function earliest(
  { since, grewAt }: NonNullable<DriftMemory['pending']>,
  { toldAt }: DriftMemory,
  { snoozedUntil, now }: DriftSituation,
  heldUp: boolean,
): number {
  if (heldUp) return Number.POSITIVE_INFINITY;
  const calmAt = Math.min(grewAt + calmMs, since + longestBurstMs);
  // A clock that was set back makes nothing recent for ever.
  const restedAt = toldAt !== null && toldAt <= now ? toldAt + restMs : 0;
  return Math.max(calmAt, restedAt, snoozedUntil ?? 0);
}
