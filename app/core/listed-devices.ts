import type { DeviceList } from './model/devices.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';

/** The devices as the files have them (before 2026.8); `null`: OpenClaw has to be asked. */
export function deriveListedDevices({ devices }: Pick<Snapshot, 'devices'>): DeviceList | null {
  const found = valueOf(devices);
  if (found === undefined || found.store !== 'files') return null;
  const { paired, pending } = found;
  return paired === null || pending === null ? null : { paired, pending };
}
