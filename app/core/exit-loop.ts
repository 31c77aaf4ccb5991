import type { Memory, Sample } from './model/memory.ts';
import { valueOf } from './model/reading.ts';
import type { LogMarkKind } from './model/log.ts';
import type { LastExit, ServiceState } from './model/service.ts';
import type { Snapshot } from './model/snapshot.ts';

const windowMs = 120_000;
const oneLookWindowMs = 180_000;
/** A process that has been up for so long is through; launchd's own patience is 10 s. */
const settledAfterMs = 60_000;
/** launchd starts late and more than once in the first minute after a wake. */
const wakePatienceMs = 60_000;

/**
 * The service manager starts the gateway again and again. With memory: three more spawns, or two changes of pid,
 * within two minutes. In a single look: launchd waits to start it again (which means that it ran for less than the
 * throttle interval), has done so three times and the last exit was a failure; or the log shows three starts or
 * fatal errors in three minutes; or what it was started with for the third time is still a broken configuration. What
 * a person asked for starts the count anew.
 */
export function deriveExitLoop(snapshot: Snapshot, memory: Memory): 'watched' | 'inferred' | null {
  const service = valueOf(snapshot.service);
  if (!service?.loaded || isSettled(snapshot, memory, service)) return null;
  const countsFrom = Math.max(memory.lastAction?.at ?? 0, (memory.wokeAt ?? -wakePatienceMs) + wakePatienceMs);
  if (risesInMemory(snapshot, memory, service, countsFrom)) return 'watched';
  return showsInOneLook(snapshot, service, countsFrom) ? 'inferred' : null;
}

function isSettled(snapshot: Snapshot, memory: Memory, service: ServiceState): boolean {
  const { pid } = service;
  if (pid === null) return false;
  const startedAt = valueOf(snapshot.processes)?.find((process) => process.pid === pid)?.startedAt;
  const seenAt = memory.samples.find((sample) => sample.pid === pid)?.at;
  const upSince = startedAt ?? seenAt ?? snapshot.at;
  return snapshot.at - upSince >= settledAfterMs;
}

function risesInMemory(snapshot: Snapshot, memory: Memory, service: ServiceState, countsFrom: number): boolean {
  const from = Math.max(countsFrom, snapshot.at - windowMs);
  const now: Sample = { at: snapshot.at, runs: service.runs, pid: service.pid, live: false };
  const samples = [...memory.samples.filter((sample) => sample.at >= from), now];
  return countSpawns(samples) >= 3 || countPidChanges(samples) >= 2;
}

/** Sums only what rises: the count starts at 1 again when a job is loaded anew. */
function countSpawns(samples: readonly Sample[]): number {
  const runs = samples.flatMap((sample) => (sample.runs === null ? [] : [sample.runs]));
  return runs.reduce((sum, count, index) => sum + Math.max(0, count - (runs[index - 1] ?? count)), 0);
}

function countPidChanges(samples: readonly Sample[]): number {
  const pids = samples.flatMap((sample) => (sample.pid === null ? [] : [sample.pid]));
  return pids.filter((pid, index) => index > 0 && pid !== pids[index - 1]).length;
}

function showsInOneLook(snapshot: Snapshot, service: ServiceState, countsFrom: number): boolean {
  if (countsFrom > snapshot.at - settledAfterMs || !isFailure(service.lastExit)) return false;
  // systemd waits RestartSec after every exit, also the first in weeks: there only the log can tell.
  const isThirdRun = (service.runs ?? 0) >= 3;
  const throttled = service.manager === 'launchd' && service.phase === 'waiting' && isThirdRun;
  if (throttled || (isThirdRun && isDoomed(snapshot))) return true;
  return countStartsInLog(snapshot, Math.max(countsFrom, snapshot.at - oneLookWindowMs)) >= 3;
}

/**
 * It will fail again: it does not listen, and the configuration is no JSON5. 2026.3 lives longer on that than its
 * throttle of 1 s, so that launchd never waits, and its lines about it have no time (measured, 2026.3.13).
 */
function isDoomed(snapshot: Snapshot): boolean {
  const isBroken = valueOf(snapshot.config)?.content.kind === 'broken';
  return isBroken && valueOf(snapshot.reach)?.tcp === 'refused';
}

/** Lines that a process writes once in its life: a retried bind or lock is not another start. */
const oncePerProcess: readonly LogMarkKind[] = [
  'starting',
  'config-invalid',
  'config-syntax',
  'mode-missing',
  'module-missing',
  'node-missing',
  'node-unsupported',
  'older-binary',
  'newer-database',
  'no-space',
  'token-missing',
  'bind-refused',
];

function countStartsInLog(snapshot: Snapshot, from: number): number {
  const marks = (valueOf(snapshot.log)?.marks ?? []).filter((mark) => mark.at !== null && mark.at >= from);
  return Math.max(...oncePerProcess.map((kind) => marks.filter((mark) => mark.kind === kind).length));
}

/** 143 and SIGTERM are how a gateway is asked to go. */
export function isFailure(exit: LastExit | null): boolean {
  if (exit === null || exit.kind === 'never') return false;
  if (exit.kind === 'code') return exit.code !== 0 && exit.code !== 143;
  return exit.kind === 'reason' || exit.signal !== 15;
}
