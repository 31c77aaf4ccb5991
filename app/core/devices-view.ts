import { describeDevice, listScopes, nameDevice } from './device-words.ts';
import { deriveDeviceFacts } from './device-state.ts';
import { deriveKnownDevices, ownDeviceId } from './known-devices.ts';
import type { PairedDevice, PairingRequest } from './model/devices.ts';
import type { DeviceRequestView, DevicesView, DeviceView } from './model/devices-view.ts';
import type { Picture } from './model/picture.ts';
import { plainName } from './plain-name.ts';
import { deviceTexts } from './text/devices.ts';
import { formatMoment, type TimeStyle } from './text/durations.ts';
import { writeUnknown } from './text/unknowns.ts';

/** The devices of this gateway in words; `null`: there is none here that could have some. */
export function deriveDevicesView(picture: Picture, style: TimeStyle): DevicesView | null {
  const { status, snapshot } = picture;
  if (status.state === 'remote' || status.state === 'not-installed') return null;
  const texts = deviceTexts(style.locale);
  const list = deriveKnownDevices(picture);
  const count = list?.pending.length ?? 0;
  return {
    title: count === 0 ? texts.title : texts.titleWaiting({ count }),
    ...deriveState(picture, list !== null && list.paired.length === 0, style),
    askLabel: texts.ask,
    requestsTitle: texts.requests,
    requests: (list?.pending ?? []).map((request) => deriveRequestView(request, snapshot.at, style)),
    devicesTitle: texts.devices,
    devices: (list?.paired ?? []).map((device) => deriveDeviceView(device, picture, style)),
  };
}

function deriveState(picture: Picture, isEmpty: boolean, style: TimeStyle): Pick<DevicesView, 'state' | 'note'> {
  const texts = deviceTexts(style.locale);
  const { devices } = picture;
  if (devices === 'asking') return { state: 'asking', note: texts.asking };
  if (deriveKnownDevices(picture) !== null) return { state: 'listed', note: isEmpty ? texts.noDevices : null };
  if (devices === null || devices.status !== 'unknown') return { state: 'closed', note: texts.closed };
  return { state: 'failed', note: texts.failed({ reason: writeUnknown(devices.reason, style.locale) }) };
}

function deriveRequestView(request: PairingRequest, now: number, style: TimeStyle): DeviceRequestView {
  const texts = deviceTexts(style.locale);
  const name = nameDevice(request);
  return {
    id: request.requestId,
    name,
    about: describeDevice(request),
    wants: texts.wants({ role: plainName(request.role ?? texts.none), scopes: listScopes(request, style.locale) }),
    when: texts.askedAt({ when: formatMoment(request.at, now, style) }),
    approve: { label: texts.approve, spoken: texts.spoken.approve({ name }) },
    reject: { label: texts.reject, spoken: texts.spoken.reject({ name }) },
  };
}

function deriveDeviceView(device: PairedDevice, picture: Picture, style: TimeStyle): DeviceView {
  const texts = deviceTexts(style.locale);
  const name = nameDevice(device);
  const roles = device.roles.length === 0 ? texts.none : plainName(device.roles.join(', '));
  const usedAt = lastUseOf(device);
  const when = usedAt === null ? null : formatMoment(usedAt, picture.snapshot.at, style);
  return {
    id: device.deviceId,
    name,
    about: describeDevice(device),
    roles: texts.roles({ roles }),
    lastUse: when === null ? texts.neverUsed : texts.lastUse({ when }),
    marks: deriveMarks(device, picture, style),
    remove: { label: texts.remove, spoken: texts.spoken.remove({ name }) },
  };
}

/** Epoch ms; a connection is noted by some versions, the use of a token by all. */
export function lastUseOf({ tokens, lastSeenAt }: PairedDevice): number | null {
  const times = [lastSeenAt, ...tokens.map(({ lastUsedAt }) => lastUsedAt)].filter((each) => each !== null);
  return times.length === 0 ? null : Math.max(...times);
}

/** `heals`: its owner has the shared secret as well. `stale`: it does not get in. */
export function staleOf(
  device: PairedDevice,
  picture: Pick<Picture, 'snapshot'>,
): 'heals' | 'stale' | 'revoked' | null {
  if (device.tokens.length > 0 && device.tokens.every(({ revokedAt }) => revokedAt !== null)) return 'revoked';
  const facts = deriveDeviceFacts(picture.snapshot);
  if (facts?.identity.deviceId !== device.deviceId || !facts.isStale) return null;
  return facts.hasShared === true ? 'heals' : 'stale';
}

function deriveMarks(device: PairedDevice, picture: Picture, { locale }: TimeStyle): DeviceView['marks'] {
  const texts = deviceTexts(locale);
  const stale = staleOf(device, picture);
  return [
    ...(device.deviceId === ownDeviceId(picture) ? [{ text: texts.own, tone: 'plain' as const }] : []),
    ...(stale === null
      ? []
      : [{ text: texts[stale], tone: stale === 'heals' ? ('plain' as const) : ('bad' as const) }]),
  ];
}
