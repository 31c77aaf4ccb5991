import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { restartOnce, restartOnceNever } from './restart-once.ts';

/** One restart opens every frozen connection anew; a second would mend nothing more. */
export const sleepWake = makeLadder('sleep-wake', {
  never: restartOnceNever,
  rungs: [restartOnce],
  otherwise: (finding) => instruct(finding, ['openclaw gateway status --deep', 'openclaw channels status']),
});
