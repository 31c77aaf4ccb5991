import type { Credentials } from '../core/model/credentials.ts';
import { unknown } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Probe } from './probe.ts';

/** Not built yet. */
export const credentialsProbe: Probe<
  Credentials,
  { readonly definition: Snapshot['definition']; readonly isQuick: boolean }
> = {
  name: 'credentials',
  deadlineMs: 4_000,
  read: async ({ ports }) => unknown('not-asked', 'not built yet', ports.clock.now()),
};
