import { mainPidOf } from '../facts.ts';
import { recentMarks } from '../log-life.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FindingArgsByCode } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, severityOfFault } from './circumstances.ts';
import { processEvidence } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** Newer gateways notice the gap themselves and recover within a minute, busy ones within three. */
const patienceMs = 180_000;
/** The memory of what was before the wake reaches no further. */
const blamedForMs = 900_000;
/** launchd starts late after a wake: what began then may hang in its first network call. */
const startsLateMs = 60_000;

type What = FindingArgsByCode['sleep-wake']['what'];

/** Well before the computer slept, and three minutes after the wake still mute, or ever since not ready. */
export const sleepWake: Rule<'sleep-wake'> = {
  code: 'sleep-wake',
  graceMs: 0,
  causes: ['port-stray', 'third-party-host', 'keepalive-loop'],
  find(snapshot, context) {
    const { wokeAt } = context.memory;
    const pid = mainPidOf(snapshot, context.owner);
    if (wokeAt === null || pid === null || isHandsOff(snapshot, context)) return [];
    if (!isBlamed(snapshot, context, wokeAt) || isIdleForAReason(snapshot, context)) return [];
    const what = deriveWhat(snapshot, context, { pid, wokeAt });
    if (what === null) return [];
    return [
      makeFinding('sleep-wake', snapshot.target.label, {
        severity: what === 'silent' ? severityOfFault(context) : 'degraded',
        certainty: 'likely',
        args: { pid, wokeAt, what, failing: what === 'silent' ? null : failingOf(snapshot) },
        evidence: [
          ...processEvidence(snapshot, pid),
          ...readyEvidence(snapshot),
          ...markEvidence(snapshot, [...recentMarks(snapshot, 'timing-gap'), ...recentMarks(snapshot, 'network-down')]),
        ],
      }),
    ];
  },
};

function isBlamed(snapshot: Snapshot, { memory }: RuleContext, wokeAt: number): boolean {
  const sinceMs = snapshot.at - wokeAt;
  if (sinceMs < patienceMs) return false;
  return sinceMs <= blamedForMs || memory.firstSeen[`sleep-wake:${snapshot.target.label}`] !== undefined;
}

function deriveWhat(
  snapshot: Snapshot,
  context: RuleContext,
  { pid, wokeAt }: { readonly pid: number; readonly wokeAt: number },
): What | null {
  const { facts, memory } = context;
  const startedAt = valueOf(snapshot.processes)?.find((entry) => entry.pid === pid)?.startedAt ?? null;
  if (facts.job !== 'running' || startedAt === null || startedAt > wokeAt + startsLateMs) return null;
  if (facts.answer === 'not-ready') return isNotReadySince(context, wokeAt) ? 'not-ready' : null;
  if (facts.warmUp !== 'over' || !isMute(facts)) return null;
  return memory.samples.some((sample) => sample.live && sample.at > wokeAt) ? null : 'silent';
}

function isMute({ answer, owner }: RuleContext['facts']): boolean {
  return answer === 'silent' || (answer === 'refused' && owner === 'none');
}

/** A channel that failed long before the wake, or broke long after it, has another reason. */
function isNotReadySince({ memory }: RuleContext, wokeAt: number): boolean {
  const since = memory.state?.name === 'degraded' ? memory.state.since : null;
  return since !== null && since >= wokeAt && since <= wokeAt + patienceMs;
}

function failingOf(snapshot: Snapshot): string | null {
  const ready = valueOf(snapshot.reach)?.ready;
  return ready?.kind === 'json' && ready.body.failing.length > 0 ? ready.body.failing.join(', ') : null;
}

function readyEvidence(snapshot: Snapshot): readonly Evidence[] {
  const reach = valueOf(snapshot.reach);
  if (reach?.ready.kind !== 'json') return [];
  const command = `curl ${reach.scheme}://${reach.host}:${reach.port}/readyz`;
  return [{ command, line: JSON.stringify(reach.ready.body) }];
}
