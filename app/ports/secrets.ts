import type { SecretMark } from '../core/model/setting.ts';

/** What may be known of a secret without knowing it. Never throws; without a salt on the disk it uses one for this process. */
export interface Secrets {
  mark(value: string): SecretMark;
  /** SHA-256 in hex. */
  sha256(bytes: Uint8Array): string;
  /** An ed25519 public key in PEM: OpenClaw's device id and the raw key in base64url; `null`: it is none. */
  describePublicKey(pem: string): { readonly deviceId: string; readonly publicKey: string } | null;
  /** Whether a private key in PEM belongs to that public key; `null`: one of them is no key. */
  keysFit(privatePem: string, publicPem: string): boolean | null;
}
