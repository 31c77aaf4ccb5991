import type { Run, RunEvent, RunHead } from '../core/model/repair.ts';

/**
 * The record of every run, in our own data folder: one file per run, one JSON line per event. `begin` and `note`
 * resolve only when the line (and the new file's name) is synced to the disk, so that a crash at any moment leaves a
 * true story: a step that may have begun is always on record.
 */
export interface Journal {
  begin(head: RunHead): Promise<void>;
  note(runId: string, event: RunEvent): Promise<void>;
  /** Newest first, at most 50, or fewer where that is enough. A file with a torn last line is read up to it; a foreign file is left out. */
  list(atMost?: number): Promise<readonly Run[]>;
}
