import { SecretMark } from '../../app/core/model/setting.ts';
import type { Secrets } from '../../app/ports/secrets.ts';

/** Marks that a test can write down: `mark('abc')` is always the same, and tells nothing but whether texts are equal. */
export const fakeSecrets: Secrets = {
  mark: (value) => new SecretMark(value === '' ? '00000000' : sumOf(value), value === '' ? 'empty' : 'ordinary'),
  sha256: (bytes) => `sha of ${sumOf(new TextDecoder().decode(bytes))}`,
  describePublicKey: () => null,
  keysFit: () => null,
};

function sumOf(value: string): string {
  let sum = 7;
  for (const character of value) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffff_ffff;
  return sum.toString(16).padStart(8, '0');
}
