import { z } from 'zod';
import type { DeviceList } from '../model/devices.ts';
import type { MarkSecret } from '../settings/mask.ts';
import { describePaired, describePending, pairedRecord, pendingRecord } from './device-records.ts';

const listSchema = z.object({ paired: z.array(pairedRecord), pending: z.array(pendingRecord) });
const refusalSchema = z.object({ ok: z.literal(false), error: z.object({ message: z.string() }) });

export type DevicesListAnswer =
  | { readonly kind: 'list'; readonly list: Omit<DeviceList, 'ownDeviceId'> }
  /** The command says why not (2026.9.6 does so in its output); not redacted. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'not-understood' };

/**
 * Output of `openclaw devices list --json` (2026.3.13 to 2026.9.6). Notices of plugins may come before the JSON. A
 * source that shows no tokens has none to mark, but one that did would not get them past here.
 */
export function parseDevicesList(output: string, mark: MarkSecret): DevicesListAnswer {
  const value = findJson(output);
  const refusal = refusalSchema.safeParse(value);
  if (refusal.success) return { kind: 'refused', message: refusal.data.error.message };
  const parsed = listSchema.safeParse(value);
  if (!parsed.success) return { kind: 'not-understood' };
  const { paired, pending } = parsed.data;
  const list = {
    paired: paired.map((record) => describePaired(record, mark)),
    pending: pending.map((record) => describePending(record)),
  };
  return { kind: 'list', list };
}

/** The JSON begins with a line of its own: a notice before it may hold braces too. */
function findJson(output: string): unknown {
  for (const { index } of output.matchAll(/^\{/gm)) {
    try {
      return JSON.parse(output.slice(index));
    } catch {
      continue;
    }
  }
  return undefined;
}
