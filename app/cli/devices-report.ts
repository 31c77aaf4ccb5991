import { lastUseOf, staleOf } from '../core/devices-view.ts';
import { deriveKnownDevices, ownDeviceId } from '../core/known-devices.ts';
import type { DeviceToken, PairedDevice, PairingRequest } from '../core/model/devices.ts';
import type { Picture } from '../core/model/picture.ts';

/** What `devices --json` prints. Field names are an interface: only add. Of a token it never shows the value. */
export interface DevicesReport {
  readonly schema: 1;
  /** `null`: they could not be told; `unknown` says why. */
  readonly pending: readonly RequestReport[] | null;
  readonly paired: readonly DeviceReport[] | null;
  readonly unknown: { readonly code: string; readonly detail: string } | null;
}

interface RequestReport extends Omit<PairingRequest, 'at'> {
  /** ISO 8601 in UTC. */
  readonly at: string;
}

interface DeviceReport {
  readonly deviceId: string;
  readonly name: string | null;
  readonly platform: string | null;
  readonly clientId: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly approvedAt: string | null;
  readonly lastUsedAt: string | null;
  /** This computer's own command line; only known where OpenClaw keeps its devices in files. */
  readonly own: boolean;
  /** `heals`: with the shared token that it has as well; `stale`, `revoked`: it does not get in. */
  readonly stale: 'heals' | 'stale' | 'revoked' | null;
  readonly tokens: readonly TokenReport[];
}

interface TokenReport {
  readonly role: string;
  readonly scopes: readonly string[];
  readonly createdAt: string | null;
  readonly rotatedAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

export function deriveDevicesReport(picture: Picture): DevicesReport {
  const list = deriveKnownDevices(picture);
  if (list === null) {
    const { devices } = picture;
    const reason = devices !== null && devices !== 'asking' && devices.status === 'unknown' ? devices.reason : null;
    return { schema: 1, pending: null, paired: null, unknown: reason ?? { code: 'not-asked', detail: '' } };
  }
  return {
    schema: 1,
    pending: list.pending.map((request) => ({ ...request, at: isoTime(request.at) ?? '' })),
    paired: list.paired.map((device) => reportDevice(device, picture)),
    unknown: null,
  };
}

function reportDevice(device: PairedDevice, picture: Picture): DeviceReport {
  const { deviceId, name, platform, clientId, roles, scopes, approvedAt, tokens } = device;
  return {
    deviceId,
    name,
    platform,
    clientId,
    roles,
    scopes,
    approvedAt: isoTime(approvedAt),
    lastUsedAt: isoTime(lastUseOf(device)),
    own: deviceId === ownDeviceId(picture),
    stale: staleOf(device, picture),
    tokens: tokens.map(reportToken),
  };
}

function reportToken({ role, scopes, createdAt, rotatedAt, revokedAt, lastUsedAt }: DeviceToken): TokenReport {
  return {
    role,
    scopes,
    createdAt: isoTime(createdAt),
    rotatedAt: isoTime(rotatedAt),
    revokedAt: isoTime(revokedAt),
    lastUsedAt: isoTime(lastUsedAt),
  };
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
