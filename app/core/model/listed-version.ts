import type { Change, WatchedKind, Writer } from './history.ts';

/** One former content of a watched file, as a person may see it. Newest first in lists. */
export interface ListedVersion {
  /**
   * What a person hands back to mean it: the id of a kept version; of a copy that OpenClaw made itself its name, `bak`,
   * `bak.1`, `last-good`, `clobbered.<time>` …
   */
  readonly id: string;
  readonly origin: 'kept' | 'backup';
  /** Absolute: the file whose content it was. */
  readonly file: string;
  /** Absolute, of a backup; `null`: it is in our own folder. */
  readonly path: string | null;
  readonly kind: WatchedKind;
  /** Epoch ms. */
  readonly at: number;
  readonly sizeBytes: number;
  /** SHA-256 in hex; `null`: a backup that was not read. */
  readonly sha256: string | null;
  /** `null`: of a backup nothing is known but that OpenClaw made it. */
  readonly by: Writer | null;
  /** Against the version before of the same file; empty for the first, and for backups. Secrets are marks. */
  readonly changed: readonly Change[];
  /** Epoch ms when a gateway was last seen serving with it; `null`: never seen, or a backup. */
  readonly ranAt: number | null;
  /** It is what the file holds now, as far as the last look saw. */
  readonly isCurrent: boolean;
}

/** A version's content without its secrets: comments, order and layout stay where the format is understood. */
export interface VersionText {
  readonly version: ListedVersion;
  readonly text: string;
}

/** Two contents side by side. */
export interface VersionDiff {
  /** `null`: the file as it is now. */
  readonly before: ListedVersion | null;
  readonly after: ListedVersion | null;
  readonly file: string;
  /** By meaning; empty: they mean the same. */
  readonly changes: readonly Change[];
  /** Masked, for who wants to see the lines; `null`: there is no such file now. */
  readonly beforeText: string | null;
  readonly afterText: string | null;
}

/** Why nothing can be shown. `which`: the reference that was given. */
export type HistoryFault =
  | { readonly kind: 'no-such-version'; readonly which: string }
  | { readonly kind: 'ambiguous'; readonly which: string }
  | { readonly kind: 'unreadable'; readonly which: string; readonly message: string }
  | { readonly kind: 'other-file'; readonly which: string };

export interface HistoryExport {
  /** Epoch ms. */
  readonly exportedAt: number;
  readonly versions: readonly (ListedVersion & { readonly text: string | null })[];
}
