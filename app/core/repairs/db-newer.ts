import { makeByHand } from './by-hand.ts';

/** Which OpenClaw is to be kept is a person's choice, and an update is never ours. */
export const dbNewer = makeByHand(
  'db-newer',
  ['touch-database', 'update-or-install', 'kickstart-loop', 'doctor-fix'],
  () => ['openclaw --version', 'openclaw update', 'openclaw gateway install --force', 'openclaw gateway start'],
);
