import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** OpenClaw's own doctor mends its database, on a stopped gateway and beside a copy; it changes more than that. */
export const dbCorrupt = makeByHand(
  'db-corrupt',
  ['touch-database', 'doctor-fix', 'delete-anything', 'kickstart-loop'],
  ({ args: { stateDir } }) => [
    'openclaw gateway stop',
    'mkdir -p ~/openclaw-database-copy',
    `cp -p ${quote(`${stateDir}/state`)}/openclaw.sqlite* ~/openclaw-database-copy/`,
    'openclaw doctor',
    'openclaw gateway start',
  ],
);
