import type { Devices } from '../core/model/devices.ts';
import { unknown } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Probe } from './probe.ts';

/** Not built yet. */
export const devicesProbe: Probe<Devices, Pick<Snapshot, 'definition' | 'install'>> = {
  name: 'devices',
  deadlineMs: 4_000,
  read: async ({ ports }) => unknown('not-asked', 'not built yet', ports.clock.now()),
};
