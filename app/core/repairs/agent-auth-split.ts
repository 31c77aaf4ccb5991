import { valueOf } from '../model/reading.ts';
import { profilesOf } from '../rules/agent-auth-split.ts';
import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** A login, or a copy of another agent's; a file that is there already is not replaced. */
export const agentAuthSplit = makeByHand('agent-auth-split', ['touch-keys', 'change-config'], ({ args }, context) => {
  const other = valueOf(context.snapshot.agents)?.agents.find(({ id }) => id === args.other);
  const login = `openclaw agents add ${quote(args.agent)}`;
  if (!other?.auth) return [login];
  const own = profilesOf(args.agent, other);
  return [login, `cp -np ${quote(other.auth.path)} ${quote(own)}`, 'openclaw gateway restart'];
});
