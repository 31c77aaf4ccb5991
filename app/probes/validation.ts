import type { ConfigValidation } from '../core/model/validation.ts';
import { unknown } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Probe } from './probe.ts';

/** Not built yet. */
export const validationProbe: Probe<ConfigValidation, Pick<Snapshot, 'config' | 'install'>> = {
  name: 'validation',
  deadlineMs: 4_000,
  read: async ({ ports }) => unknown('not-asked', 'not built yet', ports.clock.now()),
};
