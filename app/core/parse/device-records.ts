import { z } from 'zod';
import type { DeviceToken, PairedDevice, PairingRequest } from '../model/devices.ts';
import type { MarkSecret } from '../settings/mask.ts';

/**
 * Records of paired devices and of requests, as `devices/paired.json` and `pending.json` have them (OpenClaw before
 * 2026.8.1) and `devices list --json` tells them (all versions). Whose record it is must be said; all else may be
 * missing, and of a wrong type it is as good as missing.
 */
const text = z.string().nullable().catch(null).default(null);
const time = z.number().nullable().catch(null).default(null);
const names = z.array(z.string()).catch([]).default([]);

const tokenRecord = z.object({
  role: z.string(),
  token: z.string().nullable().catch(null).default(null),
  scopes: names,
  createdAtMs: time,
  rotatedAtMs: time,
  revokedAtMs: time,
  lastUsedAtMs: time,
});

const deviceFields = {
  deviceId: z.string().min(1),
  displayName: text,
  platform: text,
  clientId: text,
  role: text,
  roles: names,
  scopes: names,
};

/** `tokens`: by role in the file, one after the other in the list. */
export const pairedRecord = z.object({
  ...deviceFields,
  publicKey: text,
  tokens: z
    .union([z.array(tokenRecord), z.record(z.string(), tokenRecord).transform((byRole) => Object.values(byRole))])
    .catch([])
    .default([]),
  createdAtMs: time,
  approvedAtMs: time,
  lastSeenAtMs: time,
});

export const pendingRecord = z.object({
  ...deviceFields,
  requestId: z.string().min(1),
  remoteIp: text,
  silent: z.boolean().catch(false).default(false),
  isRepair: z.boolean().catch(false).default(false),
  ts: z.number(),
});

export function describePaired(record: z.infer<typeof pairedRecord>, mark: MarkSecret): PairedDevice {
  return {
    ...describeDevice(record),
    publicKey: record.publicKey,
    roles: rolesOf(record),
    tokens: record.tokens.map((token) => describeToken(token, mark)),
    createdAt: record.createdAtMs,
    approvedAt: record.approvedAtMs,
    lastSeenAt: record.lastSeenAtMs,
  };
}

export function describePending(record: z.infer<typeof pendingRecord>): PairingRequest {
  const { requestId, remoteIp, silent, isRepair, ts } = record;
  const role = record.role ?? record.roles[0] ?? null;
  return { requestId, ...describeDevice(record), role, remoteIp, silent, isRepair, at: ts };
}

interface DeviceRecord {
  readonly deviceId: string;
  readonly displayName: string | null;
  readonly platform: string | null;
  readonly clientId: string | null;
  readonly scopes: readonly string[];
}

function describeDevice({ deviceId, displayName, platform, clientId, scopes }: DeviceRecord) {
  return { deviceId, name: displayName, platform, clientId, scopes };
}

/** Old records have one role and no list. */
function rolesOf({ role, roles }: { readonly role: string | null; readonly roles: readonly string[] }) {
  return role === null || roles.includes(role) ? roles : [role, ...roles];
}

function describeToken(record: z.infer<typeof tokenRecord>, mark: MarkSecret): DeviceToken {
  return {
    role: record.role,
    token: record.token === null ? null : mark(record.token),
    scopes: record.scopes,
    createdAt: record.createdAtMs,
    rotatedAt: record.rotatedAtMs,
    revokedAt: record.revokedAtMs,
    lastUsedAt: record.lastUsedAtMs,
  };
}
