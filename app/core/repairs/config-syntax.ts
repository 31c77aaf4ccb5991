import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** What was meant, only the person knows who wrote it: the place is shown, nothing is corrected. */
export const configSyntax = makeByHand('config-syntax', ['change-config', 'doctor-fix'], ({ args }) => [
  `nano +${args.line},${args.column} ${quote(args.path)}`,
  'openclaw config validate',
]);
