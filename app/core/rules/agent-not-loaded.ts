import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, readInstalledService, severityOfFault } from './circumstances.ts';
import { presentEvidence, serviceEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A restart or update takes the job away and brings it back: so long it is not missed. */
const changeTakesMs = 30_000;

/** The definition is on disk, and the service manager does not have the job (launchctl print: exit code 113). */
export const agentNotLoaded: Rule<'agent-not-loaded'> = {
  code: 'agent-not-loaded',
  graceMs: changeTakesMs,
  causes: ['db-newer', 'agent-disabled', 'port-stray'],
  find(snapshot, context) {
    const installed = readInstalledService(snapshot);
    if (installed === null || installed.service.loaded) return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    if (isChangingNow(snapshot, context.memory.lastAction?.at ?? 0)) return [];
    const { definition, service } = installed;
    const { label } = snapshot.target;
    // The state that was read is that of the expected label; of another one nothing is known.
    if (definition.label !== null && definition.label !== label) return [];
    return [
      makeFinding('agent-not-loaded', label, {
        severity: severityOfFault(context),
        certainty: 'certain',
        args: { label, definitionPath: definition.path },
        evidence: [presentEvidence(definition.path), ...serviceEvidence(snapshot, service)],
      }),
    ];
  },
};

/** Ours, the official CLI's (lifecycle log) or the gateway's own: a change began a moment ago. */
function isChangingNow(snapshot: Snapshot, lastActionAt: number): boolean {
  const lifecycleAt = valueOf(snapshot.markers)?.lastLifecycle?.at ?? 0;
  const stop = valueOf(snapshot.log)?.marks.findLast((mark) => mark.kind === 'clean-stop');
  return [lastActionAt, lifecycleAt, stop?.at ?? 0].some((at) => snapshot.at - at < changeTakesMs);
}
