import { valueOf } from '../model/reading.ts';
import { isHandsOff } from './circumstances.ts';
import { supervisorEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A gateway's service from before the name OpenClaw (clawdis, clawdbot, moltbot): it comes back at each login. */
export const legacyLabel: Rule<'legacy-label'> = {
  code: 'legacy-label',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    return (valueOf(snapshot.supervisors) ?? [])
      .filter((supervisor) => supervisor.legacy && supervisor.kind === 'gateway' && !supervisor.isTarget)
      .map((supervisor) =>
        makeFinding('legacy-label', supervisor.path, {
          severity: supervisor.loaded === true ? 'degraded' : 'notice',
          certainty: 'certain',
          args: { label: supervisor.label, path: supervisor.path },
          evidence: supervisorEvidence(supervisor),
        }),
      );
  },
};
