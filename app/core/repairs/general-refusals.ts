import { isStoppedOnPurpose } from '../idle.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairPlan, RepairRefusal } from '../model/repair.ts';
import { findFightingWatchdog } from '../rules/watchdog-fight.ts';
import { changesMachine } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';

type Check = (finding: Finding, context: RepairContext) => RepairRefusal | null;

/**
 * What forbids a plan whatever it mends, the first that applies. Waiting and copying are never forbidden; what brings
 * a gateway up has to respect more than what takes something out of its way.
 */
export function findGeneralRefusal(plan: RepairPlan, finding: Finding, context: RepairContext): RepairRefusal | null {
  if (!plan.steps.some(changesMachine)) return null;
  const checks = plan.verify.goal === 'serving' ? [...always, ...beforeBringingUp] : always;
  for (const check of checks) {
    const refusal = check(finding, context);
    if (refusal !== null) return refusal;
  }
  return null;
}

const isBusy: Check = (finding, { memory }) =>
  memory.activity === null ? null : refuseRepair(finding, 'busy', { action: memory.activity.action });

const isRemote: Check = (finding, { facts, status }) =>
  facts.mode === 'remote' || status.state === 'remote'
    ? refuseRepair(finding, 'hands-off', { owner: 'remote', name: null })
    : null;

/** npm, an OpenClaw update or doctor at work: whatever is (re)started now may load half a package. */
const isUnderMaintenance: Check = (finding, { snapshot }) => {
  if (snapshot.processes.status !== 'known') return cannotTell(finding, snapshot, 'processes');
  const running = snapshot.processes.value.find(({ role }) => role === 'maintenance');
  if (running === undefined) return null;
  const { pid, commandLine } = running;
  return refuseRepair(finding, 'maintenance-running', { pid, commandLine });
};

const isHandsOff: Check = (finding, { snapshot }) => {
  const { markers, target } = snapshot;
  if (markers.status === 'unknown') return cannotTell(finding, snapshot, 'markers');
  const { externalSupervisor = false, nixMode = false, launchAgentDisabled = false } = valueOf(markers) ?? {};
  if (externalSupervisor) return refuseRepair(finding, 'hands-off', { owner: 'external-supervisor', name: null });
  if (nixMode) return refuseRepair(finding, 'hands-off', { owner: 'nix', name: null });
  if (!launchAgentDisabled) return null;
  const name = `${target.stateDir}/disable-launchagent`;
  return refuseRepair(finding, 'hands-off', { owner: 'launch-agent-switch', name });
};

const isWanted: Check = (finding, { snapshot, memory }) =>
  isStoppedOnPurpose(snapshot, memory) ? refuseRepair(finding, 'stopped-on-purpose', {}) : null;

/** Two that bring the same gateway up end each other's. */
const isContested: Check = (finding, { snapshot }) => {
  const fighting = findFightingWatchdog(snapshot);
  return fighting === null ? null : refuseRepair(finding, 'other-watchdog', { name: fighting.supervisor.label });
};

const always: readonly Check[] = [isBusy, isRemote, isUnderMaintenance, isHandsOff];
const beforeBringingUp: readonly Check[] = [isWanted, isContested];

function cannotTell(
  finding: Finding,
  snapshot: RepairContext['snapshot'],
  probe: 'processes' | 'markers',
): RepairRefusal {
  const reading = snapshot[probe];
  const detail = reading.status === 'unknown' ? reading.reason.detail : null;
  return refuseRepair(finding, 'cannot-tell', { probe, detail });
}
