import type { Version } from '../model/history.ts';

/** Half a year: two releases of OpenClaw a month are forgotten by then, and so is who changed what. */
export const maxAgeMs = 183 * 86_400_000;
/** A configuration is some kilobytes, a catalogue of models some hundred: thousands of versions. */
export const maxTotalBytes = 64 * 1024 * 1024;
/** A program that writes a file every minute must not make every look slow. */
export const maxVersions = 3_000;
/** What is over a limit is brought well under it, so that not every further version brings it over again. */
const restShare = 0.8;

/**
 * Which versions are given up, oldest first: those that are too old, and as many as bring number and size under their
 * limits. Never of a file: the newest, the oldest that differs from it, and the last that ran.
 */
export function choosePruned(versions: readonly Version[], now: number): ReadonlySet<string> {
  const kept = protectedIds(versions);
  const oldestFirst = versions.toSorted((a, b) => compareIds(a.id, b.id)).filter(({ id }) => !kept.has(id));
  const remaining = createTally(versions);
  const dropped = new Set<string>();
  const drop = (version: Version): void => {
    dropped.add(version.id);
    remaining.remove(version);
  };
  for (const version of oldestFirst) if (now - version.at > maxAgeMs) drop(version);
  if (!remaining.isOver(1)) return dropped;
  for (const version of oldestFirst) {
    if (!remaining.isOver(restShare)) break;
    if (!dropped.has(version.id)) drop(version);
  }
  return dropped;
}

interface Tally {
  remove(version: Version): void;
  /** Whether number or size is over that share of its limit. */
  isOver(share: number): boolean;
}

/** Equal contents lie on the disk once. */
function createTally(versions: readonly Version[]): Tally {
  const uses = new Map<string, number>();
  let count = 0;
  let bytes = 0;
  const add = ({ sha256, sizeBytes }: Version, by: 1 | -1): void => {
    const before = uses.get(sha256) ?? 0;
    uses.set(sha256, before + by);
    count += by;
    if (before === 0 || before + by === 0) bytes += by * sizeBytes;
  };
  for (const version of versions) add(version, 1);
  return {
    remove: (version) => add(version, -1),
    isOver: (share) => count > maxVersions * share || bytes > maxTotalBytes * share,
  };
}

function protectedIds(versions: readonly Version[]): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const of of groupByFile(versions).values()) {
    const [newest] = of;
    const different = of.findLast(({ sha256 }) => sha256 !== newest?.sha256);
    const ran = of.filter(({ ranAt }) => ranAt !== null).toSorted((a, b) => (b.ranAt ?? 0) - (a.ranAt ?? 0))[0];
    for (const version of [newest, different, ran]) if (version !== undefined) kept.add(version.id);
  }
  return kept;
}

/** Each file's versions, newest first. */
function groupByFile(versions: readonly Version[]): ReadonlyMap<string, readonly Version[]> {
  const groups = new Map<string, Version[]>();
  for (const version of versions.toSorted((a, b) => compareIds(b.id, a.id))) {
    const group = groups.get(version.file);
    if (group === undefined) groups.set(version.file, [version]);
    else group.push(version);
  }
  return groups;
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
