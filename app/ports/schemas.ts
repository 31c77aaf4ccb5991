import type { ConfigValidation } from '../core/model/validation.ts';

/**
 * OpenClaw's own schemas of its configuration, one for each version, and what was found with them. Kept in our own data
 * folder; what cannot be kept is only fetched, or checked, once more.
 */
export interface Schemas {
  /** The schema of exactly this version: what the installed OpenClaw said it is, else the one of ours; `null`: none. */
  find(version: string): Promise<FoundSchema | null>;
  /** Keeps what `openclaw config schema` printed; `false`: that is no schema, or it cannot be written. */
  keep(version: string, text: string): Promise<boolean>;
  /** What was found before in the same files with the same schema; `null`: nothing. */
  recall(key: string): Promise<ConfigValidation | null>;
  note(key: string, validation: ConfigValidation): Promise<void>;
}

export interface FoundSchema {
  /** `kept`: from the installed OpenClaw. `shipped`: it came with this program. */
  readonly source: 'kept' | 'shipped';
  /** Prepared for a validator. */
  load(): Promise<{ readonly [keyword: string]: unknown } | null>;
}
