import { planAction } from '../actions/plan.ts';
import { enableQuestion, isUp } from '../actions/plan-start.ts';
import { valueOf } from '../model/reading.ts';
import { fromAction } from './from-action.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';

/** A person may have switched it off: asked first, then switched on, and started where it does not run. */
export const agentDisabled = makeLadder('agent-disabled', {
  never: ['enable-without-asking', 'sudo', 'bootout-first', 'delete-anything'],
  rungs: [
    {
      name: 'enable',
      plan(finding, context) {
        const { snapshot, status, memory } = context;
        const service = valueOf(snapshot.service);
        if (service === undefined) return null;
        const { label, serviceTarget } = snapshot.target;
        if (isUp(service) || service.manager === 'systemd') {
          const question = enableQuestion(snapshot, service) ?? { code: 'enable-disabled', label };
          const steps = [{ kind: 'enable-service', serviceTarget } as const];
          return makePlan(finding, context, {
            rung: 'enable',
            steps,
            interrupts: false,
            questions: [question],
            goal: null,
          });
        }
        const history = { now: snapshot.at, lastForcedRestartAt: null, activity: memory.activity };
        return fromAction(
          finding,
          context,
          'enable',
          planAction('start', snapshot, status, history, { confirmed: false }),
        );
      },
    },
  ],
});
