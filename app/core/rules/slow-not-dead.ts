import { mainPidOf } from '../facts.ts';
import type { Memory } from '../model/memory.ts';
import { valueOf } from '../model/reading.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { processEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A start needs no word of explanation before; OpenClaw's own budget for readiness. */
const softBudgetMs = 60_000;
/** A gateway that answered a moment ago is busy before it is dead. */
const busyAtMostMs = 120_000;

/** A living process that is still starting, or busy: to be waited for, not restarted. */
export const slowNotDead: Rule<'slow-not-dead'> = {
  code: 'slow-not-dead',
  graceMs: 10_000,
  causes: ['keepalive-loop', 'port-stray', 'sleep-wake', 'cpu'],
  find(snapshot, context) {
    const pid = mainPidOf(snapshot, context.owner);
    const process = valueOf(snapshot.processes)?.find((entry) => entry.pid === pid);
    if (pid === null || process === undefined || isHandsOff(snapshot, context)) return [];
    const ageMs = process.startedAt === null ? null : snapshot.at - process.startedAt;
    if (!isSlowStart(context, ageMs) && !isBusy(snapshot, context, pid)) return [];
    return [
      makeFinding('slow-not-dead', snapshot.target.label, {
        severity: 'notice',
        certainty: 'likely',
        args: { pid, ageSeconds: ageMs === null ? null : Math.round(ageMs / 1000), phase: phaseOf(snapshot) },
        evidence: [...processEvidence(snapshot, pid), ...answerEvidence(snapshot)],
      }),
    ];
  },
};

function isSlowStart({ facts }: RuleContext, ageMs: number | null): boolean {
  if (ageMs === null || ageMs < softBudgetMs || facts.job === 'looping') return false;
  return facts.answer === 'starting' || (facts.warmUp === 'may-be-starting' && isMute(facts));
}

function isBusy(snapshot: Snapshot, { facts, memory }: RuleContext, pid: number): boolean {
  return facts.answer === 'silent' && snapshot.at - lastLiveAt(memory, pid) < busyAtMostMs;
}

function isMute({ answer, owner }: RuleContext['facts']): boolean {
  return answer === 'silent' || (answer === 'refused' && owner !== 'service-elsewhere');
}

function lastLiveAt(memory: Memory, pid: number): number {
  return memory.samples.findLast((sample) => sample.live && sample.pid === pid)?.at ?? 0;
}

/** What it says of itself: `startup-sidecars` and the like. */
function phaseOf(snapshot: Snapshot): string | null {
  const reach = valueOf(snapshot.reach);
  if (reach?.startup.kind === 'json' && reach.startup.body.pendingReason !== null)
    return reach.startup.body.pendingReason;
  return reach?.ready.kind === 'json' ? (reach.ready.body.failing[0] ?? null) : null;
}

function answerEvidence(snapshot: Snapshot): readonly Evidence[] {
  const reach = valueOf(snapshot.reach);
  if (reach?.ready.kind !== 'json') return [];
  const command = `curl ${reach.scheme}://${reach.host}:${reach.port}/readyz`;
  return [{ command, line: JSON.stringify(reach.ready.body) }];
}
