import { planAction } from '../actions/plan.ts';
import { valueOf } from '../model/reading.ts';
import { instruct } from './by-hand.ts';
import { fromAction } from './from-action.ts';
import { makeLadder } from './ladder.ts';
import { planReinstall, programOfService, programToRegister } from './reinstall.ts';
import { refuseRepair } from './refuse-repair.ts';

/**
 * Into the manager again, as Start does it; when that does not help, a definition written anew. A service that was
 * never set up is set up, where the configuration says that the gateway runs here: without that it would not start.
 */
export const agentNotLoaded = makeLadder('agent-not-loaded', {
  never: ['delete-anything', 'bootout-first', 'sudo', 'enable-without-asking', 'doctor-fix'],
  rungs: [
    {
      name: 'register',
      plan(finding, context) {
        const { config } = context.snapshot;
        const content = valueOf(config)?.content;
        const isReady = config.status === 'unknown' || content?.kind === 'broken' || content?.mode === 'local';
        const program = programToRegister(context.snapshot);
        if (finding.args.definitionPath !== null || program === null || !isReady) return null;
        return planReinstall(finding, context, { rung: 'register', program });
      },
    },
    {
      name: 'load',
      plan(finding, context) {
        if (finding.args.definitionPath === null) return null;
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
  otherwise: (finding, { tried }) =>
    tried.length > 0 || finding.args.definitionPath !== null
      ? refuseRepair(finding, 'tried-all', { count: tried.length })
      : instruct(finding, ['openclaw onboard --install-daemon']),
});
