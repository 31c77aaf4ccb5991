import type { SecretMark } from './setting.ts';

/** The client's identity, its cached tokens, and what the gateway has on record (openclaw-config §5). */
export interface Devices {
  /** `files`: before 2026.8; `database`: since then, in SQLite, of which only what a person asks for is read. */
  readonly store: 'files' | 'database';
  readonly identity: DeviceIdentity | null;
  readonly cache: DeviceCache | null;
  /** `null`: not read (a database). */
  readonly paired: readonly PairedDevice[] | null;
  readonly pending: readonly PairingRequest[] | null;
  /** Files that are there and could not be understood. */
  readonly broken: readonly string[];
}

export interface DeviceIdentity {
  readonly path: string;
  readonly deviceId: string;
  /** The id is the hash of the public key; `null`: could not be checked. */
  readonly idFitsKey: boolean | null;
  /** The private key belongs to the public one; `null`: could not be checked. */
  readonly keysFit: boolean | null;
  /** Raw public key, base64url, as the gateway's record has it. */
  readonly publicKey: string | null;
  readonly createdAt: number | null;
}

export interface DeviceCache {
  readonly path: string;
  readonly deviceId: string;
  readonly tokens: readonly CachedToken[];
}

export interface CachedToken {
  readonly role: string;
  readonly token: SecretMark;
  readonly scopes: readonly string[];
  readonly updatedAt: number | null;
}

export interface PairedDevice {
  readonly deviceId: string;
  readonly publicKey: string | null;
  readonly name: string | null;
  readonly platform: string | null;
  readonly clientId: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly tokens: readonly DeviceToken[];
  readonly createdAt: number | null;
  readonly approvedAt: number | null;
  readonly lastSeenAt: number | null;
}

export interface DeviceToken {
  readonly role: string;
  /** `null`: the source never shows it (`devices list`). */
  readonly token: SecretMark | null;
  readonly scopes: readonly string[];
  readonly createdAt: number | null;
  readonly rotatedAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

export interface PairingRequest {
  readonly requestId: string;
  readonly deviceId: string;
  readonly name: string | null;
  readonly platform: string | null;
  readonly clientId: string | null;
  readonly role: string | null;
  readonly scopes: readonly string[];
  readonly remoteIp: string | null;
  readonly silent: boolean;
  readonly isRepair: boolean;
  readonly at: number;
}

/** What `openclaw devices list` tells of a running gateway; its tokens are never shown. */
export interface DeviceList {
  readonly paired: readonly PairedDevice[];
  readonly pending: readonly PairingRequest[];
  /** Which one is this computer's own command line; `null`: it has no identity, or it could not be told. */
  readonly ownDeviceId: string | null;
}
