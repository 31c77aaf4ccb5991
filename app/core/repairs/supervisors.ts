import { derivePortHolder, isLive } from '../actions/port-holder.ts';
import { waitUntilServing } from '../actions/plan-start.ts';
import { serviceGoneMs } from '../actions/time-limits.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { MoveReason, RepairOffer, RepairQuestion, RepairStep } from '../model/repair.ts';
import type { JobPhase, Supervisor } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isProcessOrDescendant } from '../process-tree.ts';
import { quote } from '../rules/evidence.ts';
import { refuseAsAction } from './from-action.ts';
import { makePlan } from './plan-parts.ts';
import type { RepairContext } from './repair.ts';
import { planTakeOver } from './take-over.ts';

/** A person's own agents and units can be moved aside; what is in the machine's folders needs an administrator. */
export function isOfUser({ scope }: Supervisor): boolean {
  return scope === 'user-agent' || scope === 'systemd-user';
}

export function findSupervisor(snapshot: Snapshot, path: string): Supervisor | null {
  return valueOf(snapshot.supervisors)?.find((supervisor) => supervisor.path === path) ?? null;
}

/**
 * Another service out of the way: out of its manager, its file into our own folder (undo puts both back). Where it
 * has the port, the gateway's own service takes its place, if it is certain that it can.
 */
export function planPutAside(
  finding: Finding,
  context: RepairContext,
  options: {
    readonly rung: string;
    readonly supervisor: Supervisor;
    readonly why: MoveReason;
    readonly questions: readonly RepairQuestion[];
  },
): RepairOffer {
  const { snapshot } = context;
  const { rung, supervisor, why, questions } = options;
  if (takeTurns(snapshot, supervisor)) {
    // Its process is another one every few seconds.
    const removal = removalSteps(snapshot, { ...supervisor, pid: null }, why);
    const steps = [...removal, waitUntilServing(snapshot, null)];
    const interrupts = servesInstead(snapshot, supervisor) && isLive(snapshot);
    return makePlan(finding, context, { rung, steps, interrupts, questions, goal: 'serving', isUnsettled: true });
  }
  const removal = removalSteps(snapshot, supervisor, why);
  if (!servesInstead(snapshot, supervisor))
    return makePlan(finding, context, { rung, steps: removal, interrupts: false, questions, goal: null });
  const takeOver = planTakeOver(snapshot, false);
  if (takeOver.kind === 'refusal') return refuseAsAction(finding, takeOver);
  return makePlan(finding, context, {
    rung,
    steps: [...removal, ...takeOver.steps],
    interrupts: isLive(snapshot),
    questions: takeOver.question === null ? questions : [...questions, takeOver.question],
    goal: 'serving',
  });
}

const coming: ReadonlySet<JobPhase> = new Set(['running', 'starting', 'waiting']);

/**
 * Both are kept running, and each takes the port from the other: whoever has it now, the gateway's own service comes up
 * by itself as soon as it is alone. A plan that named who has it would be outdated before it is read.
 */
function takeTurns(snapshot: Snapshot, supervisor: Supervisor): boolean {
  const own = valueOf(snapshot.service);
  const isOther = targetOf(snapshot, supervisor) !== snapshot.target.serviceTarget;
  if (!isOther || supervisor.loaded !== true || own === undefined || !own.loaded || !coming.has(own.phase))
    return false;
  return planTakeOver(snapshot, false).kind !== 'refusal';
}

/** Its process has the gateway's port, so that taking it away takes the gateway away. */
function servesInstead(snapshot: Snapshot, { pid }: Supervisor): boolean {
  const holder = derivePortHolder(snapshot);
  if (holder.kind !== 'stray' || pid === null) return false;
  return isProcessOrDescendant(valueOf(snapshot.processes) ?? [], holder.pid, pid);
}

function targetOf({ target }: Snapshot, { label, scope }: Supervisor): string {
  return scope === 'systemd-user' ? label : `${target.domain}/${label}`;
}

function removalSteps(snapshot: Snapshot, supervisor: Supervisor, why: MoveReason): readonly RepairStep[] {
  const { path, pid, loaded, scope } = supervisor;
  const isUnit = scope === 'systemd-user';
  const serviceTarget = targetOf(snapshot, supervisor);
  const steps: RepairStep[] = [];
  // Two files of one label are one job; it is the gateway's own.
  if (serviceTarget !== snapshot.target.serviceTarget) {
    // systemd keeps links to enabled units.
    if (isUnit) steps.push({ kind: 'disable-service', serviceTarget });
    if (loaded !== false) {
      const condition = { kind: 'service-gone', serviceTarget, pid } as const;
      steps.push({ kind: 'unload-service', serviceTarget });
      steps.push({ kind: 'wait-until', condition, timeoutMs: serviceGoneMs });
    }
  }
  return [...steps, { kind: 'move-aside', path, why }];
}

/** What an administrator types to put a service of the whole machine aside. */
export function asideCommands({ scope, label, path }: Supervisor, uid: number): readonly string[] {
  if (scope === 'systemd-system') return [`sudo systemctl disable --now ${quote(label)}`];
  if (scope === 'systemd-user') return [`systemctl --user disable --now ${quote(label)}`];
  const domain = scope === 'daemon' ? 'system' : `gui/${uid}`;
  const bootout = `launchctl bootout ${quote(`${domain}/${label}`)}`;
  const move = `mv ${quote(path)} ${quote(`${path}.aside`)}`;
  if (scope === 'user-agent') return [bootout, move];
  return [scope === 'daemon' ? `sudo ${bootout}` : bootout, `sudo ${move}`];
}
