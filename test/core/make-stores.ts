import type { Devices } from '../../app/core/model/devices.ts';
import type { HistoryFacts } from '../../app/core/model/history.ts';
import type { Change } from './make-moment.ts';

/** Nothing was kept yet: the first look. */
export function makeHistoryFacts(change: Change<HistoryFacts> = {}): HistoryFacts {
  return {
    versions: [],
    inForce: null,
    includesInForce: [],
    lastRan: null,
    previous: null,
    backups: [],
    tokenCopy: null,
    fault: null,
    ...change,
  };
}

/** OpenClaw 2026.9.6: a database, of which nothing was asked. */
export function makeDevices(change: Change<Devices> = {}): Devices {
  return { store: 'database', identity: null, cache: null, paired: null, pending: null, broken: [], ...change };
}
