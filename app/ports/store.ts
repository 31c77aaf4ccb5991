/**
 * Our own place for copies and for what was moved aside (0700/0600, in the data folder, never beside OpenClaw's
 * files). Every change is atomic and synced; nothing is ever deleted. Failures are values, with a clear sentence.
 */
export interface Store {
  /** SHA-256 of a file in hex; `null` when it is missing. */
  hash(path: string): Promise<HashResult>;
  /** Copies files with mode; a missing one is noted as missing, so that restoring can tell. */
  keepCopy(paths: readonly string[]): Promise<StoreResult<{ readonly copyId: string }>>;
  /** Puts copies back atomically, mode included; a file that was missing is moved aside. */
  restoreCopy(copyId: string, paths: readonly string[]): Promise<StoreResult<{ readonly replacedCopyId: string }>>;
  /** Moves a file or folder into our store, with a manifest line (what, why, when, from where). */
  moveAside(path: string, why: string): Promise<StoreResult<{ readonly itemId: string }>>;
  /** Back to where it was; refuses when something else is there now. */
  putBack(itemId: string, path: string): Promise<StoreResult<Record<never, never>>>;
  setMode(path: string, mode: number): Promise<StoreResult<{ readonly modeBefore: number }>>;
  createFolder(path: string, mode: number): Promise<StoreResult<{ readonly existed: boolean }>>;
  removeEmptyFolder(path: string): Promise<StoreResult<Record<never, never>>>;
  /** Compresses the file into the store, then empties it in place: the inode stays, launchd keeps it open. */
  archiveLog(path: string): Promise<StoreResult<{ readonly archivePath: string }>>;
}

export type HashResult =
  | { readonly kind: 'hash'; readonly sha256: string | null }
  | { readonly kind: 'failed'; readonly message: string };

export type StoreResult<Value> =
  | ({ readonly kind: 'done' } & Value)
  /** It was so already, or there is nothing there to change. */
  | { readonly kind: 'already'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
