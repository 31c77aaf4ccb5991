import type { Agents } from '../core/model/agents.ts';
import { unknown } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Probe } from './probe.ts';

/** Not built yet. */
export const agentsProbe: Probe<Agents, Pick<Snapshot, 'definition' | 'config'>> = {
  name: 'agents',
  deadlineMs: 4_000,
  read: async ({ ports }) => unknown('not-asked', 'not built yet', ports.clock.now()),
};
