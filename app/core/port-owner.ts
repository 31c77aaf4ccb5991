import { valueOf } from './model/reading.ts';
import type { Listener, ProcessEntry } from './model/process.ts';
import type { Snapshot } from './model/snapshot.ts';
import { isProcessOrDescendant } from './process-tree.ts';

/** Who has the expected port. The pid is the listener's, IPv4 and IPv6 of one pid being one listener. */
export type PortOwner =
  | { readonly kind: 'service'; readonly pid: number; readonly servicePid: number }
  /** A proven gateway that is not known to be the service's process (whose it is stays open while the service is unread). */
  | { readonly kind: 'gateway'; readonly pid: number }
  | { readonly kind: 'two'; readonly pid: number; readonly otherPid: number }
  | { readonly kind: 'ssh'; readonly pid: number }
  | { readonly kind: 'foreign'; readonly pid: number | null }
  /** The service's process runs and its own lock file names another port. */
  | { readonly kind: 'service-elsewhere'; readonly servicePid: number; readonly port: number }
  /** Nobody listens yet, but a living gateway that no service manager knows holds the lock for this port. */
  | { readonly kind: 'claimed'; readonly pid: number }
  /** It answers like a gateway, but no listener can be seen. */
  | { readonly kind: 'unattributed' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly detail: string };

/**
 * Joins service manager, listeners, processes, lock file and answers. A process titled `openclaw-gateway` proves
 * nothing by itself (the CLI's own calls carry it); one that listens on the port does.
 */
export function derivePortOwner(snapshot: Snapshot): PortOwner {
  const listeners = valueOf(snapshot.listeners);
  if (listeners === undefined || listeners.length === 0) return deriveUnseenOwner(snapshot);
  const sorted = sortListeners(snapshot, distinctPids(listeners));
  const servicePid = runningServicePid(snapshot);
  const [own] = sorted.service;
  const [gateway, secondGateway] = sorted.gateway;
  if (own !== undefined && gateway !== undefined) return { kind: 'two', pid: own, otherPid: gateway };
  if (own !== undefined && servicePid !== null) return { kind: 'service', pid: own, servicePid };
  if (gateway !== undefined && secondGateway !== undefined)
    return { kind: 'two', pid: gateway, otherPid: secondGateway };
  if (gateway !== undefined) return { kind: 'gateway', pid: gateway };
  if (sorted.unknown[0] !== undefined)
    return { kind: 'unknown', detail: `pid ${sorted.unknown[0]} listens and could not be identified` };
  if (sorted.ssh[0] !== undefined) return { kind: 'ssh', pid: sorted.ssh[0] };
  return { kind: 'foreign', pid: sorted.foreign[0] ?? null };
}

/** The pid of the job, when the service manager says that it has one. */
export function runningServicePid(snapshot: Snapshot): number | null {
  return valueOf(snapshot.service)?.pid ?? null;
}

/** Whether the answer on the port is a gateway's: `/healthz` JSON, or the Control UI of a version before it. */
export function answersLikeGateway(snapshot: Snapshot): boolean {
  const health = valueOf(snapshot.reach)?.health;
  if (health?.kind === 'json') return health.body.ok && health.body.status === 'live';
  return health?.kind === 'other' && health.controlUi;
}

type Kind = 'service' | 'gateway' | 'ssh' | 'foreign' | 'unknown';

function sortListeners(snapshot: Snapshot, pids: readonly number[]): Record<Kind, number[]> {
  const sorted: Record<Kind, number[]> = { service: [], gateway: [], ssh: [], foreign: [], unknown: [] };
  for (const pid of pids) sorted[deriveKind(snapshot, pid, pids.length === 1)].push(pid);
  return sorted;
}

function deriveKind(snapshot: Snapshot, pid: number, isOnly: boolean): Kind {
  const servicePid = runningServicePid(snapshot);
  const processes = valueOf(snapshot.processes);
  if (pid === servicePid) return 'service';
  if (processes === undefined) return servicePid === null ? deriveKindWithoutEntry(snapshot, pid, isOnly) : 'unknown';
  if (servicePid !== null && isProcessOrDescendant(processes, pid, servicePid)) return 'service';
  const entry = processes.find((process) => process.pid === pid);
  return entry === undefined ? deriveKindWithoutEntry(snapshot, pid, isOnly) : deriveKindOf(snapshot, entry, isOnly);
}

/** Without a command line only the lock file and the answer can prove a gateway. */
function deriveKindWithoutEntry(snapshot: Snapshot, pid: number, isOnly: boolean): Kind {
  if (holdsLock(snapshot, pid) || (isOnly && answersLikeGateway(snapshot))) return 'gateway';
  return isOnly && answersLikeAnother(snapshot) ? 'foreign' : 'unknown';
}

