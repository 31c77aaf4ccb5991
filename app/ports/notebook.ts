import type { ActionKind, ActivityKind } from '../core/model/action.ts';
import type { AutomaticEntry } from '../core/model/automatic.ts';
import type { RepairCode } from '../core/model/repair.ts';

/**
 * What must be known to all faces and after a restart of the app: who is acting now and what was asked before.
 * Kept in our own data folder (0700/0600), written atomically, only when an action is performed; looking writes nothing.
 */
export interface Notebook {
  /** The folder of its files, absolute: watched to learn at once what another face does. It may not exist yet. */
  readonly folder: string;
  read(): Promise<NotebookContent>;
  append(entry: NotebookEntry): Promise<void>;
  /** Repairs that nobody was asked about, newest last, at most 50. Rejects when there may be some that cannot be read. */
  readAutomatic(): Promise<readonly AutomaticEntry[]>;
  /** Before such a repair begins. */
  noteAutomatic(entry: AutomaticEntry): Promise<void>;
  /** One action at a time over all faces and processes; a dead process cannot hold it. */
  tryLock(holder: LockHolder): Promise<LockResult>;
}

export interface NotebookContent {
  /** Newest last, at most 50. */
  readonly actions: readonly NotebookEntry[];
  readonly lockedBy: LockHolder | null;
}

export interface NotebookEntry {
  readonly action: ActionKind;
  readonly at: number;
  readonly profile: string | null;
  readonly succeeded: boolean;
  readonly forced: boolean;
}

export interface LockHolder {
  readonly pid: number;
  readonly face: 'menu-bar' | 'command-line' | 'browser-panel';
  readonly action: ActivityKind;
  /** What is being repaired, or taken back. */
  readonly code?: RepairCode;
  /** The lock is one for all profiles; the profile tells whose gateway is being acted on. */
  readonly profile: string | null;
  readonly startedAt: number;
}

export type LockResult =
  | { readonly kind: 'acquired'; release(): Promise<void> }
  | { readonly kind: 'held'; readonly by: LockHolder };
