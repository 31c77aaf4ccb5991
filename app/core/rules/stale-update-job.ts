import { valueOf } from '../model/reading.ts';
import { isHandsOff } from './circumstances.ts';
import { serviceEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * An update that submitted itself to launchd is over, and its job still comes back, each time bouncing the gateway.
 * While it, or anything else that installs, is at work it is no left-over.
 */
export const staleUpdateJob: Rule<'stale-update-job'> = {
  code: 'stale-update-job',
  graceMs: 30_000,
  causes: [],
  find(snapshot, context) {
    const service = valueOf(snapshot.service);
    if (service === undefined || isHandsOff(snapshot, context)) return [];
    if (context.facts.idle === 'maintenance' || snapshot.processes.status !== 'known') return [];
    const jobs = (valueOf(snapshot.supervisors) ?? []).filter(
      ({ submitted, pid }) => submitted !== null && pid === null,
    );
    return jobs.map(({ label, submitted }) =>
      makeFinding('stale-update-job', label, {
        severity: 'degraded',
        certainty: 'likely',
        args: { label, runs: service.runs },
        evidence: [
          { command: 'launchctl list', line: `- ${submitted?.lastStatus ?? '-'} ${label}` },
          ...serviceEvidence(snapshot, service, /\bprint\b/),
        ],
      }),
    );
  },
};
