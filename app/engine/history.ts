import type {
  HistoryExport,
  HistoryFault,
  ListedVersion,
  VersionDiff,
  VersionText,
} from '../core/model/listed-version.ts';

/**
 * What was kept, for faces: everything is masked. A reference is the id of a version, the beginning of one that is
 * unmistakable, the name of one of OpenClaw's own copies (`bak.1`, `last-good`), or `now` for the file as it is.
 */
export interface KeptHistory {
  /** Newest first, of one file (absolute path, or its bare name) or of all of this gateway. */
  list(options?: { readonly file?: string; readonly atMost?: number }): Promise<readonly ListedVersion[]>;
  text(reference: string): Promise<VersionText | HistoryFault>;
  /** `now` may be one of the two: it is that file of which the other one is a version. */
  diff(before: string, after: string): Promise<VersionDiff | HistoryFault>;
  /** All of it, to be given away: nothing in it is a secret. */
  exportAll(): Promise<HistoryExport>;
}
