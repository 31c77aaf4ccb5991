import type { ActionPlan, ActionQuestion, ActionRefusal, Step } from '../model/action.ts';
import type { ServiceState } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { PlanRequest } from './plan.ts';
import { derivePortHolder } from './port-holder.ts';
import { cannotTell, deriveServiceView, findServiceRefusal, findStartRefusal } from './preconditions.ts';
import { refuse } from './refuse.ts';
import { serviceGoneMs, servesMs } from './time-limits.ts';

/** start: never touches what runs. Loaded but not running → kickstart; not loaded → enable and bootstrap. */
export function planStart({ action, snapshot }: PlanRequest): ActionPlan | ActionRefusal {
  const { port } = snapshot.port;
  const holder = derivePortHolder(snapshot);
  const view = deriveServiceView(snapshot);
  if (holder.kind === 'other')
    return refuse(action, 'other-program-on-port', { port, pid: holder.pid, name: holder.name });
  if (holder.kind === 'service') return refuse(action, 'already-serving', { port, pid: holder.pid });
  if (holder.kind === 'stray') {
    if (view.kind === 'none') return refuse(action, 'already-serving', { port, pid: holder.pid });
    return refuse(action, 'stray-on-port', { port, pid: holder.pid, commandLine: holder.process?.commandLine ?? '' });
  }
  if (view.kind === 'none') return refuse(action, 'not-installed', { label: snapshot.target.label });
  if (view.kind === 'unreadable') return cannotTell(action, snapshot, 'service');
  if (isUp(view.service)) return refuse(action, 'already-serving', { port, pid: view.service.pid });
  if (holder.kind === 'unknown') return refuse(action, 'cannot-tell', { probe: 'listeners', detail: holder.detail });
  return (
    findServiceRefusal(action, snapshot) ??
    findStartRefusal(action, snapshot) ??
    planBringUp({ action, snapshot, service: view.service })
  );
}

/** The manager runs a process for the job: it serves, or is on its way to. */
export function isUp(service: ServiceState): boolean {
  return service.loaded && service.pid !== null && (service.phase === 'running' || service.phase === 'starting');
}

/** A job that does not run: into the manager where it is missing, then its first spawn. */
export function planBringUp(request: {
  readonly action: 'start' | 'stop' | 'restart';
  readonly snapshot: Snapshot;
  readonly service: ServiceState;
}): ActionPlan | ActionRefusal {
  const { action, snapshot, service } = request;
  const { serviceTarget } = snapshot.target;
  const dying = service.loaded && service.phase === 'stopping';
  const loads = !service.loaded || (dying && service.manager === 'launchd');
  if (loads && snapshot.definition.status !== 'known') return cannotTell(action, snapshot, 'definition');
  const steps: Step[] = [];
  if (dying) steps.push(waitUntilGone(snapshot, service));
  if (mustEnable(service, loads)) steps.push({ kind: 'enable-service', serviceTarget });
  steps.push(loads ? loadStep(snapshot) : { kind: 'start-loaded-service', serviceTarget });
  steps.push(waitUntilServing(snapshot, service.pid));
  return { kind: 'plan', action, reach: 'safe', steps, question: enableQuestion(snapshot, service), goal: 'serving' };
}

/**
 * launchd refuses a disabled job; a person may have disabled it (Login Items), so it is asked first. An override
 * that could not be read is left alone: enabling might undo what a person did.
 */
export function enableQuestion(snapshot: Snapshot, service: ServiceState): ActionQuestion | null {
  const disabled = service.manager === 'launchd' && service.enabled === false;
  return disabled ? { code: 'enable-disabled', label: snapshot.target.label } : null;
}

export function mustEnable(service: ServiceState, loads: boolean): boolean {
  if (service.manager !== 'launchd' || service.enabled === null) return false;
  return loads || !service.enabled;
}

function loadStep(snapshot: Snapshot): Step {
  const { domain, definitionPath, serviceTarget } = snapshot.target;
  return { kind: 'load-service', domain, definitionPath, serviceTarget };
}

export function waitUntilGone(snapshot: Snapshot, service: ServiceState): Step {
  const { serviceTarget } = snapshot.target;
  const condition = { kind: 'service-gone', serviceTarget, pid: service.pid } as const;
  return { kind: 'wait-until', condition, timeoutMs: serviceGoneMs };
}

export function waitUntilServing(snapshot: Snapshot, notPid: number | null): Step {
  const condition = { kind: 'gateway-serves', port: snapshot.port.port, notPid } as const;
  return { kind: 'wait-until', condition, timeoutMs: servesMs };
}
