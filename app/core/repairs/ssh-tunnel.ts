import { makeByHand } from './by-hand.ts';

/** Whether the tunnel or the local gateway is wanted is a person's decision. */
export const sshTunnel = makeByHand('ssh-tunnel', ['kill-unproven', 'change-config'], ({ args }) => [
  ...(args.pid === null ? [] : [`ps -ww -o pid,lstart,command -p ${args.pid}`]),
  'openclaw config set gateway.mode remote',
]);
