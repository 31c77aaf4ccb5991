import type { HistoryFacts } from '../core/model/history.ts';
import { unknown } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Probe } from './probe.ts';

/** Not built yet. */
export const historyProbe: Probe<HistoryFacts, Pick<Snapshot, 'config' | 'definition' | 'install'>> = {
  name: 'history',
  deadlineMs: 4_000,
  read: async ({ ports }) => unknown('not-asked', 'not built yet', ports.clock.now()),
};
