import type { RequestHandlers } from '../contract/requests.ts';
import { findDeviceWish } from '../core/known-devices.ts';
import type { Locale } from '../core/model/view.ts';
import { deviceTexts } from '../core/text/devices.ts';
import type { Engine } from '../engine/engine.ts';

export type DeviceHandlers = Pick<RequestHandlers, 'askDevices' | 'previewDevice'>;

export interface DeviceSituation {
  readonly engine: Engine;
  readonly locale: () => Locale;
}

/** The list of devices and previews of decisions, the same in the menu bar app and the browser face. */
export function createDeviceHandlers({ engine, locale }: DeviceSituation): DeviceHandlers {
  return {
    askDevices: async () => void (await engine.askDevices()),
    previewDevice: async ({ command, id }) => {
      const picture = engine.current();
      const wish = picture && findDeviceWish(picture, command, id);
      // The newest view shows the list without it.
      if (wish === null) return deviceTexts(locale()).gone;
      await engine.previewWish(wish);
      return undefined;
    },
  };
}
