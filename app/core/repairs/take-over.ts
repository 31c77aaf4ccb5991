import type { ActionQuestion, ActionRefusal, Step } from '../model/action.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { enableQuestion, isUp, mustEnable, planBringUp, waitUntilServing } from '../actions/plan-start.ts';
import { waitUntilPortFree } from '../actions/plan-stop.ts';
import { deriveServiceView, findServiceRefusal, findStartRefusal } from '../actions/preconditions.ts';
import { cannotTell } from '../actions/preconditions.ts';
import { refuse } from '../actions/refuse.ts';

export interface TakeOver {
  readonly kind: 'take-over';
  readonly steps: readonly Step[];
  readonly question: ActionQuestion | null;
}

/**
 * How the service comes to serve once whoever has its port is gone; or why it would not come up, which must be known
 * before anything that serves is taken away. `listens`: its own process listens already, beside the other one.
 */
export function planTakeOver(snapshot: Snapshot, listens: boolean): TakeOver | ActionRefusal {
  const view = deriveServiceView(snapshot);
  if (view.kind === 'none') return refuse('start', 'not-installed', { label: snapshot.target.label });
  if (view.kind === 'unreadable') return cannotTell('start', snapshot, 'service');
  const refusal = findServiceRefusal('start', snapshot) ?? findStartRefusal('start', snapshot);
  if (refusal !== null) return refusal;
  const { service } = view;
  const question = enableQuestion(snapshot, service);
  if (isUp(service)) {
    const { serviceTarget } = snapshot.target;
    const enables: readonly Step[] = mustEnable(service, false) ? [{ kind: 'enable-service', serviceTarget }] : [];
    // It lost the port and does not ask for it again.
    const restarts: readonly Step[] = listens ? [] : [{ kind: 'restart-loaded-service', serviceTarget }];
    const wait = waitUntilServing(snapshot, listens ? null : service.pid);
    return { kind: 'take-over', steps: [...enables, ...restarts, wait], question };
  }
  const plan = planBringUp({ action: 'start', snapshot, service });
  if (plan.kind === 'refusal') return plan;
  // KeepAlive may take the port before anybody sees it free.
  const waits = service.loaded ? [] : [waitUntilPortFree(snapshot)];
  return { kind: 'take-over', steps: [...waits, ...plan.steps], question };
}
