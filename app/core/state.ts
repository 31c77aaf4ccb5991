import type { Facts } from './facts.ts';
import { gatewayPidOf } from './facts.ts';
import { describeLastExit } from './last-exit.ts';
import { markMeanings } from './log-life.ts';
import type { Memory } from './model/memory.ts';
import { valueOf } from './model/reading.ts';
import type { Reading } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayState, GatewayStatus, StateArgs, StateReason } from './model/state.ts';
import { derivePortOwner } from './port-owner.ts';
import type { PortOwner } from './port-owner.ts';
import { chooseRow } from './truth-table.ts';
import type { Row } from './truth-table.ts';

/** The one word for the gateway, which row of the truth table said it, what the sentence may mention, since when. */
export function deriveStatus(snapshot: Snapshot, facts: Facts, memory: Memory): GatewayStatus {
  const row = chooseRow(facts);
  const owner = derivePortOwner(snapshot);
  return {
    state: row.state,
    reason: row.reason,
    args: deriveArgs(snapshot, owner, row),
    since: deriveSince(snapshot, memory, owner, row),
  };
}

function deriveArgs(snapshot: Snapshot, owner: PortOwner, row: Row): StateArgs {
  const service = valueOf(snapshot.service);
  const ready = valueOf(snapshot.reach)?.ready;
  const other = deriveOther(owner, row);
  return {
    port: snapshot.port.port,
    pid: other === null ? gatewayPidOf(snapshot, owner) : (service?.pid ?? null),
    otherPid: other,
    otherName: nameOf(snapshot, other),
    label: snapshot.target.label,
    runs: service?.runs ?? null,
    lastExit: describeLastExit(service?.lastExit ?? null),
    failing: ready?.kind === 'json' ? ready.body.failing : [],
    detail: deriveDetail(snapshot, owner, row.reason),
  };
}

/** The process that is in the gateway's way; a gateway that serves without a service is in nobody's. */
function deriveOther(owner: PortOwner, row: Row): number | null {
  if (owner.kind === 'two') return owner.otherPid;
  const isInTheWay = owner.kind === 'ssh' || owner.kind === 'foreign' || row.state === 'conflict';
  return isInTheWay && 'pid' in owner ? owner.pid : null;
}

function nameOf(snapshot: Snapshot, pid: number | null): string | null {
  if (pid === null) return null;
  const process = valueOf(snapshot.processes)?.find((entry) => entry.pid === pid);
  const listener = valueOf(snapshot.listeners)?.find((entry) => entry.pid === pid);
  return process?.name ?? listener?.command ?? null;
}

function deriveDetail(snapshot: Snapshot, owner: PortOwner, reason: StateReason): string | null {
  if (owner.kind === 'service-elsewhere') return String(owner.port);
  const startup = valueOf(snapshot.reach)?.startup;
  if (reason === 'startup-not-finished' && startup?.kind === 'json') return startup.body.pendingReason;
  if (reason === 'cannot-read-service')
    return whyUnknown(snapshot.service) ?? valueOf(snapshot.service)?.rawPhase ?? null;
  const portDetail = whyUnknown(snapshot.reach) ?? (owner.kind === 'unknown' ? owner.detail : null);
  if (reason === 'cannot-read-port') return portDetail;
  if (reason === 'cannot-tell' || reason === 'live-owner-unknown')
    return (
      portDetail ?? whyUnknown(snapshot.service) ?? whyUnknown(snapshot.listeners) ?? whyUnknown(snapshot.processes)
    );
  return null;
}

function whyUnknown<T>(reading: Reading<T>): string | null {
  return reading.status === 'unknown' ? reading.reason.detail : null;
}

/**
 * What runs, holds since its process started; what rests, since it was stopped. Everything else holds since the look
 * that first saw it, when an earlier look had seen something else.
 */
function deriveSince(snapshot: Snapshot, memory: Memory, owner: PortOwner, row: Row): number | null {
  if (memory.activity !== null && row.reason.startsWith('action-')) return memory.activity.startedAt;
  return sinceByState[row.state](snapshot, memory, owner) ?? deriveRemembered(snapshot, memory, row);
}

function deriveRemembered(snapshot: Snapshot, memory: Memory, row: Row): number | null {
  if (memory.state?.name === row.state) return memory.state.since;
  return memory.state === null ? null : snapshot.at;
}

type Since = (snapshot: Snapshot, memory: Memory, owner: PortOwner) => number | null;
const whenStarted: Since = (snapshot, _memory, owner) => startOf(snapshot, gatewayPidOf(snapshot, owner));
const whenStopped: Since = (snapshot, memory) => stoppedAt(snapshot, memory);
const whenSeen: Since = () => null;

const sinceByState: Readonly<Record<GatewayState, Since>> = {
  healthy: whenStarted,
  unmanaged: whenStarted,
  starting: whenStarted,
  stopped: whenStopped,
  disabled: whenStopped,
  stopping: whenSeen,
  degraded: whenSeen,
  unresponsive: whenSeen,
  conflict: whenSeen,
  'crash-looping': whenSeen,
  'not-installed': whenSeen,
  'port-taken': whenSeen,
  remote: whenSeen,
  unknown: whenSeen,
};

function startOf(snapshot: Snapshot, pid: number | null): number | null {
  return valueOf(snapshot.processes)?.find((process) => process.pid === pid)?.startedAt ?? null;
}

/** Our own last stop, the lifecycle log's, or the log's last word when that was a clean stop: the newest. */
function stoppedAt(snapshot: Snapshot, memory: Memory): number | null {
  const lifecycle = valueOf(snapshot.markers)?.lastLifecycle;
  // Clients are turned away until the last moment.
  const lastMark = valueOf(snapshot.log)?.marks.findLast(({ kind }) => markMeanings[kind] !== 'trouble');
  const times = [
    memory.lastAction?.action === 'stop' && memory.lastAction.succeeded ? memory.lastAction.at : null,
    lifecycle?.action === 'stop' && !lifecycle.failed ? lifecycle.at : null,
    lastMark?.kind === 'clean-stop' ? lastMark.at : null,
  ].filter((time) => time !== null);
  return times.length === 0 ? null : Math.max(...times);
}
