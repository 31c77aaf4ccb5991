import type { Finding } from '../model/finding.ts';
import type { RepairOffer } from '../model/repair.ts';
import { findCauseOf } from './causes.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { NeverCode, RepairContext } from './repair.ts';
import { planSafeRestart } from './safe-restart.ts';

/** The rung of findings that one restart may mend: with all precautions, and after what explains the finding. */
export const restartOnce = {
  name: 'restart-once',
  plan(finding: Finding, context: RepairContext): RepairOffer {
    const first = findCauseOf(finding, context);
    return first === null
      ? planSafeRestart(finding, context, 'restart-once')
      : refuseRepair(finding, 'other-first', { first });
  },
};

export const restartOnceNever: readonly NeverCode[] = [
  'kickstart-loop',
  'bootout-first',
  'kill-unproven',
  'update-or-install',
];
