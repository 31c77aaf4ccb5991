/** The kept versions of the configuration, as finished strings in one language. */
export interface HistoryView {
  /** A face opens the history whenever this has grown. */
  readonly asked: number;
  readonly title: string;
  /** What is said while there is nothing. */
  readonly empty: string | null;
  /** Why the newest version could not be kept. */
  readonly fault: string | null;
  /** Newest first, at most 30. */
  readonly versions: readonly VersionView[];
  /** That there are more, and where. */
  readonly older: string | null;
  readonly compared: ComparisonView | null;
  readonly words: HistoryWords;
}

export interface HistoryWords {
  readonly versions: string;
  readonly differences: string;
  readonly compare: string;
  readonly former: string;
  readonly now: string;
}

export interface VersionView {
  /** What a face hands back to mean it. */
  readonly id: string;
  readonly when: string;
  /** The file's bare name. */
  readonly file: string;
  readonly by: string;
  /** "gateway.port 18789 → 18790"; at most 4. */
  readonly changes: readonly string[];
  /** "and 3 more". */
  readonly more: string | null;
  /** "a gateway ran on it", "in the file now". */
  readonly marks: readonly string[];
  /** It is what its file holds now: there is nothing to compare. */
  readonly isNow: boolean;
}

/** A version beside its file as it is now. */
export interface ComparisonView {
  readonly versionId: string;
  readonly title: string;
  readonly rows: readonly DifferenceView[];
  /** Why there are no rows. */
  readonly message: string | null;
  /** `null`: there is nothing to restore. */
  readonly restoreAll: string | null;
  readonly restoreTicked: string | null;
  readonly close: string;
}

export interface DifferenceView {
  /** What a face hands back to mean it. */
  readonly id: string;
  readonly path: string;
  readonly former: string;
  readonly now: string;
  /** "Restore gateway.port": the name of its box. */
  readonly tick: string;
}
