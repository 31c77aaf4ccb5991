import type { PairedDevice, PairingRequest } from './model/devices.ts';
import type { PreviewView, Locale } from './model/view.ts';
import { isModelWish, type Wish } from './model/wish.ts';
import { plainName } from './plain-name.ts';
import { actionTexts } from './text/actions.ts';
import { deviceTexts } from './text/devices.ts';

type Someone = Pick<PairedDevice, 'name' | 'clientId' | 'deviceId' | 'platform'>;

/** As it calls itself, else by its program, else by the beginning of its id. */
export function nameDevice({ name, clientId, deviceId }: Someone): string {
  const plain = plainName(name ?? '');
  if (plain !== '') return plain;
  return clientId === null ? shortDeviceId(deviceId) : plainName(clientId);
}

export function shortDeviceId(deviceId: string): string {
  return plainName(deviceId.slice(0, 8));
}

/** "ios · openclaw-ios · ec4c0d58", and where a request comes from. */
export function describeDevice(device: Someone & Partial<Pick<PairingRequest, 'remoteIp'>>): string {
  const { platform, clientId, deviceId, remoteIp = null } = device;
  const parts = [platform, clientId, remoteIp].flatMap((part) => (part === null ? [] : [plainName(part)]));
  return [...parts, shortDeviceId(deviceId)].join(' · ');
}

export function listScopes({ scopes }: Pick<PairingRequest, 'scopes'>, locale: Locale): string {
  return scopes.length === 0 ? deviceTexts(locale).none : plainName(scopes.join(' '));
}

/** A preview's words for what a person chose to have done about a device; `null`: the wish is about something else. */
export function writeDeviceWish(
  wish: Wish,
  locale: Locale,
): Pick<PreviewView, 'title' | 'whatIsWrong' | 'executeLabel'> | null {
  if ('restores' in wish || isModelWish(wish)) return null;
  const texts = deviceTexts(locale);
  const executeLabel = texts.execute[wish.code];
  if (wish.code === 'device-remove') {
    const { device, isOwn } = wish;
    const removed = texts.explains['device-remove']({ about: describeDevice(device) });
    const whatIsWrong = isOwn ? actionTexts(locale).join({ first: removed, second: texts.explains.own }) : removed;
    return { title: texts.titles['device-remove']({ name: nameDevice(device) }), whatIsWrong, executeLabel };
  }
  const { request } = wish;
  const role = plainName(request.role ?? texts.none);
  const args = { about: describeDevice(request), role, scopes: listScopes(request, locale) };
  const title = texts.titles[wish.code]({ name: nameDevice(request) });
  return { title, whatIsWrong: texts.explains[wish.code](args), executeLabel };
}
