import { deriveStateDir } from '../file-places.ts';
import { recentMarks } from '../log-life.ts';
import { valueOf } from '../model/reading.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * A newer OpenClaw has written the database, and this one refuses to touch it. Then the gateway takes its own
 * LaunchAgent out of service: not loaded, or disabled, is deliberate.
 */
export const dbNewer: Rule<'db-newer'> = {
  code: 'db-newer',
  graceMs: 0,
  causes: ['no-cli', 'entrypoint-stale'],
  find(snapshot, context) {
    // A gateway that serves has its own database; some plugin's may be newer.
    if (isServing(context) || isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const marks = recentMarks(snapshot, 'newer-database');
    if (marks.length === 0) return [];
    const content = valueOf(snapshot.config)?.content;
    const stateDir = deriveStateDir(snapshot);
    return [
      makeFinding('db-newer', stateDir, {
        severity: severityOfFault(context),
        certainty: 'certain',
        args: {
          stateDir,
          version: valueOf(snapshot.install)?.version ?? null,
          writtenBy: content?.kind === 'parsed' ? content.lastTouchedVersion : null,
        },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  },
};
