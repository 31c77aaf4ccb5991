import { valueOf } from '../model/reading.ts';
import type { RepairStep } from '../model/repair.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';

/** Slow starts took up to four minutes after the start of the process; some patience is left in any case. */
const startTakesMs = 240_000;
const leastPatienceMs = 60_000;

/** Waiting is the repair. */
export const slowNotDead = makeLadder('slow-not-dead', {
  never: ['kill-unproven', 'kickstart-loop', 'bootout-first'],
  rungs: [
    {
      name: 'wait',
      plan(finding, context) {
        const { snapshot } = context;
        const ageMs = (finding.args.ageSeconds ?? 0) * 1000;
        const timeoutMs = Math.max(leastPatienceMs, startTakesMs - ageMs);
        const isService = finding.args.pid !== null && valueOf(snapshot.service)?.pid === finding.args.pid;
        const step: RepairStep = isService
          ? {
              kind: 'wait-until',
              condition: { kind: 'gateway-serves', port: snapshot.port.port, notPid: null },
              timeoutMs,
            }
          : { kind: 'wait', waitMs: timeoutMs, until: 'gateway-ready' };
        const goal = isService ? 'serving' : null;
        return makePlan(finding, context, { rung: 'wait', steps: [step], interrupts: false, questions: [], goal });
      },
    },
  ],
});
