import type { EngineParts } from './engine-parts.ts';
import type { KeptHistory } from './history.ts';

/** Not built yet. */
export function createKeptHistory(_parts: EngineParts): KeptHistory {
  return {
    list: async () => [],
    text: async (which) => ({ kind: 'no-such-version', which }),
    diff: async (which) => ({ kind: 'no-such-version', which }),
    exportAll: async () => ({ exportedAt: _parts.ports.clock.now(), versions: [] }),
  };
}
