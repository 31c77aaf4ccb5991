import { recentMarks } from '../log-life.ts';
import { isHandsOff } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const lately = 24 * 3_600_000;

/**
 * Somebody, or an agent for them, ran `openclaw models scan` to find the models of a server of their own. It looks
 * through the catalogue of OpenRouter only, whatever provider it is given (2026.3.8, 2026.3.13).
 */
export const modelsScan: Rule<'models-scan'> = {
  code: 'models-scan',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const marks = recentMarks(snapshot, 'models-scan', lately);
    if (marks.length === 0) return [];
    return [
      makeFinding('models-scan', 'openrouter', {
        severity: 'notice',
        certainty: 'certain',
        args: { count: marks.length },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  },
};
