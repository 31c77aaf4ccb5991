import { quote } from '../rules/evidence.ts';
import { sessionsFolder } from '../rules/session-bloat.ts';
import { makeByHand } from './by-hand.ts';

/** They are conversations: what of them may go, only their owner can say. */
export const sessionBloat = makeByHand('session-bloat', ['delete-anything', 'doctor-fix'], ({ args }, { snapshot }) => [
  `du -sh ${quote(sessionsFolder(snapshot, args.agent))}`,
  `openclaw sessions cleanup --agent ${quote(args.agent)} --dry-run`,
  'openclaw doctor',
]);
