import { makeByHand } from './by-hand.ts';
import { asideCommands, findSupervisor } from './supervisors.ts';

/** Somebody set it up on purpose: which of the watchdogs stays is theirs to say. */
export const watchdogFight = makeByHand(
  'watchdog-fight',
  ['touch-other-products', 'delete-anything', 'kill-by-name'],
  (finding, { snapshot }) => {
    const supervisor = findSupervisor(snapshot, finding.args.path);
    return supervisor === null ? [] : asideCommands(supervisor, snapshot.environment.uid);
  },
);
