import type { ActionPlan } from '../model/action.ts';
import { valueOf } from '../model/reading.ts';
import type { Reach } from '../model/reach.ts';
import type { ServiceState } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { derivePortHolder, isLive } from './port-holder.ts';

/** What reading again says of an action's goal. Exit codes prove nothing, so this alone decides success. */
export type GoalVerdict =
  | { readonly kind: 'reached' }
  /** `hopeless`: waiting longer will not change it. */
  | { readonly kind: 'not-reached'; readonly hopeless: boolean; readonly detail: string };

export interface GoalQuestion {
  readonly goal: ActionPlan['goal'];
  /** The service's process before the action; it must not be the one that serves. */
  readonly notPid: number | null;
  /** Epoch ms at which the action began. */
  readonly startedAt: number;
}

export function judgeGoal(question: GoalQuestion, snapshot: Snapshot): GoalVerdict {
  return question.goal === 'serving' ? judgeServing(question, snapshot) : judgeNotRunning(snapshot);
}

/** A new process of the service, the port in its hands, and `/healthz` 200. */
function judgeServing({ notPid, startedAt }: GoalQuestion, snapshot: Snapshot): GoalVerdict {
  const service = valueOf(snapshot.service);
  if (service === undefined) return notYet('the service manager could not be read');
  if (!service.loaded) return hopeless('the service is not loaded any more');
  if (service.pid === null) return notYet(`no process yet (${describeJob(service)})`);
  if (service.pid === notPid) return notYet(`pid ${service.pid} is still the process from before`);
  const holder = derivePortHolder(snapshot);
  if (holder.kind === 'stray') return hopeless(`pid ${holder.pid}, another gateway, has port ${snapshot.port.port}`);
  if (holder.kind === 'other') return hopeless(`another program has port ${snapshot.port.port}`);
  if (!isLive(snapshot)) return notYet(`pid ${service.pid} runs; /healthz does not answer yet`);
  if (holder.kind === 'service') return { kind: 'reached' };
  if (answersSince(startedAt, snapshot)) return { kind: 'reached' };
  return notYet(`/healthz answers, but who has port ${snapshot.port.port} could not be read`);
}

/** Where no listener can be seen: the answer is younger than the action, so it is not the gateway from before. */
function answersSince(startedAt: number, snapshot: Snapshot): boolean {
  const reach = valueOf(snapshot.reach);
  const uptimeMs = reach === undefined ? null : uptimeOf(reach);
  return uptimeMs !== null && snapshot.at - uptimeMs >= startedAt;
}

function uptimeOf({ ready, startup }: Reach): number | null {
  const fromReady = ready.kind === 'json' ? ready.body.uptimeMs : null;
  return fromReady ?? (startup.kind === 'json' ? startup.body.uptimeMs : null);
}

function judgeNotRunning(snapshot: Snapshot): GoalVerdict {
  const service = valueOf(snapshot.service);
  const serviceIsUnread = snapshot.service.status === 'unknown' && snapshot.definition.status !== 'absent';
  if (serviceIsUnread) return notYet('the service manager could not be read');
  if (service !== undefined && service.manager === 'launchd' && service.loaded)
    return notYet('the service is still loaded');
  if (service !== undefined && service.pid !== null) return notYet(`pid ${service.pid} still runs`);
  const holder = derivePortHolder(snapshot);
  if (holder.kind === 'unknown') return notYet(holder.detail);
  const isGateway = holder.kind === 'service' || holder.kind === 'stray';
  return isGateway ? notYet(`pid ${holder.pid} still runs`) : { kind: 'reached' };
}

export function describeJob({ phase, rawPhase, lastExit }: ServiceState): string {
  const word = rawPhase ?? phase;
  if (lastExit === null || lastExit.kind === 'never') return word;
  if (lastExit.kind === 'code') return `${word}, last exit code ${lastExit.code}`;
  return `${word}, last exit ${lastExit.kind === 'signal' ? lastExit.name : lastExit.reason}`;
}

function notYet(detail: string): GoalVerdict {
  return { kind: 'not-reached', hopeless: false, detail };
}

function hopeless(detail: string): GoalVerdict {
  return { kind: 'not-reached', hopeless: true, detail };
}
