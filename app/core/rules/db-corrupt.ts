import { recentMarks } from '../log-life.ts';
import { deriveStateDir } from '../file-places.ts';
import { isHandsOff, isIdleForAReason, severityOfFault } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** The gateway says that its database is damaged. "database is locked" passes, and says nothing of the kind. */
export const dbCorrupt: Rule<'db-corrupt'> = {
  code: 'db-corrupt',
  graceMs: 0,
  causes: ['log-disk'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const marks = recentMarks(snapshot, 'database-corrupt');
    const last = marks.at(-1);
    if (last === undefined) return [];
    const stateDir = deriveStateDir(snapshot);
    return [
      makeFinding('db-corrupt', stateDir, {
        severity: severityOfFault(context),
        certainty: 'likely',
        args: { stateDir, line: last.line },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  },
};
