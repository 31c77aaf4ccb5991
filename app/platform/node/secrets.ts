import { createHash, createHmac, createPrivateKey, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SecretMark, type SecretShape } from '../../core/model/setting.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { hashBytes } from './durable.ts';

export interface SecretsOptions {
  /** Our own data folder, which may not exist yet. */
  readonly folder: string;
}

/** Marks are salted with 32 bytes that this installation drew once; the file is as private as the folder. */
export function createSecrets({ folder }: SecretsOptions): Secrets {
  let salt: Buffer | null = null;
  const saltNow = (): Buffer => (salt ??= readSalt(folder) ?? drawSalt(folder));
  return {
    mark(value) {
      const shape = shapeOf(value);
      if (shape === 'empty') return new SecretMark('00000000', shape);
      return new SecretMark(createHmac('sha256', saltNow()).update(value).digest('hex').slice(0, 8), shape);
    },
    sha256: hashBytes,
    describePublicKey(pem) {
      const raw = rawPublicKey(keyOf(pem, createPublicKey));
      if (raw === null) return null;
      return { deviceId: createHash('sha256').update(raw).digest('hex'), publicKey: raw.toString('base64url') };
    },
    keysFit(privatePem, publicPem) {
      const privateKey = keyOf(privatePem, createPrivateKey);
      const publicKey = rawPublicKey(keyOf(publicPem, createPublicKey));
      if (privateKey === null || publicKey === null) return null;
      return rawPublicKey(createPublicKey(privateKey))?.equals(publicKey) ?? null;
    },
  };
}

const saltBytes = 32;
const longest = 512;
/** `<ARK_API_KEY>`, `ms-xxxxxxxx-xxxx`, `你的API_KEY`: out of a guide; what HTTP cannot send is no key either. */
const isExample = /^<.*>$|x{8}|[^\u0020-\u007e]/i;

function shapeOf(value: string): SecretShape {
  if (value.trim() === '') return 'empty';
  if (/^(?:__OPENCLAW_REDACTED__|\*{3,}|\[redacted\]|<redacted>)$/i.test(value) || /\w(?:\.{3}|…)\w*$/.test(value)) {
    return 'redacted';
  }
  if (/^(?:undefined|null|NaN|\[object Object\])$/.test(value)) return 'not-a-value';
  return /[\s\p{Cc}]/u.test(value) || value.length > longest || isExample.test(value) ? 'odd' : 'ordinary';
}

function readSalt(folder: string): Buffer | null {
  try {
    const salt = readFileSync(join(folder, 'salt'));
    return salt.length === saltBytes ? salt : null;
  } catch {
    return null;
  }
}

/** Two processes may draw at once: the file that was there first counts. Unwritable: marks of this process alone. */
function drawSalt(folder: string): Buffer {
  const drawn = randomBytes(saltBytes);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'salt'), drawn, { flag: 'wx', mode: 0o600 });
    return drawn;
  } catch {
    return readSalt(folder) ?? drawn;
  }
}

function keyOf(pem: string, read: (pem: string) => KeyObject): KeyObject | null {
  try {
    return read(pem);
  } catch {
    return null;
  }
}

/** The last 32 bytes of an ed25519 key's SPKI form. */
function rawPublicKey(key: KeyObject | null): Buffer | null {
  if (key?.asymmetricKeyType !== 'ed25519') return null;
  return key.export({ type: 'spki', format: 'der' }).subarray(-32);
}
