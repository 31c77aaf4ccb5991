import { makeByHand } from './by-hand.ts';

/** The older side is to be updated; which client that is only its person can see. */
export const protoMismatch = makeByHand('proto-mismatch', ['update-or-install', 'touch-other-products'], () => [
  'openclaw --version',
  'openclaw gateway status --deep',
]);
