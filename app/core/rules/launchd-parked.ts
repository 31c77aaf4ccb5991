import { cannotSpawn, deriveHold } from '../idle.ts';
import { describeLastExit } from '../last-exit.ts';
import { valueOf } from '../model/reading.ts';
import { isHandsOff, isIdleForAReason, severityOfFault } from './circumstances.ts';
import { serviceEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** launchd has the job and holds its start back, for longer than its throttle explains. */
export const launchdParked: Rule<'launchd-parked'> = {
  code: 'launchd-parked',
  graceMs: 10_000,
  causes: [
    'update-partial',
    'plist-malformed',
    'ownership',
    'watchdog-fight',
    'stale-update-job',
    'node-version',
    'older-binary',
    'lock-stale',
    'port-probe-artefact',
    'restart-race',
    'no-cli',
    'node-path-gone',
    'entrypoint-stale',
    'agent-disabled',
    'log-disk',
    'db-newer',
    'db-corrupt',
    'plugin-blocks-start',
    'config-syntax',
    'redacted-written',
    'config-clobber',
    'config-invalid',
    'mode-missing',
    'dup-supervisor',
    'legacy-label',
    'port-stray',
    'third-party-host',
    'ssh-tunnel',
    'doctor-damage',
    'bonjour',
    'keepalive-loop',
  ],
  find(snapshot, context) {
    const service = valueOf(snapshot.service);
    const hold = deriveHold(snapshot, context.memory);
    if (service === undefined || hold === null || cannotSpawn(snapshot)) return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const { label } = snapshot.target;
    return [
      makeFinding('launchd-parked', label, {
        severity: severityOfFault(context),
        certainty: hold.stated ? 'certain' : 'likely',
        args: { label, lastExit: describeLastExit(service.lastExit), idleSeconds: hold.idleSeconds },
        evidence: serviceEvidence(snapshot, service),
      }),
    ];
  },
};
