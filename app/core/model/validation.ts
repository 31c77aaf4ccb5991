import type { SettingPath } from './setting.ts';

/** What OpenClaw's own schema says of the configuration. */
export interface ConfigValidation {
  /** Of the very version that runs it, or `null`: there is no schema for it here, and nothing was checked. */
  readonly schemaVersion: string | null;
  readonly issues: readonly ConfigIssue[];
}

export interface ConfigIssue {
  /** Dotted; the whole configuration: empty. */
  readonly path: string;
  /** The same as names and positions, `$include` followed. */
  readonly setting: SettingPath;
  /** `unknown-key`: a setting that this version does not know. */
  readonly kind: 'unknown-key' | 'wrong-type' | 'wrong-value' | 'missing';
  /** English, without any value of the file. */
  readonly message: string;
  /** Of what is missing: the file that would have it. */
  readonly file: string;
  /** 1-based, where the setting is written; `null` when it is written nowhere (missing). */
  readonly line: number | null;
  readonly column: number | null;
}
