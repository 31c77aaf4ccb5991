import type { Finding, FindingCode } from '../model/finding.ts';
import type { RepairOffer } from '../model/repair.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { NeverCode, Repair, RepairContext } from './repair.ts';

export interface Rung<Code extends FindingCode> {
  readonly name: string;
  /** `null`: this rung is not for this machine, the next one is looked at. */
  readonly plan: (finding: Finding<Code>, context: RepairContext) => RepairOffer | null;
}

/** The first rung that was not tried and fits; then `otherwise`, if there is something a person can do instead. */
export function makeLadder<Code extends FindingCode>(
  code: Code,
  ladder: {
    readonly rungs: readonly Rung<Code>[];
    readonly never: readonly NeverCode[];
    readonly otherwise?: (finding: Finding<Code>, context: RepairContext) => RepairOffer;
  },
): Repair<Code> {
  return {
    code,
    rungs: ladder.rungs.map(({ name }) => name),
    never: ladder.never,
    plan(finding, context) {
      for (const rung of ladder.rungs) {
        const offer = context.tried.includes(rung.name) ? null : rung.plan(finding, context);
        if (offer !== null) return offer;
      }
      if (ladder.otherwise !== undefined) return ladder.otherwise(finding, context);
      const count = context.tried.length;
      return count > 0
        ? refuseRepair(finding, 'tried-all', { count })
        : refuseRepair(finding, 'cannot-tell', { probe: null, detail: null });
    },
  };
}
