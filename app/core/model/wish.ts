import type { PairedDevice, PairingRequest } from './devices.ts';
import type { WatchedKind } from './history.ts';
import { modelWishCodes, type ModelWish } from './model-wish.ts';
import type { ConfigEdit, VersionSource } from './repair.ts';

/** What a person may choose to have done without a finding that asks for it. */
export const wishCodes = [
  'restore-version',
  'restore-keys',
  'undo-drift',
  'device-approve',
  'device-reject',
  'device-remove',
  ...modelWishCodes,
] as const;
export type WishCode = (typeof wishCodes)[number];

/** One wish, with what its words and its plan are made of. */
export type Wish =
  | RestoreWish
  | ModelWish
  | { readonly code: 'device-approve' | 'device-reject'; readonly request: PairingRequest }
  | {
      readonly code: 'device-remove';
      readonly device: PairedDevice;
      /** It is the command line of this very computer. */
      readonly isOwn: boolean;
    };

/** Of these, what the agents use is changed in the configuration. */
export function isModelWish(wish: Wish): wish is ModelWish {
  return modelWishCodes.some((code) => code === wish.code);
}

/** Of these, files go back to what they were. */
export const restoreCodes = ['restore-version', 'restore-keys', 'undo-drift'] as const satisfies readonly WishCode[];

export interface RestoreWish {
  readonly code: (typeof restoreCodes)[number];
  readonly restores: readonly [Restore, ...Restore[]];
  /** Dotted settings that were changed once more since: that change would be lost. */
  readonly overtaken: readonly string[];
}

export interface Restore {
  /** Absolute. */
  readonly file: string;
  readonly kind: WatchedKind;
  /** Of the version, as in lists. */
  readonly versionId: string;
  readonly source: VersionSource;
  /** Epoch ms of the version. */
  readonly at: number;
  /** In this very file; `null`: all of it. */
  readonly edits: readonly [ConfigEdit, ...ConfigEdit[]] | null;
}

/** Where a finding's id would stand: `device-approve:<request>`. */
export function wishId(code: WishCode, subject: string): string {
  return `${code}:${subject}`;
}
