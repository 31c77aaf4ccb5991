import { requestLivesMs } from './device-state.ts';
import type { DeviceList } from './model/devices.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';

/** The devices as the files have them (before 2026.8); `null`: OpenClaw has to be asked. */
export function deriveListedDevices({ devices, at }: Pick<Snapshot, 'devices' | 'at'>): DeviceList | null {
  const found = valueOf(devices);
  if (found === undefined || found.store !== 'files') return null;
  const { paired, pending, identity } = found;
  if (paired === null || pending === null) return null;
  // Nobody takes a request out of the file when its time is over, before the next one comes.
  const waiting = pending.filter((request) => at - request.at < requestLivesMs);
  return { paired, pending: waiting, ownDeviceId: identity?.deviceId ?? null };
}
