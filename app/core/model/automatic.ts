/** What may be mended without a question, if a person switched that on. */
export const automaticCauses = ['hung', 'vanished'] as const;
export type AutomaticCause = (typeof automaticCauses)[number];

/** One automatic repair, on record before it begins. */
export interface AutomaticEntry {
  readonly cause: AutomaticCause;
  /** Epoch ms. */
  readonly at: number;
  readonly profile: string | null;
}
