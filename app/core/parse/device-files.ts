import { z } from 'zod';
import type { CachedToken, PairedDevice, PairingRequest } from '../model/devices.ts';
import type { MarkSecret } from '../settings/mask.ts';
import { describePaired, describePending, pairedRecord, pendingRecord } from './device-records.ts';

/** Keys in PEM: they stay with who compares them. */
export interface IdentityKeys {
  readonly deviceId: string;
  readonly publicKeyPem: string;
  readonly privateKeyPem: string;
  readonly createdAt: number | null;
}

const time = z.number().nullable().catch(null).default(null);

const identitySchema = z.object({
  deviceId: z.string().min(1),
  publicKeyPem: z.string(),
  privateKeyPem: z.string(),
  createdAtMs: time,
});

const cacheSchema = z.object({
  deviceId: z.string().min(1),
  tokens: z
    .record(z.string(), z.object({ token: z.string(), scopes: z.array(z.string()).catch([]), updatedAtMs: time }))
    .default({}),
});

/** `identity/device.json` (OpenClaw before 2026.8.1); `null`: not understood. */
export function parseIdentity(text: string): IdentityKeys | null {
  const parsed = identitySchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { createdAtMs, ...keys } = parsed.data;
  return { ...keys, createdAt: createdAtMs };
}

/** `identity/device-auth.json`: what the client was given, by role. */
export function parseDeviceCache(
  text: string,
  mark: MarkSecret,
): { readonly deviceId: string; readonly tokens: readonly CachedToken[] } | null {
  const parsed = cacheSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const tokens = Object.entries(parsed.data.tokens).map(([role, { token, scopes, updatedAtMs }]) => ({
    role,
    token: mark(token),
    scopes,
    updatedAt: updatedAtMs,
  }));
  return { deviceId: parsed.data.deviceId, tokens };
}

/** `devices/paired.json`: records by device. */
export function parsePaired(text: string, mark: MarkSecret): readonly PairedDevice[] | null {
  const parsed = z.record(z.string(), pairedRecord).safeParse(parseJson(text));
  return parsed.success ? Object.values(parsed.data).map((record) => describePaired(record, mark)) : null;
}

/** `devices/pending.json`: requests by their id. */
export function parsePending(text: string): readonly PairingRequest[] | null {
  const parsed = z.record(z.string(), pendingRecord).safeParse(parseJson(text));
  return parsed.success ? Object.values(parsed.data).map(describePending) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
