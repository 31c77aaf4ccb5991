import type { RepairOffer } from './repair.ts';
import type { Wish } from './wish.ts';

/** What the panel and the command line show before anything is done. */
export interface RepairPreview {
  readonly offer: RepairOffer;
  /** For each step of a plan what exactly is done, made by the function that the executor uses; else empty. */
  readonly exact: readonly ExactStep[];
  /** What a person chose; without it the offer is about a finding. */
  readonly wish?: Wish;
}

/** A program with its arguments, the change to a file or process as lines of `-` and `+`, or mere waiting. */
export type ExactStep =
  | { readonly kind: 'argv'; readonly argv: readonly string[] }
  | { readonly kind: 'diff'; readonly diff: string }
  | { readonly kind: 'nothing' };
