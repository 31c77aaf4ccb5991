import { deriveLogPath } from '../file-places.ts';
import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** Whoever writes must stop writing; a restart, or one write more, only adds to it. */
export const reloadLoop = makeByHand('reload-loop', ['change-config', 'kickstart-loop'], ({ args }, { snapshot }) => {
  const log = deriveLogPath(snapshot);
  return [...(log === null ? [] : [`grep '\\[reload\\]' ${quote(log)} | tail -n 20`]), `lsof ${quote(args.path)}`];
});
