import { deriveListedDevices } from './listed-devices.ts';
import type { DeviceList } from './model/devices.ts';
import type { Picture } from './model/picture.ts';
import type { DeviceCommand } from './model/repair.ts';
import { valueOf } from './model/reading.ts';
import type { Wish } from './model/wish.ts';

/** The devices as far as a person may see them now; `null`: nobody asked OpenClaw, or it did not tell. */
export function deriveKnownDevices({ snapshot, devices }: Pick<Picture, 'snapshot' | 'devices'>): DeviceList | null {
  const listed = deriveListedDevices(snapshot);
  if (listed !== null) return listed;
  return devices === null || devices === 'asking' ? null : (valueOf(devices) ?? null);
}

/** This computer's own device, as far as the list is known. */
export function ownDeviceId(picture: Pick<Picture, 'snapshot' | 'devices'>): string | null {
  return deriveKnownDevices(picture)?.ownDeviceId ?? null;
}

/** What is meant by an id out of the list; the beginning of one is enough. `null`: nothing, or more than one. */
export function findDeviceWish(
  picture: Pick<Picture, 'snapshot' | 'devices'>,
  command: DeviceCommand,
  id: string,
): Wish | null {
  const list = deriveKnownDevices(picture);
  if (list === null) return null;
  if (command !== 'remove') {
    const request = findById(list.pending, ({ requestId }) => requestId, id);
    return request && { code: command === 'approve' ? 'device-approve' : 'device-reject', request };
  }
  const device = findById(list.paired, ({ deviceId }) => deviceId, id);
  return device && { code: 'device-remove', device, isOwn: device.deviceId === ownDeviceId(picture) };
}

const shortestId = 6;

function findById<Entry>(entries: readonly Entry[], idOf: (entry: Entry) => string, id: string): Entry | null {
  const exact = entries.find((entry) => idOf(entry) === id);
  if (exact !== undefined) return exact;
  const found = id.length < shortestId ? [] : entries.filter((entry) => idOf(entry).startsWith(id));
  return found.length === 1 ? (found[0] ?? null) : null;
}
