import { makeByHand } from './by-hand.ts';

/** A server of one's own says itself which models it has. */
export const modelsScan = makeByHand('models-scan', ['touch-keys', 'change-config'], () => [
  'clawtender provider add local',
  'openclaw models list',
]);
