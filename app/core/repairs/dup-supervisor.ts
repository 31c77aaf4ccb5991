import { valueOf } from '../model/reading.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { refuseRepair } from './refuse-repair.ts';
import { asideCommands, findSupervisor, isOfUser, planPutAside } from './supervisors.ts';

/** The person decides: the plan keeps the gateway's own service and moves the other one aside. */
export const dupSupervisor = makeLadder('dup-supervisor', {
  never: ['delete-anything', 'sudo', 'kill-by-name', 'touch-other-products'],
  rungs: [
    {
      name: 'put-aside',
      plan(finding, context) {
        const { first, second, secondPath } = finding.args;
        const supervisor = findSupervisor(context.snapshot, secondPath);
        if (supervisor === null || !isOfUser(supervisor)) return null;
        // Loaded from the other file: which of the two is the right one, only a person can tell.
        const isLoadedFrom = valueOf(context.snapshot.service)?.loadedFrom === secondPath;
        if (first === second && isLoadedFrom) return null;
        return planPutAside(finding, context, {
          rung: 'put-aside',
          supervisor,
          why: 'second-supervisor',
          questions: [{ code: 'keep-one', keep: first, aside: second, path: secondPath }],
        });
      },
    },
  ],
  otherwise(finding, context) {
    const supervisor = findSupervisor(context.snapshot, finding.args.secondPath);
    if (context.tried.length > 0) return refuseRepair(finding, 'tried-all', { count: context.tried.length });
    if (supervisor === null) return refuseRepair(finding, 'cannot-tell', { probe: 'supervisors', detail: null });
    return instruct(finding, asideCommands(supervisor, context.snapshot.environment.uid));
  },
});
