import { recentMarks } from '../log-life.ts';
import { isHandsOff } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;
/** One conflict follows each restart: the old request is still open at Telegram. */
const fewest = 3;

/**
 * Telegram says that somebody else asks for the same bot's messages. Another gateway here is a finding of its own and
 * explains it; without one it may be on another computer, or the gateway asking twice.
 */
export const tg409: Rule<'tg-409'> = {
  code: 'tg-409',
  graceMs: 0,
  causes: ['dup-supervisor', 'legacy-label', 'port-stray', 'third-party-host'],
  find(snapshot, context) {
    if (context.facts.job !== 'running' || isHandsOff(snapshot, context)) return [];
    const marks = recentMarks(snapshot, 'telegram-conflict', withinMs);
    if (marks.length < fewest) return [];
    return [
      makeFinding('tg-409', 'telegram', {
        severity: 'degraded',
        certainty: 'likely',
        args: { count: marks.length },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  },
};
