export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly stat: FileStat }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'too-large'; readonly sizeBytes: number }
  | { readonly kind: 'failed'; readonly message: string };

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  /** When anything about it changed, its name and mode included: no write can hide from it. */
  readonly changedAt: number;
  readonly inode: number;
  /** Permission bits, e.g. 0o644. */
  readonly mode: number;
  readonly ownerUid: number;
  /** Path after symlinks. */
  readonly realPath: string;
}

export type StatResult =
  | { readonly kind: 'found'; readonly stat: FileStat }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'failed'; readonly message: string };

/** Reading of files. Never throws; follows symlinks (a dangling one is `missing`). */
export interface Files {
  read(path: string, options: { readonly maxBytes: number }): Promise<FileRead>;
  /** The last `maxBytes` of a file that may be huge. */
  readTail(path: string, options: { readonly maxBytes: number }): Promise<FileRead>;
  stat(path: string): Promise<StatResult>;
  /** Names in a folder; `null` when it is missing or not a folder; unreadable → `not-permitted`. */
  list(path: string): Promise<readonly string[] | null | 'not-permitted'>;
  /**
   * Names in a folder with the bytes of the files among the first `maxEntries` of them (symlinks themselves, folders
   * not followed); failures as of `list`.
   */
  measureFolder(
    path: string,
    options: { readonly maxEntries: number },
  ): Promise<{ readonly names: readonly string[]; readonly sizeBytes: number } | null | 'not-permitted'>;
  isExecutable(path: string): Promise<boolean | null>;
  /** Bytes that an ordinary user may still write on the volume of an existing path; `null`: not told. */
  freeSpace(path: string): Promise<number | null>;
}
