import { planAction } from '../actions/plan.ts';
import { findCauseOf } from './causes.ts';
import { fromAction } from './from-action.ts';
import { makeLadder } from './ladder.ts';
import { refuseRepair } from './refuse-repair.ts';

/** One kickstart arms the job again; a cause that is known comes first. */
export const launchdParked = makeLadder('launchd-parked', {
  never: ['kickstart-loop', 'bootout-first', 'delete-anything'],
  rungs: [
    {
      name: 'start-once',
      plan(finding, context) {
        const first = findCauseOf(finding, context);
        if (first !== null) return refuseRepair(finding, 'other-first', { first });
        const { snapshot, status, memory } = context;
        const history = { now: snapshot.at, lastForcedRestartAt: null, activity: memory.activity };
        const action = planAction('start', snapshot, status, history, { confirmed: false });
        return fromAction(finding, context, 'start-once', action);
      },
    },
  ],
});
