import { deriveListedDevices } from '../core/listed-devices.ts';
import type { DeviceList } from '../core/model/devices.ts';
import { known, type Reading } from '../core/model/reading.ts';
import { readDevicesOnDemand } from './devices.ts';
import type { Engine } from './engine.ts';
import type { Repairer } from './repair/start-run.ts';

type Asker = Pick<Repairer, 'parts' | 'pictures' | 'looker'>;

/** Asks for the devices; who asks meanwhile gets the same answer. */
export function createAskDevices(asker: Asker): Engine['askDevices'] {
  let asking: Promise<Reading<DeviceList>> | null = null;
  return () => {
    asking ??= askDevices(asker).finally(() => {
      asking = null;
    });
    return asking;
  };
}

/** Out of the files where there are some, else by asking OpenClaw. Every picture shows it from then on. */
export async function askDevices({ parts, pictures, looker }: Asker): Promise<Reading<DeviceList>> {
  const before = pictures.current() ?? (await looker.lookShared());
  if (deriveListedDevices(before.snapshot) !== null) {
    const { snapshot } = await looker.look('quick');
    const listed = deriveListedDevices(snapshot);
    if (listed !== null) return show(known(listed, snapshot.at));
  }
  pictures.setDevices('asking');
  return show(await readDevicesOnDemand(parts.ports, before.snapshot));

  function show(reading: Reading<DeviceList>): Reading<DeviceList> {
    pictures.setDevices(reading);
    return reading;
  }
}
