import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** Only a person can give the permission, to the very program that asks. */
export const tcc = makeByHand('tcc', ['sudo', 'touch-database'], ({ args: { nodePath } }) => [
  ...(nodePath === null ? [] : [`realpath ${quote(nodePath)}`]),
  "open 'x-apple.systempreferences:com.apple.preference.security?Privacy_AllFiles'",
]);
