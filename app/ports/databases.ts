/** SQLite databases of other programs: read only, one short statement, nothing left behind beside them. Never throws. */
export interface Databases {
  /** The first column of what a constant statement selects, as text. */
  readColumn(path: string, select: string): Promise<ColumnRead>;
}

export type ColumnRead =
  | { readonly kind: 'read'; readonly values: readonly string[] }
  | { readonly kind: 'missing' }
  /** Locked, damaged, without that table, or nothing here can read it. */
  | { readonly kind: 'failed'; readonly message: string };
