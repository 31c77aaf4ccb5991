import { planAction } from '../actions/plan.ts';
import { fromAction } from './from-action.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall, programOfService } from './reinstall.ts';

/** Into the manager again, as Start does it; when that does not help, a definition written anew. */
export const agentNotLoaded = makeLadder('agent-not-loaded', {
  never: ['delete-anything', 'bootout-first', 'sudo', 'enable-without-asking', 'doctor-fix'],
  rungs: [
    {
      name: 'load',
      plan(finding, context) {
        const { snapshot, status, memory } = context;
        const history = { now: snapshot.at, lastForcedRestartAt: null, activity: memory.activity };
        const action = planAction('start', snapshot, status, history, { confirmed: false });
        return fromAction(finding, context, 'load', action);
      },
    },
    {
      name: 'reinstall',
      plan(finding, context) {
        const program = programOfService(context.snapshot);
        return program === null ? null : planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
});
