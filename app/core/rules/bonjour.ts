import { recentMarks } from '../log-life.ts';
import type { LogMark } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;
/** "(2)" is what a second gateway, or an unclean stop, makes of a name once. */
const stormFrom = 5;

/**
 * Announcing the gateway on the local network ends it (2026.4.21 to 2026.4.26), or renames it again and again. One
 * rename is none: it is worth a look for a second gateway, which has a finding of its own.
 */
export const bonjour: Rule<'bonjour'> = {
  code: 'bonjour',
  graceMs: 0,
  causes: ['dup-supervisor', 'legacy-label', 'port-stray'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const crashes = listCrashes(snapshot, context);
    const renames = context.facts.job === 'running' ? recentMarks(snapshot, 'mdns-conflict', withinMs) : [];
    const isStorm = renames.length >= stormFrom;
    if (crashes.length === 0 && !isStorm) return [];
    const what = crashes.length > 0 ? 'crash' : 'storm';
    const marks = what === 'crash' ? crashes : renames;
    return [
      makeFinding('bonjour', snapshot.target.label, {
        severity: what === 'crash' ? severityOfFault(context) : 'notice',
        certainty: 'likely',
        args: { what, count: marks.length },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  },
};

/** Of a gateway that serves it was survived. In a loop the crash may be the last process's, and node writes no time. */
function listCrashes(snapshot: Snapshot, context: RuleContext): readonly LogMark[] {
  if (isServing(context)) return [];
  if (context.facts.job !== 'looping') return recentMarks(snapshot, 'mdns-crash', withinMs);
  return (valueOf(snapshot.log)?.marks ?? []).filter(
    (mark) => mark.kind === 'mdns-crash' && (mark.at === null || snapshot.at - mark.at <= withinMs),
  );
}
