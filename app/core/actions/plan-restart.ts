import type { ActionPlan, ActionQuestion, ActionRefusal, Step } from '../model/action.ts';
import type { ServiceState } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { PlanHistory, PlanRequest } from './plan.ts';
import { enableQuestion, isUp, mustEnable, planBringUp, waitUntilServing } from './plan-start.ts';
import { derivePortHolder, isLive } from './port-holder.ts';
import { cannotTell, deriveServiceView, findServiceRefusal, findStartRefusal } from './preconditions.ts';
import { refuse } from './refuse.ts';
import { askAboutRejectedConfig } from './rejected-config.ts';
import { forcedRestartRestMs } from './time-limits.ts';

/**
 * restart: running and loaded → `kickstart -k` (systemd: `restart`), never a bootout first: between bootout and
 * bootstrap a failure would leave the gateway unloaded. What does not run is started.
 */
export function planRestart({ action, snapshot, history }: PlanRequest): ActionPlan | ActionRefusal {
  const { port } = snapshot.port;
  const holder = derivePortHolder(snapshot);
  const view = deriveServiceView(snapshot);
  if (holder.kind === 'other')
    return refuse(action, 'other-program-on-port', { port, pid: holder.pid, name: holder.name });
  if (view.kind === 'none') return refuse(action, 'not-installed', { label: snapshot.target.label });
  if (view.kind === 'unreadable') return cannotTell(action, snapshot, 'service');
  if (holder.kind === 'stray') {
    return refuse(action, 'stray-on-port', { port, pid: holder.pid, commandLine: holder.process?.commandLine ?? '' });
  }
  const refusal = findServiceRefusal(action, snapshot) ?? findStartRefusal(action, snapshot);
  if (refusal !== null) return refusal;
  if (isUp(view.service)) return planForcedRestart(snapshot, view.service, history);
  if (holder.kind === 'unknown') return refuse(action, 'cannot-tell', { probe: 'listeners', detail: holder.detail });
  return planBringUp({ action, snapshot, service: view.service });
}

function planForcedRestart(snapshot: Snapshot, service: ServiceState, history: PlanHistory): ActionPlan {
  const { serviceTarget } = snapshot.target;
  const steps: Step[] = [];
  if (mustEnable(service, false)) steps.push({ kind: 'enable-service', serviceTarget });
  steps.push({ kind: 'restart-loaded-service', serviceTarget }, waitUntilServing(snapshot, service.pid));
  return {
    kind: 'plan',
    action: 'restart',
    reach: isLive(snapshot) ? 'interrupts' : 'safe',
    steps,
    question: askAboutRejectedConfig(snapshot) ?? enableQuestion(snapshot, service) ?? againSoonQuestion(history),
    goal: 'serving',
  };
}

function againSoonQuestion({ now, lastForcedRestartAt }: PlanHistory): ActionQuestion | null {
  if (lastForcedRestartAt === null) return null;
  const elapsedMs = Math.max(0, now - lastForcedRestartAt);
  if (elapsedMs >= forcedRestartRestMs) return null;
  return { code: 'restart-again-soon', minutesAgo: Math.max(1, Math.round(elapsedMs / 60_000)) };
}
