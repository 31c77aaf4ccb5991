import { recentMarks } from '../log-life.ts';
import { isHandsOff } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 3_600_000;
/** One refused handshake is a tab that was reloaded since. */
const fewest = 3;

/**
 * A client of another protocol version knocks again and again: an app, a browser tab, a forgotten dashboard. The
 * gateway itself is well.
 */
export const protoMismatch: Rule<'proto-mismatch'> = {
  code: 'proto-mismatch',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (context.facts.job !== 'running' || isHandsOff(snapshot, context)) return [];
    const marks = recentMarks(snapshot, 'protocol-mismatch', withinMs);
    if (marks.length < fewest) return [];
    const client = marks.map(({ line }) => clientIn(line)).findLast((name) => name !== null) ?? null;
    return [
      makeFinding('proto-mismatch', client ?? 'client', {
        severity: 'notice',
        certainty: 'likely',
        args: { client, count: marks.length },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  },
};

/** `client=openclaw-control-ui webchat v2026.3.13` (2026.3.13, 2026.9.6). */
function clientIn(line: string): string | null {
  const match = /\bclient=(\S+)(?: \S+)? v(\S+)/.exec(line);
  return match === null ? null : `${match[1]} ${match[2]}`;
}
