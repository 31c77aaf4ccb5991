import { valueOf } from '../model/reading.ts';
import type { ProcessEntry, Snapshot } from '../model/snapshot.ts';
import { derivePortOwner } from '../port-owner.ts';
import { isProcessOrDescendant } from '../process-tree.ts';

/** Who has the gateway's port, or its lock while it does not listen (yet): what an action may have to deal with. */
export type PortHolder =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'service'; readonly pid: number }
  /** A gateway that the service manager did not start. `process` is `null` when only its answer shows it. */
  | { readonly kind: 'stray'; readonly pid: number; readonly process: ProcessEntry | null }
  | { readonly kind: 'other'; readonly pid: number | null; readonly name: string | null }
  | { readonly kind: 'unknown'; readonly detail: string };

export function derivePortHolder(snapshot: Snapshot): PortHolder {
  const owner = derivePortOwner(snapshot);
  if (owner.kind === 'unknown') return owner;
  if (owner.kind === 'service') return { kind: 'service', pid: owner.pid };
  if (owner.kind === 'service-elsewhere') return { kind: 'service', pid: owner.servicePid };
  if (owner.kind === 'gateway') return strayOf(snapshot, owner.pid);
  if (owner.kind === 'two') return strayOf(snapshot, owner.otherPid);
  if (owner.kind === 'none' || owner.kind === 'claimed') return holderOfLock(snapshot) ?? { kind: 'nobody' };
  if (owner.kind === 'unattributed') return holderOfLock(snapshot) ?? unseen(snapshot);
  return { kind: 'other', pid: owner.pid, name: nameOf(snapshot, owner.pid) };
}

function unseen(snapshot: Snapshot): PortHolder {
  return { kind: 'unknown', detail: `port ${snapshot.port.port} answers, and no listener is visible` };
}

/** `/healthz` said in JSON that the gateway lives. */
export function isLive(snapshot: Snapshot): boolean {
  const health = valueOf(snapshot.reach)?.health;
  return health?.kind === 'json' && health.httpStatus === 200 && health.body.ok && health.body.status === 'live';
}

function strayOf(snapshot: Snapshot, pid: number): PortHolder {
  const process = valueOf(snapshot.processes)?.find((each) => each.pid === pid) ?? null;
  return { kind: 'stray', pid, process };
}

function nameOf(snapshot: Snapshot, pid: number | null): string | null {
  const process = valueOf(snapshot.processes)?.find((each) => each.pid === pid);
  const listener = valueOf(snapshot.listeners)?.find((each) => each.pid === pid);
  return process?.name ?? listener?.command ?? null;
}

/** The lock outlives a killed gateway: its pid counts only while it is a gateway that began before the lock. */
function holderOfLock(snapshot: Snapshot): PortHolder | null {
  const lock = valueOf(snapshot.markers)?.lock ?? null;
  if (lock === null || (lock.port !== null && lock.port !== snapshot.port.port)) return null;
  const processes = valueOf(snapshot.processes) ?? [];
  const owner = processes.find((each) => each.pid === lock.pid);
  if (owner === undefined || (owner.role !== 'gateway' && owner.role !== 'gateway-title')) return null;
  // Process start times are whole seconds.
  const slackMs = 2_000;
  if (lock.createdAt !== null && owner.startedAt !== null && owner.startedAt > lock.createdAt + slackMs) return null;
  const servicePid = valueOf(snapshot.service)?.pid ?? null;
  const isOfService = servicePid !== null && isProcessOrDescendant(processes, owner.pid, servicePid);
  return isOfService ? { kind: 'service', pid: owner.pid } : { kind: 'stray', pid: owner.pid, process: owner };
}
