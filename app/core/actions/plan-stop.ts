import type { ActionPlan, ActionQuestion, ActionRefusal, ProcessIdentity, Step } from '../model/action.ts';
import { valueOf } from '../model/reading.ts';
import type { ProcessEntry } from '../model/process.ts';
import type { ServiceState } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { listAncestry } from '../process-tree.ts';
import type { PlanRequest } from './plan.ts';
import { waitUntilGone } from './plan-start.ts';
import { derivePortHolder, isLive, type PortHolder } from './port-holder.ts';
import { cannotTell, deriveServiceView, findServiceRefusal } from './preconditions.ts';
import { refuse } from './refuse.ts';
import { portFreeMs } from './time-limits.ts';

/**
 * stop: the service out of its manager first (else it comes back), then a gateway that nobody manages, by its
 * checked pid and only after the question.
 */
export function planStop({ action, snapshot }: PlanRequest): ActionPlan | ActionRefusal {
  const { port } = snapshot.port;
  const holder = derivePortHolder(snapshot);
  const view = deriveServiceView(snapshot);
  if (view.kind === 'unreadable') return cannotTell(action, snapshot, 'service');
  const job = view.kind === 'service' && canBeUnloaded(view.service) ? view.service : null;
  const serviceRefusal = job === null ? null : findServiceRefusal(action, snapshot);
  if (serviceRefusal !== null) return serviceRefusal;
  if (holder.kind === 'stray') return planStopStray(snapshot, holder, job);
  if (job !== null) return stopPlan(snapshot, unloadSteps(snapshot, job, holder), null);
  if (holder.kind === 'other')
    return refuse(action, 'other-program-on-port', { port, pid: holder.pid, name: holder.name });
  if (holder.kind === 'unknown') return refuse(action, 'cannot-tell', { probe: 'listeners', detail: holder.detail });
  return refuse(action, 'already-stopped', { port });
}

/** A loaded launchd job comes back by itself; a systemd unit is there also when it is at rest. */
function canBeUnloaded(service: ServiceState): boolean {
  return service.loaded && (service.manager === 'launchd' || service.phase !== 'stopped' || service.pid !== null);
}

function planStopStray(
  snapshot: Snapshot,
  stray: Extract<PortHolder, { kind: 'stray' }>,
  job: ServiceState | null,
): ActionPlan | ActionRefusal {
  const proof = proveStray(snapshot, stray);
  if (proof.kind === 'refusal') return proof;
  const { identity } = proof;
  const { pid, commandLine } = identity;
  const steps: Step[] = job === null ? [] : unloadSteps(snapshot, job, stray);
  steps.push({ kind: 'terminate-process', process: identity }, waitUntilPortFree(snapshot));
  return stopPlan(snapshot, steps, { code: 'stop-unmanaged', pid, commandLine });
}

/** A stray is ours to stop when it is a gateway of this user that nobody keeps; else why it is not. */
export function proveStray(
  snapshot: Snapshot,
  { process, pid }: Extract<PortHolder, { kind: 'stray' }>,
): { readonly kind: 'proven'; readonly identity: ProcessIdentity } | ActionRefusal {
  if (process === null) return refuse('stop', 'not-ours-to-stop', { pid, owner: null });
  const keeper = keeperOf(snapshot, process);
  if (keeper !== null) return refuse('stop', 'not-ours-to-stop', { pid, owner: keeper });
  const { startedAt, uid, commandLine, role } = process;
  if (role !== 'gateway' && role !== 'gateway-title')
    return refuse('stop', 'not-ours-to-stop', { pid, owner: process.name });
  if (startedAt === null || uid === null) {
    return refuse('stop', 'cannot-tell', { probe: 'processes', detail: `pid ${pid}: no start time or owner was told` });
  }
  return { kind: 'proven', identity: { pid, startedAt, uid, commandLine } };
}

/** Who would start it again, or whose it is: stopping it here would be in vain, or not ours to do. */
function keeperOf(snapshot: Snapshot, process: ProcessEntry): string | null {
  if (process.uid !== null && process.uid !== snapshot.environment.uid) return `uid ${process.uid}`;
  const family = listAncestry(valueOf(snapshot.processes) ?? [], process.pid);
  const host = family.find((each) => each.role === 'host-app');
  if (host !== undefined) return host.name;
  const supervisor = valueOf(snapshot.supervisors)?.find(
    (each) => !each.isTarget && each.pid !== null && family.some((member) => member.pid === each.pid),
  );
  return supervisor?.label ?? null;
}

/** Where another process holds the port it will not become free by this. */
function unloadSteps(snapshot: Snapshot, service: ServiceState, holder: PortHolder): Step[] {
  const { serviceTarget } = snapshot.target;
  const steps: Step[] = [{ kind: 'unload-service', serviceTarget }, waitUntilGone(snapshot, service)];
  if (holder.kind === 'service') steps.push(waitUntilPortFree(snapshot));
  return steps;
}

export function waitUntilPortFree(snapshot: Snapshot): Step {
  return { kind: 'wait-until', condition: { kind: 'port-free', port: snapshot.port.port }, timeoutMs: portFreeMs };
}

function stopPlan(snapshot: Snapshot, steps: readonly Step[], question: ActionQuestion | null): ActionPlan {
  const reach = isLive(snapshot) ? 'interrupts' : 'safe';
  return { kind: 'plan', action: 'stop', reach, steps, question, goal: 'not-running' };
}
