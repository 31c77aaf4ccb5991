import { makeByHand } from './by-hand.ts';

/** Another product's gateway is ended in that product, or left alone. */
export const thirdPartyHost = makeByHand(
  'third-party-host',
  ['touch-other-products', 'kill-by-name', 'kill-unproven', 'change-config'],
  ({ args }) => (args.pid === null ? [] : [`ps -ww -o pid,ppid,lstart,command -p ${args.pid}`]),
);
