import type { Setting } from '../model/setting.ts';
import { isGroup } from '../settings/read.ts';

/** What OpenClaw writes into the files of devices at every contact (2026.3.13): it says nothing about the device. */
const times: ReadonlySet<string> = new Set(['updatedAtMs', 'lastUsedAtMs', 'lastSeenAtMs', 'ts']);

/** The same without the times of last use: a content that differs in nothing else is not worth keeping. */
export function withoutTimes(setting: Setting): Setting {
  if (Array.isArray(setting)) return (setting as readonly Setting[]).map(withoutTimes);
  if (!isGroup(setting)) return setting;
  const lasting = Object.entries(setting).filter(([name]) => !times.has(name));
  return Object.fromEntries(lasting.map(([name, value]) => [name, withoutTimes(value)]));
}
