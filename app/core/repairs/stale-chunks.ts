import { makeLadder } from './ladder.ts';
import { planSafeRestart } from './safe-restart.ts';

/** A new process loads the new files. Nothing else helps, and never while an installer is at work. */
export const staleChunks = makeLadder('stale-chunks', {
  never: ['restart-during-update', 'bootout-first', 'update-or-install', 'kickstart-loop'],
  rungs: [{ name: 'restart', plan: (finding, context) => planSafeRestart(finding, context, 'restart') }],
});
