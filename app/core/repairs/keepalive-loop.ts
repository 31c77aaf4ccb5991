import { waitUntilGone } from '../actions/plan-start.ts';
import { valueOf } from '../model/reading.ts';
import { findCauseOf } from './causes.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import { planRestoreLastRan, restoreLastRan } from './restore-last-ran.ts';

/** Restarting is what launchd does already. The cause comes first; while none is known, the loop can be ended. */
export const keepaliveLoop = makeLadder('keepalive-loop', {
  never: ['kickstart-loop', 'delete-anything', 'doctor-fix', 'overwrite-unkept', 'guess-content'],
  rungs: [
    {
      name: restoreLastRan,
      plan(finding, context) {
        if (finding.args.meaning !== 'config-invalid') return null;
        const first = findCauseOf(finding, context);
        return first === null ? planRestoreLastRan(finding, context) : refuseRepair(finding, 'other-first', { first });
      },
    },
    {
      name: 'stop-loop',
      plan(finding, context) {
        const first = findCauseOf(finding, context);
        if (first !== null) return refuseRepair(finding, 'other-first', { first });
        const { snapshot } = context;
        const service = valueOf(snapshot.service);
        if (service === undefined) return null;
        const { label, serviceTarget } = snapshot.target;
        // Its process is another one every few seconds.
        const gone = waitUntilGone(snapshot, { ...service, pid: null });
        return makePlan(finding, context, {
          rung: 'stop-loop',
          steps: [{ kind: 'unload-service', serviceTarget }, gone],
          interrupts: false,
          questions: [{ code: 'stop-loop', label }],
          goal: 'not-running',
        });
      },
    },
  ],
});
