import { valueOf } from '../model/reading.ts';
import type { Finding } from '../model/finding.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, readInstalledService, severityOfFault } from './circumstances.ts';
import { missingEvidence, presentEvidence, serviceEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A restart or update takes the job away and brings it back: so long it is not missed. */
const changeTakesMs = 30_000;

/**
 * The definition is on disk, and the service manager does not have the job (launchctl print: exit code 113); or
 * OpenClaw is installed, and its service was never set up.
 */
export const agentNotLoaded: Rule<'agent-not-loaded'> = {
  code: 'agent-not-loaded',
  graceMs: changeTakesMs,
  causes: ['db-newer', 'agent-disabled', 'port-stray'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    if (isChangingNow(snapshot, context.memory.lastAction?.at ?? 0)) return [];
    return snapshot.definition.status === 'absent'
      ? findNeverSetUp(snapshot, context)
      : findVanished(snapshot, context);
  },
};

function findVanished(snapshot: Snapshot, context: RuleContext): readonly Finding<'agent-not-loaded'>[] {
  const installed = readInstalledService(snapshot);
  if (installed === null || installed.service.loaded) return [];
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
}

/**
 * Only where nothing else runs, or could run, a gateway: no listener, no other service, not the official app (whose
 * pause takes the definition away). A person may want it so, hence `likely`; one who set the gateway up to run here
 * and has none is missing it.
 */
function findNeverSetUp(snapshot: Snapshot, context: RuleContext): readonly Finding<'agent-not-loaded'>[] {
  const service = valueOf(snapshot.service);
  const install = valueOf(snapshot.install);
  if (service === undefined || service.loaded || !install?.cliPath || install.packageRoot === null) return [];
  const keepers = valueOf(snapshot.supervisors)?.filter(({ kind }) => kind === 'gateway' || kind === 'official-app');
  if (keepers === undefined || keepers.length > 0 || context.owner.kind !== 'none') return [];
  const content = valueOf(snapshot.config)?.content;
  const isSetUp = content?.kind === 'parsed' && content.mode === 'local';
  const { label, definitionPath } = snapshot.target;
  return [
    makeFinding('agent-not-loaded', label, {
      severity: isSetUp ? 'blocking' : 'notice',
      certainty: 'likely',
      args: { label, definitionPath: null },
      evidence: [
        presentEvidence(install.cliPath),
        missingEvidence(definitionPath),
        ...serviceEvidence(snapshot, service),
      ],
    }),
  ];
}

/** Ours, the official CLI's (lifecycle log) or the gateway's own: a change began a moment ago. */
function isChangingNow(snapshot: Snapshot, lastActionAt: number): boolean {
  const lifecycleAt = valueOf(snapshot.markers)?.lastLifecycle?.at ?? 0;
  const stop = valueOf(snapshot.log)?.marks.findLast((mark) => mark.kind === 'clean-stop');
  return [lastActionAt, lifecycleAt, stop?.at ?? 0].some((at) => snapshot.at - at < changeTakesMs);
}
