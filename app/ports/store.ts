import type { MoveReason } from '../core/model/repair.ts';

/**
 * Our own place for copies and for what was moved aside (0700/0600, in the data folder, never beside OpenClaw's
 * files). Every change is atomic and synced; nothing is ever deleted. Failures are values, with a clear sentence.
 * The ids are chosen by the caller before the change, so that they are on record even if a crash comes in between;
 * each may be used once (lower-case letters, digits and dashes).
 */
export interface Store {
  /** SHA-256 of a file in hex; `null` when it is missing. */
  hash(path: string): Promise<HashResult>;
  /** Copies files with mode; a missing one is noted as missing, so that restoring can tell. All or nothing. */
  keepCopy(copyId: string, paths: readonly string[]): Promise<StoreResult>;
  /**
   * Puts copies back atomically, mode included; a file that was missing is moved aside. What is there before is kept
   * as the copy `replacedCopyId` first. `already`: there is no such copy, or everything is as it was then.
   */
  restoreCopy(copyId: string, paths: readonly string[], replacedCopyId: string): Promise<StoreResult>;
  /** Moves a file or folder into our store, with a manifest line (what, why, when, from where). */
  moveAside(itemId: string, path: string, why: MoveReason): Promise<StoreResult>;
  /** Back to where it was; refuses when something else is there now. `already`: it was never moved away. */
  putBack(itemId: string, path: string): Promise<StoreResult>;
  /** Why an item was moved aside; `null`: no such item is on record. */
  reasonOf(itemId: string): Promise<MoveReason | null>;
  /** What a copy holds: SHA-256 in hex by path, `null` for a file that was missing; empty: there is no such copy. */
  hashesOf(copyId: string): Promise<ReadonlyMap<string, string | null>>;
  /**
   * Gives a file another content, atomically: behind its symlink, with its mode and owner, while OpenClaw's lock for
   * it is held. Refuses when the file is not what it was read as. `already`: it has that content.
   */
  replaceContent(change: ContentChange): Promise<StoreResult>;
  setMode(path: string, mode: number): Promise<StoreResult>;
  /** The folder it belongs into must be there. */
  createFolder(path: string, mode: number): Promise<StoreResult>;
  removeEmptyFolder(path: string): Promise<StoreResult>;
  /** Compresses the file into the store, then empties it in place: the inode stays, launchd keeps it open. */
  archiveLog(archiveId: string, path: string): Promise<StoreResult>;
  /** Where a copy, an item or an archive is, or will be: for a person to see. */
  placeOf(kind: 'copy' | 'item' | 'archive', id: string): string;
}

export interface ContentChange {
  readonly path: string;
  /** SHA-256 of what is there now; `null`: nothing is, and the file is created for its user alone. */
  readonly expectedSha256: string | null;
  readonly bytes: Uint8Array;
}

export type HashResult =
  | { readonly kind: 'hash'; readonly sha256: string | null }
  | { readonly kind: 'failed'; readonly message: string };

export type StoreResult =
  /** `note`: what is worth telling of it, or `null`. */
  | { readonly kind: 'done'; readonly note: string | null }
  /** It was so already, or there is nothing there to change. */
  | { readonly kind: 'already'; readonly message: string }
  /** Nothing was changed, but for `restoreCopy` of several files, which may be half done. */
  | { readonly kind: 'failed'; readonly message: string };
