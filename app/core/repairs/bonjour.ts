import { makeByHand } from './by-hand.ts';

/** Announcing on the network is a setting, and whether it is wanted only a person knows. */
export const bonjour = makeByHand('bonjour', ['change-config', 'kickstart-loop'], () => [
  'openclaw config set discovery.mdns.mode off',
  'openclaw config validate',
  'openclaw gateway restart',
]);
