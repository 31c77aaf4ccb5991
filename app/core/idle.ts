import { isFailure } from './exit-loop.ts';
import type { Memory } from './model/memory.ts';
import { valueOf } from './model/reading.ts';
import type { ServiceState } from './model/service.ts';
import type { Snapshot } from './model/snapshot.ts';

/** launchd's own default when neither the job nor its definition names one. */
const defaultThrottleSeconds = 10;

/** Why nothing runs, when that is no fault: somebody wanted it so, or somebody is working on it. */
export type IdleCause = 'none' | 'on-purpose' | 'maintenance';

export function deriveIdleCause(snapshot: Snapshot, memory: Memory): IdleCause {
  if (isMaintenanceRunning(snapshot)) return 'maintenance';
  return isStoppedOnPurpose(snapshot, memory) ? 'on-purpose' : 'none';
}

/** npm, an OpenClaw update or doctor is at work now. */
export function isMaintenanceRunning(snapshot: Snapshot): boolean {
  return (valueOf(snapshot.processes) ?? []).some((process) => process.role === 'maintenance');
}

/**
 * The newest known wish of a person is "stop": ours, the official CLI's (lifecycle line, 2026.9), or the official
 * app's switch (`disable-launchagent`). A gateway that ran after a stop has outlived it.
 */
export function isStoppedOnPurpose(snapshot: Snapshot, memory: Memory): boolean {
  const markers = valueOf(snapshot.markers);
  if (markers?.launchAgentDisabled) return true;
  const ours = memory.lastAction?.succeeded ? memory.lastAction : null;
  const theirs = markers?.lastLifecycle?.failed === false ? markers.lastLifecycle : null;
  const newest = (theirs?.at ?? -1) > (ours?.at ?? -1) ? theirs : ours;
  return newest?.action === 'stop' && lastSeenRunningAt(snapshot, memory) <= newest.at + stopTakesMs;
}

/** A stop drains: the gateway may write and answer for up to 30 s more. */
const stopTakesMs = 30_000;

/** The service's own log moves only while it runs; so does a look at a loaded service that answers. */
function lastSeenRunningAt(snapshot: Snapshot, memory: Memory): number {
  const live = memory.samples.findLast((sample) => sample.live && sample.runs !== null)?.at ?? 0;
  return Math.max(live, valueOf(snapshot.log)?.modifiedAt ?? 0);
}

/** Why launchd does not start a loaded job that should be running, and for how long. */
export interface Hold {
  /** launchd said so itself; else it is inferred from the time without a process. */
  readonly stated: boolean;
  readonly idleSeconds: number | null;
}

/**
 * launchd keeps a loaded KeepAlive job from running: it declined to start it ("pended"), throttles it
 * exponentially, or has left it alone for more than three throttle intervals after a failure.
 */
export function deriveHold(snapshot: Snapshot, memory: Memory): Hold | null {
  const service = valueOf(snapshot.service);
  const waits = service?.phase === 'stopped' || service?.phase === 'waiting';
  if (service?.manager !== 'launchd' || !service.loaded || service.pid !== null || !waits) return null;
  const idleSeconds = deriveIdleSeconds(snapshot, memory, service);
  if (service.pended !== null || service.heldBack === 'exponential-throttling') return { stated: true, idleSeconds };
  const definition = valueOf(snapshot.definition);
  const throttle = service.throttleSeconds ?? definition?.throttleSeconds ?? defaultThrottleSeconds;
  const shouldRun = definition?.keepAlive === true && (service.runs ?? 0) >= 1 && isFailure(service.lastExit);
  const parked = shouldRun && idleSeconds !== null && idleSeconds > 3 * throttle;
  return parked ? { stated: false, idleSeconds } : null;
}

/**
 * Since the first of the latest looks without a process. A job at rest may also be measured by its log's last line;
 * one that waits may not: a killed gateway writes nothing, and it may have been silent for hours before.
 */
function deriveIdleSeconds(snapshot: Snapshot, memory: Memory, service: ServiceState): number | null {
  const lastOther = memory.samples.findLastIndex((sample) => sample.pid !== null || sample.runs !== service.runs);
  const idleFrom = memory.samples[lastOther + 1]?.at ?? snapshot.at;
  const loggedAt = service.phase === 'stopped' ? (valueOf(snapshot.log)?.modifiedAt ?? snapshot.at) : snapshot.at;
  const idleMs = snapshot.at - Math.min(idleFrom, loggedAt);
  return idleMs > 0 ? Math.round(idleMs / 1000) : null;
}

/** launchd cannot execute the program at all: the node of its definition is gone, or it sits in the penalty box. */
export function cannotSpawn(snapshot: Snapshot): boolean {
  const service = valueOf(snapshot.service);
  return service?.heldBack === 'penalty-box' || valueOf(snapshot.definition)?.nodeExists === false;
}
