import { makeLadder } from './ladder.ts';
import { planSafeRestart } from './safe-restart.ts';

/** The rule has waited already: one restart as a single step of launchd. */
export const restartRace = makeLadder('restart-race', {
  never: ['bootout-first', 'kickstart-loop', 'kill-by-name', 'restart-during-update'],
  rungs: [{ name: 'restart', plan: (finding, context) => planSafeRestart(finding, context, 'restart') }],
});
