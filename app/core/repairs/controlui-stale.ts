import { makeByHand } from './by-hand.ts';

/** Only the browser can forget what it keeps. */
export const controluiStale = makeByHand('controlui-stale', ['weaken-access', 'clear-devices', 'new-token'], () => [
  'openclaw dashboard',
]);
