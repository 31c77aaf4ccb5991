import type { RepairOffer } from './repair.ts';

/** What the panel and the command line show before anything is done. */
export interface RepairPreview {
  readonly offer: RepairOffer;
  /** For each step of a plan the exact argv or diff, made by the function that the executor uses; else empty. */
  readonly exact: readonly string[];
}
