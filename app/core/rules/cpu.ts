import { gatewayPidOf } from '../facts.ts';
import type { UsageSample } from '../model/memory.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { processEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

const spinsFromPercent = 90;
const windowMs = 300_000;
/** A look a minute: five minutes are seen by at least so many lists. */
const fewestSamples = 4;

/**
 * The process uses a whole processor for five minutes and, meanwhile, twice left `/healthz` without an answer. Either
 * alone is none: work is work, and one slow answer is patience. On Linux `ps` tells the average of a whole life, so
 * that an old process must spin for long before this speaks.
 */
export const cpu: Rule<'cpu'> = {
  code: 'cpu',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const pid = gatewayPidOf(snapshot, context.owner);
    if (pid === null || isHandsOff(snapshot, context) || context.facts.idle === 'maintenance') return [];
    // A start scans plugins and databases.
    if (context.facts.warmUp !== 'over' || !isSlow(snapshot, context)) return [];
    const spinning = listSpinning(context.memory.usage, pid);
    const spinningMs = spanOf(spinning);
    const last = spinning.at(-1);
    if (!last || last.cpuPercent === null || spinningMs < windowMs || spinning.length < fewestSamples) return [];
    // An old list says nothing of now.
    if (snapshot.at - last.at > windowMs) return [];
    const cpuPercent = Math.round(last.cpuPercent);
    return [
      makeFinding('cpu', snapshot.target.label, {
        severity: severityOfFault(context),
        certainty: 'likely',
        args: { pid, cpuPercent, minutes: Math.floor(spinningMs / 60_000) },
        evidence: [
          { command: `ps -o pid=,%cpu= -p ${pid}`, line: `${pid} ${last.cpuPercent.toFixed(1)}` },
          ...processEvidence(snapshot, pid),
        ],
      }),
    ];
  },
};

function isSlow({ at }: Snapshot, { memory }: RuleContext): boolean {
  return memory.slowAt.filter((moment) => at - moment <= windowMs).length >= 2;
}

/** The latest samples without one below the line between them. */
function listSpinning(usage: readonly UsageSample[], pid: number): readonly UsageSample[] {
  const calm = usage.findLastIndex((sample) => sample.pid !== pid || (sample.cpuPercent ?? 0) < spinsFromPercent);
  return usage.slice(calm + 1);
}

function spanOf(samples: readonly UsageSample[]): number {
  return (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0);
}
