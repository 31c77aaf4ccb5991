import type { RepairStepResult, Run, Verdict } from '../core/model/repair.ts';
import type { GatewayState } from '../core/model/state.ts';

/**
 * The record of every run, in our own data folder: one file per run, one JSON line per event. `begin` and `note`
 * resolve only when the line (and the new file's name) is synced to the disk, so that a crash at any moment leaves a
 * true story: a step that may have begun is always on record.
 */
export interface Journal {
  begin(run: JournalHead): Promise<void>;
  note(runId: string, event: JournalEvent): Promise<void>;
  /** Newest first, at most 50. A file with a torn last line is read up to it; a foreign file is left out. */
  list(): Promise<readonly Run[]>;
}

export type JournalHead = Pick<Run, 'id' | 'plan' | 'profile' | 'startedAt' | 'stateBefore' | 'undoes'>;

export type JournalEvent =
  | { readonly kind: 'step-begins'; readonly index: number; readonly at: number }
  | { readonly kind: 'step-ended'; readonly index: number; readonly at: number; readonly result: RepairStepResult }
  | { readonly kind: 'ended'; readonly at: number; readonly verdict: Verdict; readonly stateAfter: GatewayState | null }
  | { readonly kind: 'undone'; readonly at: number; readonly by: string };
