import { isStoppedOnPurpose } from '../idle.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairPlan, RepairRefusal, RepairSubject } from '../model/repair.ts';
import { restoreCodes } from '../model/wish.ts';
import { findFightingWatchdog } from '../rules/watchdog-fight.ts';
import { changesMachine } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';

type Check = (finding: RepairSubject, context: RepairContext) => RepairRefusal | null;

/**
 * What forbids a plan whatever it mends, the first that applies. Waiting and copying are never forbidden; what brings
 * a gateway up has to respect more than what takes something out of its way.
 */
export function findGeneralRefusal(
  plan: RepairPlan,
  finding: RepairSubject,
  context: RepairContext,
): RepairRefusal | null {
  if (!plan.steps.some(changesMachine)) return null;
  for (const check of checksFor(plan)) {
    const refusal = check(finding, context);
    if (refusal !== null) return refusal;
  }
  return null;
}

function checksFor({ code, verify }: RepairPlan): readonly Check[] {
  if (restoreCodes.some((each) => each === code)) return beforeRestoring;
  return verify.goal === 'serving' ? [...always, ...beforeBringingUp] : always;
}

const isBusy: Check = (finding, { memory }) =>
  memory.activity === null ? null : refuseRepair(finding, 'busy', { action: memory.activity.action });

/** Whether it should be so is just what that one finding is about. */
const isRemote: Check = (finding, { facts, status }) =>
  finding.code !== 'mode-remote-flip' && (facts.mode === 'remote' || status.state === 'remote')
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
/** A file of one's own may go back to what it was whoever runs the gateway, and wherever; who may write it is asked elsewhere. */
const beforeRestoring: readonly Check[] = [isBusy, isUnderMaintenance];
const beforeBringingUp: readonly Check[] = [isWanted, isContested];

function cannotTell(
  finding: RepairSubject,
  snapshot: RepairContext['snapshot'],
  probe: 'processes' | 'markers',
): RepairRefusal {
  const reading = snapshot[probe];
  const detail = reading.status === 'unknown' ? reading.reason.detail : null;
  return refuseRepair(finding, 'cannot-tell', { probe, detail });
}
