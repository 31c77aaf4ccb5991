import { valueOf } from '../model/reading.ts';
import type { RepairStep } from '../model/repair.ts';
import { instruct } from './by-hand.ts';
import { findCauseOf } from './causes.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';

/** Keys that do not fit are put aside together with what was signed by them; the next connection makes new ones. */
export const devsigInvalid = makeLadder('devsig-invalid', {
  never: ['clear-devices', 'approve-unasked', 'weaken-access', 'delete-anything', 'touch-database'],
  rungs: [
    {
      name: 'renew-identity',
      plan(finding, context) {
        const { why, path } = finding.args;
        if (why !== 'keys' || path === null) return null;
        const first = findCauseOf(finding, context);
        if (first !== null) return refuseRepair(finding, 'other-first', { first });
        const cache = valueOf(context.snapshot.devices)?.cache ?? null;
        const paths = [path, ...(cache === null ? [] : [cache.path])];
        const steps = paths.map((each): RepairStep => ({ kind: 'move-aside', path: each, why: 'broken-identity' }));
        return makePlan(finding, context, {
          rung: 'renew-identity',
          steps,
          interrupts: false,
          questions: [],
          goal: null,
        });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, ['openclaw --version', 'openclaw gateway status --deep']),
});