function deriveKindOf(snapshot: Snapshot, process: ProcessEntry, isOnly: boolean): Kind {
  if (process.role === 'ssh') return 'ssh';
  if (process.role === 'gateway' || process.role === 'gateway-title') return 'gateway';
  return holdsLock(snapshot, process.pid) || (isOnly && answersLikeGateway(snapshot)) ? 'gateway' : 'foreign';
}

function holdsLock(snapshot: Snapshot, pid: number): boolean {
  return valueOf(snapshot.markers)?.lock?.pid === pid;
}

function answersLikeAnother(snapshot: Snapshot): boolean {
  const health = valueOf(snapshot.reach)?.health;
  return (health?.kind === 'json' || health?.kind === 'other') && !answersLikeGateway(snapshot);
}

/** No listener is seen: lsof failed, is missing, or does not show other users' and hardened processes. */
function deriveUnseenOwner(snapshot: Snapshot): PortOwner {
  const reach = valueOf(snapshot.reach);
  if (reach === undefined) return { kind: 'unknown', detail: 'neither listeners nor the port could be read' };
  if (reach.tcp === 'refused') return deriveElsewhere(snapshot) ?? deriveClaimed(snapshot) ?? { kind: 'none' };
  if (answersLikeGateway(snapshot)) return deriveServiceByLock(snapshot) ?? { kind: 'unattributed' };
  if (answersLikeAnother(snapshot) && runningServicePid(snapshot) === null) return { kind: 'foreign', pid: null };
  return { kind: 'unknown', detail: 'something accepts connections and cannot be seen' };
}

/**
 * The lock names the job's process and this port, and what answers has not been up for longer than that process:
 * a stray in its place would own the lock (same state folder) or be older (it had the port first).
 */
function deriveServiceByLock(snapshot: Snapshot): PortOwner | null {
  const lock = valueOf(snapshot.markers)?.lock;
  const processes = valueOf(snapshot.processes);
  const servicePid = runningServicePid(snapshot);
  if (!lock || !processes || servicePid === null || !isProcessOrDescendant(processes, lock.pid, servicePid))
    return null;
  if (lock.port !== null && lock.port !== snapshot.port.port) return null;
  const startedAt = processes.find((process) => process.pid === servicePid)?.startedAt ?? null;
  const uptimeMs = deriveUptimeMs(snapshot);
  if (startedAt === null || uptimeMs === null || snapshot.at - uptimeMs < startedAt - clockSlackMs) return null;
  return { kind: 'service', pid: lock.pid, servicePid };
}

/** Process start times are whole seconds. */
const clockSlackMs = 2_000;

function deriveUptimeMs(snapshot: Snapshot): number | null {
  const reach = valueOf(snapshot.reach);
  const ready = reach?.ready.kind === 'json' ? reach.ready.body.uptimeMs : null;
  const startup = reach?.startup.kind === 'json' ? reach.startup.body.uptimeMs : null;
  return ready ?? startup;
}

/** Since 2026.9 the lock says which port its process took: after an edit of `gateway.port` the old one. */
function deriveElsewhere(snapshot: Snapshot): PortOwner | null {
  const lock = valueOf(snapshot.markers)?.lock;
  const servicePid = runningServicePid(snapshot);
  const processes = valueOf(snapshot.processes) ?? [];
  if (!lock || lock.port === null || lock.port === snapshot.port.port || servicePid === null) return null;
  const isOurs = lock.pid === servicePid || isProcessOrDescendant(processes, lock.pid, servicePid);
  return isOurs ? { kind: 'service-elsewhere', servicePid, port: lock.port } : null;
}

/** The lock outlives a killed gateway: its pid counts only while it is a gateway that began before the lock. */
function deriveClaimed(snapshot: Snapshot): PortOwner | null {
  const lock = valueOf(snapshot.markers)?.lock;
  if (!lock || runningServicePid(snapshot) !== null) return null;
  if (lock.port !== null && lock.port !== snapshot.port.port) return null;
  const holder = valueOf(snapshot.processes)?.find((process) => process.pid === lock.pid);
  if (holder === undefined || (holder.role !== 'gateway' && holder.role !== 'gateway-title')) return null;
  const isReused =
    lock.createdAt === null || holder.startedAt === null || holder.startedAt > lock.createdAt + clockSlackMs;
  return isReused ? null : { kind: 'claimed', pid: holder.pid };
}

function distinctPids(listeners: readonly Listener[]): readonly number[] {
  return [...new Set(listeners.map((listener) => listener.pid))];
}
