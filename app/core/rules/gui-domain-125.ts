import { severityOfFault, isHandsOff } from './circumstances.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * launchd has no graphical session for this user: over ssh, with sudo, or before the first log-in. LaunchAgents live
 * only there, so nothing can be loaded or started from here.
 */
export const guiDomain125: Rule<'gui-domain-125'> = {
  code: 'gui-domain-125',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const { service, target } = snapshot;
    if (service.status !== 'unknown' || service.reason.code !== 'no-login-session') return [];
    // Without an installed service nobody expects one to run.
    if (snapshot.definition.status !== 'known' || isHandsOff(snapshot, context)) return [];
    return [
      makeFinding('gui-domain-125', target.domain, {
        severity: severityOfFault(context) === 'blocking' ? 'blocking' : 'notice',
        certainty: 'certain',
        args: { domain: target.domain },
        evidence: [{ command: `launchctl print ${target.domain}`, line: service.reason.detail }],
      }),
    ];
  },
};
