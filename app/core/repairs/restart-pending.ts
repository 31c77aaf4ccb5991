import { makeLadder } from './ladder.ts';
import { restartOnce, restartOnceNever } from './restart-once.ts';

/** One restart, after OpenClaw itself has found the new configuration good. */
export const restartPending = makeLadder('restart-pending', { never: restartOnceNever, rungs: [restartOnce] });
