import { deriveStateDir } from './file-places.ts';
import type { CachedToken, DeviceIdentity, Devices, PairedDevice, PairingRequest } from './model/devices.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import { authModeOf, clientCredential, clientOrderOf, serverCredential } from './tokens.ts';

/** What the token that this computer's command line keeps is worth to the gateway. */
export type DeviceState =
  | 'well'
  /** The keys do not belong together: whatever they sign is refused. */
  | 'broken-identity'
  /** What is kept belongs to an identity of before; the client passes it over. */
  | 'other-identity'
  /** Nothing is kept: the next connection brings a token. */
  | 'none-kept'
  | 'unpaired'
  | 'key-changed'
  | 'revoked'
  /** The gateway has another token on record for certain. */
  | 'replaced'
  /** By the times: the gateway's token is newer than what is kept. */
  | 'older'
  | 'scopes-differ';

/** With one of these the kept token does not open the gateway. */
const stale: ReadonlySet<DeviceState> = new Set(['unpaired', 'key-changed', 'revoked', 'replaced', 'older']);

export interface DeviceFacts {
  readonly identity: DeviceIdentity;
  readonly state: DeviceState;
  /** Role of the token that the state is about. */
  readonly role: string | null;
  readonly isStale: boolean;
  /** The command line has a shared token or password too, so it gets in all the same; `null`: not known. */
  readonly hasShared: boolean | null;
  /** The device's own waiting request that makes local connections wait too; `null`: none. */
  readonly trap: PairingRequest | null;
}

/** How long a request for pairing waits (all versions). */
export const requestLivesMs = 5 * 60_000;

/** `null`: the stores are a database, were not read, or are not those of the gateway that is watched. */
export function deriveDeviceFacts(snapshot: Snapshot): DeviceFacts | null {
  const devices = valueOf(snapshot.devices);
  const identity = devices?.identity ?? null;
  if (devices === undefined || identity === null || devices.store !== 'files') return null;
  if (deriveStateDir(snapshot) !== snapshot.target.stateDir) return null;
  const { state, role } = stateOf(devices, identity);
  const trap = trapOf(devices, identity, snapshot.at);
  return { identity, state, role, isStale: stale.has(state), hasShared: hasShared(snapshot), trap };
}

type Found = Pick<DeviceFacts, 'state' | 'role'>;

function stateOf(devices: Devices, identity: DeviceIdentity): Found {
  const { cache, paired } = devices;
  if (identity.keysFit === false) return { state: 'broken-identity', role: null };
  if (cache === null || cache.tokens.length === 0) return { state: 'none-kept', role: null };
  if (cache.deviceId !== identity.deviceId) return { state: 'other-identity', role: null };
  // What the gateway has on record is not known: nothing can be compared.
  if (paired === null) return { state: 'well', role: null };
  const device = paired.find(({ deviceId }) => deviceId === identity.deviceId);
  if (device === undefined) return { state: 'unpaired', role: null };
  if (device.publicKey !== null && identity.publicKey !== null && device.publicKey !== identity.publicKey) {
    return { state: 'key-changed', role: null };
  }
  const found = cache.tokens.map((kept): Found => ({ state: compareToken(kept, device), role: kept.role }));
  return found.find(({ state }) => stale.has(state)) ?? found.find(({ state }) => state !== 'well') ?? wellState;
}

const wellState: Found = { state: 'well', role: null };

function compareToken(kept: CachedToken, device: PairedDevice): DeviceState {
  const token = device.tokens.find(({ role }) => role === kept.role);
  if (token === undefined) return 'replaced';
  if (token.revokedAt !== null) return 'revoked';
  if (token.token !== null && token.token.mark !== kept.token.mark) return 'replaced';
  const madeAt = token.rotatedAt ?? token.createdAt;
  // Equal tokens are equal, whatever the times say.
  if (token.token === null && kept.updatedAt !== null && madeAt !== null && kept.updatedAt < madeAt) return 'older';
  return isSameSet(kept.scopes, token.scopes) ? 'well' : 'scopes-differ';
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join(' ') === [...other].sort().join(' ');
}

/** A request that a person must approve takes every later local connection of the same device with it. */
function trapOf({ pending }: Devices, { deviceId }: DeviceIdentity, now: number): PairingRequest | null {
  const waiting = pending?.find(
    (request) => request.deviceId === deviceId && !request.silent && now - request.at < requestLivesMs,
  );
  return waiting ?? null;
}

/** A shared secret that the command line has and the gateway takes, or none is asked for. */
function hasShared(snapshot: Snapshot): boolean | null {
  const mode = authModeOf(snapshot);
  const order = clientOrderOf(valueOf(snapshot.install)?.version);
  if (mode === 'none') return true;
  if (mode === null || mode === 'trusted-proxy' || order === null) return null;
  const client = clientCredential(snapshot, mode, order);
  const server = serverCredential(snapshot, mode);
  if (client.kind === 'none' || client.kind === 'unresolved') return false;
  if (client.kind === 'unknown' || server.kind !== 'secret') return null;
  return client.mark.mark === server.mark.mark;
}
