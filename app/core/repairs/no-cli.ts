import { makeByHand } from './by-hand.ts';

/** What runs on a person's computer is installed by that person. */
export const noCli = makeByHand('no-cli', ['update-or-install', 'delete-anything'], ({ args }) => [
  'npm install -g openclaw@latest',
  'openclaw --version',
  args.definitionPath === null ? 'openclaw onboard --install-daemon' : 'openclaw gateway install --force',
]);
