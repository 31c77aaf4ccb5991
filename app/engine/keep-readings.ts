import { isLive } from '../core/actions/port-holder.ts';
import type { Credentials, EnvironmentPlace } from '../core/model/credentials.ts';
import type { Reading } from '../core/model/reading.ts';
import { known, valueOf } from '../core/model/reading.ts';
import type { Listener, ProcessEntry } from '../core/model/process.ts';
import type { Reach } from '../core/model/reach.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Processes } from '../ports/processes.ts';

/**
 * Listeners of the look before, with their own older `readAt`, or `null` when they must be read anew. They are the
 * same as long as their processes live and the gateway that answers has not begun anew; lsof need not say it again
 * every minute.
 */
export function keepListeners(
  previous: Snapshot,
  reach: Reading<Reach>,
  processes: Processes,
): Reading<readonly Listener[]> | null {
  const { listeners } = previous;
  if (listeners.status !== 'known' || listeners.value.length === 0) return null;
  const now = valueOf(reach);
  const before = valueOf(previous.reach);
  if (now === undefined || before === undefined || now.port !== before.port) return null;
  if (!isLive({ ...previous, reach }) || !isLive(previous)) return null;
  const uptimeMs = uptimeOf(now);
  const uptimeBeforeMs = uptimeOf(before);
  if (uptimeMs === null || uptimeBeforeMs === null || uptimeMs < uptimeBeforeMs) return null;
  return listeners.value.every((listener) => processes.isAlive(listener.pid)) ? listeners : null;
}

/** Without those whose process is gone: signal 0 tells that at once, for all others the older reading stands. */
export function dropDeadListeners(
  listeners: Reading<readonly Listener[]>,
  processes: Processes,
): Reading<readonly Listener[]> {
  if (listeners.status !== 'known') return listeners;
  const alive = listeners.value.filter((listener) => processes.isAlive(listener.pid));
  return known(alive, listeners.readAt);
}

/** The same for the processes that mean something to the gateway; the rest of the machine is not asked about. */
export function dropDeadProcesses(
  reading: Reading<readonly ProcessEntry[]>,
  processes: Processes,
): Reading<readonly ProcessEntry[]> {
  if (reading.status !== 'known') return reading;
  const alive = reading.value.filter((each) => each.role === 'other' || processes.isAlive(each.pid));
  return known(alive, reading.readAt);
}

/** A quick look does not ask what the login session hands to its programs: what it was at the last full look stands. */
export function keepLoginSession(now: Reading<Credentials>, previous: Reading<Credentials>): Reading<Credentials> {
  const before = valueOf(previous)?.places.find(isSession);
  if (now.status !== 'known' || before === undefined || now.value.places.some(isSession)) return now;
  return known({ places: [...now.value.places, before] }, now.readAt);
}

function isSession({ kind }: EnvironmentPlace): boolean {
  return kind === 'login-session';
}

function uptimeOf({ ready, startup }: Reach): number | null {
  const fromReady = ready.kind === 'json' ? ready.body.uptimeMs : null;
  return fromReady ?? (startup.kind === 'json' ? startup.body.uptimeMs : null);
}
