import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { restartOnce, restartOnceNever } from './restart-once.ts';

/** The bot’s token is never changed: another computer’s gateway may be the right one. */
export const tg409 = makeLadder('tg-409', {
  never: restartOnceNever,
  rungs: [restartOnce],
  otherwise: (finding) => instruct(finding, ['openclaw --version', 'openclaw channels status']),
});
