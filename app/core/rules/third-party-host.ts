import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { listenerEvidence, processEvidence } from './evidence.ts';
import { findHostApp, productOf } from './host-app.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** Another desktop product is, or started, what listens on the port. It may be meant to; it is only in a service's way. */
export const thirdPartyHost: Rule<'third-party-host'> = {
  code: 'third-party-host',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const pid = otherPidOf(context);
    if (pid === null || isHandsOff(snapshot, context)) return [];
    const host = findHostApp(snapshot, pid);
    if (host === null) return [];
    const product = productOf(host);
    const evidence = [...listenerEvidence(snapshot, pid), ...processEvidence(snapshot, pid)];
    return [
      makeFinding('third-party-host', product, {
        severity: isInTheWay(snapshot) ? 'degraded' : 'notice',
        certainty: 'certain',
        args: { product, pid, port: snapshot.port.port },
        evidence: host.pid === pid ? evidence : [...evidence, ...processEvidence(snapshot, host.pid)],
      }),
    ];
  },
};

function otherPidOf({ owner }: RuleContext): number | null {
  if (owner.kind === 'two') return owner.otherPid;
  return owner.kind === 'gateway' || owner.kind === 'foreign' ? owner.pid : null;
}

function isInTheWay(snapshot: Snapshot): boolean {
  return snapshot.definition.status === 'known' || valueOf(snapshot.service)?.loaded === true;
}
