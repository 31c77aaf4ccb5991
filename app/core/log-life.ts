import type { LogMark, LogMarkKind } from './model/log.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';

/**
 * What a mark tells of the gateway's life. `life`: it goes its way. `fatal`: it can end, or prevent, a start.
 * `trouble`: something fails, or is done, while it runs; it explains no end of it.
 */
export const markMeanings: Readonly<Record<LogMarkKind, 'life' | 'fatal' | 'trouble'>> = {
  starting: 'life',
  listening: 'life',
  ready: 'life',
  'clean-stop': 'life',
  'already-running': 'fatal',
  'port-in-use': 'fatal',
  parked: 'fatal',
  'config-invalid': 'fatal',
  'config-syntax': 'fatal',
  'mode-missing': 'fatal',
  'module-missing': 'fatal',
  'node-missing': 'fatal',
  'node-unsupported': 'fatal',
  'older-binary': 'fatal',
  'newer-database': 'fatal',
  'no-space': 'fatal',
  'breaker-tripped': 'fatal',
  'restart-storm': 'fatal',
  'token-missing': 'fatal',
  'bind-refused': 'fatal',
  'plugin-broken': 'fatal',
  'database-corrupt': 'fatal',
  'mdns-crash': 'fatal',
  'mdns-conflict': 'trouble',
  'memory-pressure': 'trouble',
  'log-capped': 'trouble',
  'privacy-denied': 'trouble',
  'protocol-mismatch': 'trouble',
  'telegram-conflict': 'trouble',
  'timing-gap': 'trouble',
  'network-down': 'trouble',
  'no-way-out': 'trouble',
  'token-mismatch': 'trouble',
  'token-absent': 'trouble',
  'device-token-mismatch': 'trouble',
  'auth-rate-limited': 'trouble',
  'device-signature': 'trouble',
  'pairing-required': 'trouble',
  'origin-not-allowed': 'trouble',
  'reload-applied': 'trouble',
  'reload-needs-restart': 'trouble',
  'reload-skipped': 'trouble',
  'config-restored': 'trouble',
  'config-anomaly': 'trouble',
  'secret-unresolved': 'trouble',
  'model-unknown': 'trouble',
  'model-not-allowed': 'trouble',
  'no-api-key': 'trouble',
  'endpoint-off': 'trouble',
  'provider-401': 'trouble',
  'provider-404': 'trouble',
  'provider-429': 'trouble',
  'context-overflow': 'trouble',
  'empty-answer': 'trouble',
  'models-scan': 'trouble',
};

/** Start times of processes are whole seconds. */
const clockSlackMs = 2_000;
/** Between the two lines by which a 2026.9 gateway begins, on a slow machine. */
const startLinesWithinMs = 60_000;

/**
 * What the service's log says since the service began for the last time: what stands before explains an older process.
 * 2026.9 writes its start; before it, what the last process said after it was up, and what came after a stop.
 */
export function marksSinceStart(snapshot: Snapshot): readonly LogMark[] {
  const marks = valueOf(snapshot.log)?.marks ?? [];
  const startedAt = startOfService(snapshot);
  const first = firstOfStart(marks);
  if (startedAt !== null) return marks.slice(Math.max(first ?? 0, firstOfProcess(marks, startedAt)));
  return marks.slice(first ?? firstAfterLife(marks));
}

/** The line by which a 2026.9 gateway begins; `null`: an older one, or it stands before the tail that was read. */
function firstOfStart(marks: readonly LogMark[]): number | null {
  const started = marks.findLastIndex((mark) => mark.kind === 'starting');
  if (started === -1) return null;
  const before = marks.slice(0, started).findLastIndex((mark) => mark.kind === 'starting');
  const [first, second] = [marks[before], marks[started]];
  const isSameStart = first !== undefined && /loading configuration/.test(first.line) && isWithin(first, second);
  return isSameStart ? before : started;
}

/** Of an older gateway that does not run: what came after it last said that it was up, or went. */
function firstAfterLife(marks: readonly LogMark[]): number {
  return marks.findLastIndex((mark) => markMeanings[mark.kind] === 'life') + 1;
}

function isWithin(first: LogMark, second: LogMark | undefined): boolean {
  if (first.at === null || second === undefined || second.at === null) return false;
  return second.line.includes('starting...') && second.at - first.at < startLinesWithinMs;
}

/** Behind the last mark that is older than the process. */
function firstOfProcess(marks: readonly LogMark[], startedAt: number): number {
  return marks.findLastIndex((mark) => mark.at !== null && mark.at < startedAt - clockSlackMs) + 1;
}

function startOfService(snapshot: Snapshot): number | null {
  const pid = valueOf(snapshot.service)?.pid ?? null;
  return valueOf(snapshot.processes)?.find((process) => process.pid === pid)?.startedAt ?? null;
}

/** Of one kind, since the last start, and within so long before the look; lines without a time count as recent. */
export function recentMarks(snapshot: Snapshot, kind: LogMarkKind, withinMs = Number.POSITIVE_INFINITY) {
  return marksSinceStart(snapshot).filter(
    (mark) => mark.kind === kind && (mark.at === null || snapshot.at - mark.at <= withinMs),
  );
}
