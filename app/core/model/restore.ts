import type { DriftRange } from './drift.ts';
import type { HistoryFault } from './listed-version.ts';

/** What a person wants back, by ids that were shown. */
export type RestoreRequest =
  /** `keys`: dotted settings of that file; `null`: the whole version. */
  | { readonly kind: 'version'; readonly reference: string; readonly keys: readonly string[] | null }
  | { readonly kind: 'drift'; readonly ranges: readonly DriftRange[] };

/** Why there is nothing to preview. */
export type RestoreFault =
  | HistoryFault
  /** Everything that was named is as it was then. */
  | { readonly kind: 'no-difference' }
  /** None of these settings is different; `keys` as they were given. */
  | { readonly kind: 'no-such-setting'; readonly keys: readonly string[] }
  /** The version itself, or the file as it is, is no configuration that could be read. */
  | { readonly kind: 'broken-version'; readonly which: string };
