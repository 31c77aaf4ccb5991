import type { Version, WatchedKind, Writer } from '../core/model/history.ts';

/**
 * Every version seen of the watched files, in our own data folder (0700/0600), by content. Capped by age and size: the
 * newest, the oldest that still differs and the last that ran are never dropped.
 */
export interface History {
  /** Absolute; it may not exist yet. */
  readonly folder: string;
  /** Newest first; of one file, or of all. A torn last line of the index is passed over. */
  list(options?: { readonly file?: string; readonly atMost?: number }): Promise<readonly Version[]>;
  /** The bytes of a version; `null`: it is not kept (any more). */
  read(id: string): Promise<Uint8Array | null>;
  /** Remembers a version, atomically and synced, unless the newest of this file has the same content. */
  keep(entry: NewVersion): Promise<KeepResult>;
  /** A gateway serves with these versions in force. Like all notes, one that cannot be written is lost and breaks nothing. */
  noteRan(ids: readonly string[], at: number): Promise<void>;
  /** Who wrote a version became known after it was kept. */
  noteWriter(id: string, by: Writer): Promise<void>;
  /**
   * A write of ours gives this file this content: the version with it is ours, if the file has changed within a minute
   * from now, or within the last five (a program that ran for us).
   */
  announce(file: string, sha256: string, runId: string): Promise<void>;
}

export interface NewVersion extends Omit<Version, 'id' | 'ranAt' | 'by'> {
  readonly kind: WatchedKind;
  readonly bytes: Uint8Array;
  /** Where it was not announced by us: what else is known of the writer. */
  readonly by: Writer;
}

export type KeepResult =
  | { readonly kind: 'kept'; readonly version: Version }
  | { readonly kind: 'already'; readonly version: Version }
  | { readonly kind: 'failed'; readonly message: string };
