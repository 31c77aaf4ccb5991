import { valueOf } from '../model/reading.ts';
import type { ProcessEntry, Snapshot } from '../model/snapshot.ts';

/** Who has the gateway's port, or its lock while it does not listen yet. */
export type PortHolder =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'service'; readonly pid: number }
  /** A gateway that the service manager did not start. `process` is `null` when only its answer shows it. */
  | { readonly kind: 'stray'; readonly pid: number; readonly process: ProcessEntry | null }
  | { readonly kind: 'other'; readonly pid: number | null; readonly name: string | null }
  | { readonly kind: 'unknown'; readonly detail: string };

/** Only the listener, its ancestry and its answer prove a gateway; the process title alone does not. */
export function derivePortHolder(snapshot: Snapshot): PortHolder {
  const pids = valueOf(snapshot.listeners)?.map((listener) => listener.pid) ?? [];
  if (pids.length > 0) return mostTelling(pids.map((pid) => holderOf(snapshot, pid)));
  const owner = lockOwner(snapshot);
  if (owner !== null) {
    return isOfService(snapshot, owner.pid)
      ? { kind: 'service', pid: owner.pid }
      : { kind: 'stray', pid: owner.pid, process: owner };
  }
  return holderUnseen(snapshot);
}

/** `true` when `pid` is the service's process or one it started: the listener may be a child of the launcher. */
export function isOfService(snapshot: Snapshot, pid: number): boolean {
  const servicePid = valueOf(snapshot.service)?.pid ?? null;
  return (
    servicePid !== null && (pid === servicePid || ancestorsOf(snapshot, pid).some((each) => each.pid === servicePid))
  );
}

/** The processes above `pid`, nearest first; as many as the list shows. */
export function ancestorsOf(snapshot: Snapshot, pid: number): readonly ProcessEntry[] {
  const byPid = new Map((valueOf(snapshot.processes) ?? []).map((each) => [each.pid, each]));
  const chain: ProcessEntry[] = [];
  for (let at = byPid.get(pid)?.ppid; at !== undefined && at !== null && at > 0; at = byPid.get(at)?.ppid) {
    const parent = byPid.get(at);
    if (parent === undefined || chain.includes(parent)) break;
    chain.push(parent);
  }
  return chain;
}

/** `/healthz` said in JSON that the gateway lives. */
export function isLive(snapshot: Snapshot): boolean {
  const health = valueOf(snapshot.reach)?.health;
  return health?.kind === 'json' && health.httpStatus === 200 && health.body.ok;
}

function holderOf(snapshot: Snapshot, pid: number): PortHolder {
  if (isOfService(snapshot, pid)) return { kind: 'service', pid };
  const processes = valueOf(snapshot.processes);
  if (processes === undefined)
    return { kind: 'unknown', detail: `pid ${pid} listens; the processes could not be read` };
  const process = processes.find((each) => each.pid === pid) ?? null;
  if (process?.role === 'ssh') return { kind: 'other', pid, name: process.name };
  const isGateway = process !== null && (process.role === 'gateway' || process.role === 'gateway-title');
  if (isGateway || isLive(snapshot)) return { kind: 'stray', pid, process };
  const command = valueOf(snapshot.listeners)?.find((each) => each.pid === pid)?.command ?? null;
  return { kind: 'other', pid, name: process?.name ?? command };
}

/** A stray beside the service is the news; then what is not known; the service's own socket is the quiet case. */
function mostTelling(holders: readonly PortHolder[]): PortHolder {
  const order: readonly PortHolder['kind'][] = ['stray', 'other', 'unknown', 'service'];
  const found = order.flatMap((kind) => holders.filter((holder) => holder.kind === kind))[0];
  return found ?? { kind: 'nobody' };
}

/** The lock outlives a killed gateway: its pid counts only while it is a gateway that began before the lock. */
function lockOwner(snapshot: Snapshot): ProcessEntry | null {
  const lock = valueOf(snapshot.markers)?.lock ?? null;
  if (lock === null || (lock.port !== null && lock.port !== snapshot.port.port)) return null;
  const owner = valueOf(snapshot.processes)?.find((each) => each.pid === lock.pid);
  if (owner === undefined || (owner.role !== 'gateway' && owner.role !== 'gateway-title')) return null;
  const toleranceMs = 2000;
  const beganLater =
    lock.createdAt !== null && owner.startedAt !== null && owner.startedAt > lock.createdAt + toleranceMs;
  return beganLater ? null : owner;
}

function holderUnseen(snapshot: Snapshot): PortHolder {
  const reach = valueOf(snapshot.reach);
  if (reach === undefined) return { kind: 'unknown', detail: `port ${snapshot.port.port} could not be asked` };
  if (reach.tcp === 'refused') return { kind: 'nobody' };
  const answersOtherwise = reach.health.kind === 'other' && !reach.health.controlUi;
  if (answersOtherwise) return { kind: 'other', pid: null, name: null };
  return { kind: 'unknown', detail: `port ${reach.port}: ${reach.tcp}, and no listener is visible to this user` };
}
