import { recentMarks } from '../log-life.ts';
import { valueOf } from '../model/reading.ts';
import { isHandsOff } from './circumstances.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * macOS refuses the gateway folders that it protects (Documents, Messages …): permission is bound to the Node program,
 * and an update of Node loses it. Ordinary file permissions say EACCES, and are another matter.
 */
export const tcc: Rule<'tcc'> = {
  code: 'tcc',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (snapshot.environment.os !== 'darwin' || context.facts.job !== 'running') return [];
    if (isHandsOff(snapshot, context)) return [];
    const denied = recentMarks(snapshot, 'privacy-denied');
    const last = denied.at(-1);
    if (last === undefined) return [];
    const nodePath = valueOf(snapshot.definition)?.nodePath ?? null;
    return [
      makeFinding('tcc', nodePath ?? 'node', {
        severity: 'notice',
        certainty: 'likely',
        args: { nodePath, line: last.line },
        evidence: markEvidence(snapshot, denied),
      }),
    ];
  },
};
