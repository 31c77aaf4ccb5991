import { valueOf } from '../model/reading.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ServiceState } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, readInstalledService, severityOfFault } from './circumstances.ts';
import { serviceEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The service is switched off for the future (launchctl print-disabled; systemctl is-enabled). It may have been a
 * person in System Settings, an older `gateway stop`, or a 2026.9 gateway that parked itself.
 */
export const agentDisabled: Rule<'agent-disabled'> = {
  code: 'agent-disabled',
  graceMs: 0,
  causes: ['db-newer', 'port-stray'],
  find(snapshot, context) {
    const installed = readInstalledService(snapshot);
    if (installed === null || installed.service.enabled !== false) return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const { label } = snapshot.target;
    return [
      makeFinding('agent-disabled', label, {
        severity: severityOfFault(context),
        certainty: 'certain',
        args: { label },
        evidence: [disabledLine(snapshot, installed.service), ...parkedLine(snapshot)],
      }),
    ];
  },
};

function disabledLine(snapshot: Snapshot, service: ServiceState): Evidence {
  const { domain, label, serviceTarget } = snapshot.target;
  const printed = serviceEvidence(snapshot, service, /print-disabled|is-enabled/).find((entry) =>
    /disabled$|=> true/.test(entry.line),
  );
  if (printed !== undefined) return printed;
  return service.manager === 'launchd'
    ? { command: `launchctl print-disabled ${domain}`, line: `"${label}" => disabled` }
    : { command: `systemctl --user is-enabled ${serviceTarget}`, line: 'disabled' };
}

/** Who switched it off, when it was the gateway itself. */
function parkedLine(snapshot: Snapshot): readonly Evidence[] {
  const log = valueOf(snapshot.log);
  const parked = log?.marks.findLast((mark) => mark.kind === 'parked');
  return log === undefined || parked === undefined ? [] : [{ command: `tail ${log.path}`, line: parked.line }];
}
