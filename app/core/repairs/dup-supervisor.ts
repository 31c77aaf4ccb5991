import { valueOf } from '../model/reading.ts';
import type { Supervisor } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { quote } from '../rules/evidence.ts';
import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { refuseRepair } from './refuse-repair.ts';
import { asideCommands, findSupervisor, isOfUser, planPutAside } from './supervisors.ts';

/**
 * The person decides: the plan keeps the gateway's own service, the one that the official commands know, and moves the
 * other one aside. Who wants it the other way round is told how.
 */
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
          questions: [
            {
              code: 'keep-one',
              keep: first,
              aside: second,
              path: secondPath,
              instead: keepOther(context.snapshot, supervisor),
            },
          ],
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

/** The gateway's own service out of the way, and the other one in its place where both are one job. */
function keepOther(snapshot: Snapshot, other: Supervisor): readonly string[] {
  const own = valueOf(snapshot.supervisors)?.find(({ isTarget }) => isTarget);
  if (own === undefined) return [];
  const { uid } = snapshot.environment;
  const isSameJob = own.label === other.label && other.scope === 'user-agent';
  const loads = isSameJob ? [`launchctl bootstrap gui/${uid} ${quote(other.path)}`] : [];
  return [...asideCommands(own, uid), ...loads];
}
