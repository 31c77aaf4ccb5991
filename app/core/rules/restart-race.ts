import { deriveExitLoop } from '../exit-loop.ts';
import type { Evidence } from '../model/evidence.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { quote, serviceEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** In most cases the gateway is well a few seconds after the command called its restart a failure. */
const settlesWithinMs = 90_000;
const rememberedMs = 30 * 60_000;
const lost = /is still busy before LaunchAgent restart|stayed stopped and health checks never came up/;

/** A restart by the official command and launchd's own got into each other's way, and nothing serves since. */
export const restartRace: Rule<'restart-race'> = {
  code: 'restart-race',
  graceMs: 0,
  causes: ['no-cli', 'update-partial', 'node-path-gone', 'node-version', 'entrypoint-stale', 'older-binary'],
  find(snapshot, context) {
    const service = valueOf(snapshot.service);
    if (service?.manager !== 'launchd' || !service.loaded || isServing(context)) return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    if (!isLeftAlone(snapshot, context)) return [];
    const failure = findFailure(snapshot);
    if (failure === null || snapshot.at - failure.at < settlesWithinMs) return [];
    const { label } = snapshot.target;
    return [
      makeFinding('restart-race', label, {
        severity: severityOfFault(context),
        certainty: 'likely',
        args: { label, failedAt: failure.at },
        evidence: [failure.evidence, ...serviceEvidence(snapshot, service)],
      }),
    ];
  },
};

/** Nothing else explains it: no start on its way, no crash loop, nobody else on the port. */
function isLeftAlone(snapshot: Snapshot, { facts, owner, memory }: RuleContext): boolean {
  if (facts.answer !== 'refused' && facts.answer !== 'silent') return false;
  if (owner.kind !== 'none' && owner.kind !== 'service') return false;
  const mayStart = facts.job === 'starting' || facts.job === 'stopping' || facts.warmUp === 'may-be-starting';
  return !mayStart && deriveExitLoop(snapshot, memory) === null;
}

interface Failure {
  readonly at: number;
  readonly evidence: Evidence;
}

function findFailure(snapshot: Snapshot): Failure | null {
  const last = valueOf(snapshot.markers)?.lastLifecycle ?? null;
  const { stateDir } = snapshot.target;
  if (last !== null && last.action === 'restart' && last.failed && isRecent(snapshot, last.at)) {
    const command = `tail ${quote(`${stateDir}/logs/gateway-restart.log`)}`;
    return { at: last.at, evidence: { command, line: last.line } };
  }
  const log = valueOf(snapshot.log);
  const line = log?.lines.findLast(({ text }) => lost.test(text));
  if (log === undefined || line === undefined || line.at === null) return null;
  if (!isRecent(snapshot, line.at) || cameUpSince(snapshot, line.at)) return null;
  return { at: line.at, evidence: { command: `tail ${quote(log.path)}`, line: line.text } };
}

function isRecent(snapshot: Snapshot, at: number): boolean {
  return snapshot.at - at < rememberedMs;
}

function cameUpSince(snapshot: Snapshot, at: number): boolean {
  const marks = valueOf(snapshot.log)?.marks ?? [];
  return marks.some((mark) => mark.kind === 'ready' && (mark.at ?? 0) > at);
}
