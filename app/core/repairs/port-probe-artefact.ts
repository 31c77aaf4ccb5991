import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';

/** The system frees the port by itself. */
const freeAfterMs = 120_000;

/** Waiting is the repair: there is nobody to end. */
export const portProbeArtefact = makeLadder('port-probe-artefact', {
  never: ['kill-by-name', 'kill-unproven', 'kickstart-loop'],
  rungs: [
    {
      name: 'wait',
      plan: (finding, context) =>
        makePlan(finding, context, {
          rung: 'wait',
          steps: [{ kind: 'wait', waitMs: freeAfterMs, until: 'settled' }],
          interrupts: false,
          questions: [],
          goal: null,
        }),
    },
  ],
});
