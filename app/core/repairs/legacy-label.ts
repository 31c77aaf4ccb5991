import { valueOf } from '../model/reading.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { refuseRepair } from './refuse-repair.ts';
import { asideCommands, findSupervisor, isOfUser, planPutAside } from './supervisors.ts';

/** The old service aside, once there is a new one; the old folders stay where they are. */
export const legacyLabel = makeLadder('legacy-label', {
  never: ['delete-anything', 'sudo', 'kill-by-name', 'doctor-fix'],
  rungs: [
    {
      name: 'put-aside',
      plan(finding, context) {
        const { snapshot } = context;
        const supervisor = findSupervisor(snapshot, finding.args.path);
        if (supervisor === null || !isOfUser(supervisor) || valueOf(snapshot.definition) === undefined) return null;
        const { label, path } = finding.args;
        return planPutAside(finding, context, {
          rung: 'put-aside',
          supervisor,
          why: 'legacy-service',
          questions: [{ code: 'keep-one', keep: snapshot.target.label, aside: label, path, instead: [] }],
        });
      },
    },
  ],
  otherwise(finding, context) {
    const { snapshot } = context;
    const supervisor = findSupervisor(snapshot, finding.args.path);
    if (context.tried.length > 0) return refuseRepair(finding, 'tried-all', { count: context.tried.length });
    if (supervisor === null) return refuseRepair(finding, 'cannot-tell', { probe: 'supervisors', detail: null });
    // The only service there is: first the new one, then this one goes.
    const first = snapshot.definition.status === 'absent' ? ['openclaw gateway install'] : [];
    return instruct(finding, [...first, ...asideCommands(supervisor, snapshot.environment.uid)]);
  },
});
