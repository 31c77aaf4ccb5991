import { planAction } from '../actions/plan.ts';
import { refuseAsAction } from './from-action.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';

/** A gateway since 2026.9 takes the lock of a dead one over by itself. */
const reclaimedWithinMs = 90_000;

/** Patience first; then the lock aside, whose process was proven not to be a gateway, and a start. */
export const lockStale = makeLadder('lock-stale', {
  never: ['delete-anything', 'kill-unproven', 'bootout-first'],
  rungs: [
    {
      name: 'wait',
      plan: (finding, context) =>
        makePlan(finding, context, {
          rung: 'wait',
          steps: [{ kind: 'wait', waitMs: reclaimedWithinMs, until: 'settled' }],
          interrupts: false,
          questions: [],
          goal: null,
        }),
    },
    {
      name: 'move-lock',
      plan(finding, context) {
        const { snapshot, status, memory } = context;
        const history = { now: snapshot.at, lastForcedRestartAt: null, activity: memory.activity };
        const action = planAction('restart', snapshot, status, history, { confirmed: false });
        if (action.kind === 'refusal') return refuseAsAction(finding, action);
        return makePlan(finding, context, {
          rung: 'move-lock',
          steps: [{ kind: 'move-aside', path: finding.args.path, why: 'stale-lock' }, ...action.steps],
          interrupts: action.reach === 'interrupts',
          questions: action.question === null ? [] : [action.question],
          goal: 'serving',
        });
      },
    },
  ],
});
