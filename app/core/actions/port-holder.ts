import { valueOf } from '../model/reading.ts';
import type { ProcessEntry } from '../model/process.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { derivePortOwner, type PortOwner } from '../port-owner.ts';
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
  const derive = holders[owner.kind] as (owner: PortOwner, snapshot: Snapshot) => PortHolder;
  return derive(owner, snapshot);
}

type OwnerOf<Kind extends PortOwner['kind']> = Extract<PortOwner, { readonly kind: Kind }>;

const holders: { readonly [Kind in PortOwner['kind']]: (owner: OwnerOf<Kind>, snapshot: Snapshot) => PortHolder } = {
  service: ({ pid }) => ({ kind: 'service', pid }),
  'service-elsewhere': ({ servicePid }) => ({ kind: 'service', pid: servicePid }),
  gateway: ({ pid }, snapshot) => strayOf(snapshot, pid),
  claimed: ({ pid }, snapshot) => strayOf(snapshot, pid),
  two: ({ otherPid }, snapshot) => strayOf(snapshot, otherPid),
  ssh: ({ pid }, snapshot) => ({ kind: 'other', pid, name: nameOf(snapshot, pid) }),
  foreign: ({ pid }, snapshot) => ({ kind: 'other', pid, name: nameOf(snapshot, pid) }),
  none: () => ({ kind: 'nobody' }),
  unattributed: (_, snapshot) => holderOfLock(snapshot) ?? unseen(snapshot),
  unknown: (owner) => owner,
};

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
