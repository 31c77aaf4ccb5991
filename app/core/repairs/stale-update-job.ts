import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';

/** The job off launchd's list: there is no file that could bring it back. Never while an update runs. */
export const staleUpdateJob = makeLadder('stale-update-job', {
  never: ['restart-during-update', 'update-or-install', 'sudo', 'touch-other-products'],
  rungs: [
    {
      name: 'remove',
      plan: (finding, context) =>
        makePlan(finding, context, {
          rung: 'remove',
          steps: [{ kind: 'remove-submitted-job', label: finding.args.label }],
          interrupts: false,
          questions: [],
          goal: null,
        }),
    },
  ],
});
