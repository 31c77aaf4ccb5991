import type { PairedDevice, PairingRequest } from './devices.ts';

/** What a person may choose to have done without a finding that asks for it. */
export const wishCodes = [
  'restore-version',
  'restore-keys',
  'undo-drift',
  'device-approve',
  'device-reject',
  'device-remove',
] as const;
export type WishCode = (typeof wishCodes)[number];

/** One wish, with what its words and its plan are made of. */
export type Wish =
  | { readonly code: 'device-approve' | 'device-reject'; readonly request: PairingRequest }
  | {
      readonly code: 'device-remove';
      readonly device: PairedDevice;
      /** It is the command line of this very computer. */
      readonly isOwn: boolean;
    };

/** Where a finding's id would stand: `device-approve:<request>`. */
export function wishId(code: WishCode, subject: string): string {
  return `${code}:${subject}`;
}
