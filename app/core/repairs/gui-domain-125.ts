import { makeByHand } from './by-hand.ts';

/** A session at the desktop is a person's to begin; a LaunchDaemon would be another service with other rights. */
export const guiDomain125 = makeByHand('gui-domain-125', ['sudo', 'update-or-install'], (finding) => [
  'launchctl managername',
  `launchctl print ${finding.args.domain}`,
  'openclaw gateway start',
]);
