import type { Change, Writer } from './history.ts';

/** What somebody changed in the configuration besides us: one incident, however many writes it was. */
export interface Drift {
  /** Of the newest write, epoch ms. */
  readonly at: number;
  /** Who wrote; `null`: several did. */
  readonly by: Writer | null;
  /** What is different at the end of it, by meaning; never empty. Secrets are marks. */
  readonly changes: readonly DriftChange[];
  /** The writes, oldest first: what an undo takes back. */
  readonly ranges: readonly DriftRange[];
}

export interface DriftChange extends Change {
  /** Absolute. */
  readonly file: string;
}

/** From the version before the first write to that of the last one of an uninterrupted row; ids of one file's versions. */
export interface DriftRange {
  readonly fromId: string;
  readonly toId: string;
}

/** What a face hands back to mean this drift: the id of its newest version. */
export function driftId({ ranges }: Pick<Drift, 'ranges'>): string {
  return ranges.at(-1)?.toId ?? '';
}

export interface DriftMemory {
  /** By file the newest version that needs no telling (any more); `null`: none was seen yet. */
  readonly settled: Readonly<Record<string, string>> | null;
  /** Epoch ms. */
  readonly toldAt: number | null;
  /** What waits to be told. `key`: which versions; it grew last at `grewAt`. */
  readonly pending: { readonly key: string; readonly since: number; readonly grewAt: number } | null;
}

export const emptyDriftMemory: DriftMemory = { settled: null, toldAt: null, pending: null };
