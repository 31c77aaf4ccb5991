import type { FindingArgsByCode } from '../model/finding.ts';
import type { GatewayLock } from '../model/markers.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import { findLastWord, logEvidence } from './last-word.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** So long a gateway that begins or ends may be behind its lock. */
const youngMs = 90_000;
const complainedWithinMs = 15 * 60_000;
/** Process start times are whole seconds. */
const clockSlackMs = 2_000;

/**
 * A gateway does not start because of the lock of one that is dead: it says so itself, and the lock's process is gone
 * or another program by now. A lock that nobody complains of is harmless. `likely`: the process may live in a
 * container that shares the folder.
 */
export const lockStale: Rule<'lock-stale'> = {
  code: 'lock-stale',
  graceMs: 10_000,
  causes: ['port-stray'],
  find(snapshot, context) {
    const lock = valueOf(snapshot.markers)?.lock ?? null;
    if (lock === null || isServing(context) || context.owner.kind !== 'none') return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const holder = findHolder(snapshot, lock);
    const word = findLastWord(snapshot, 'already-running');
    if (holder === null || word === null || !isAbout(word.line, lock)) return [];
    if (word.at !== null && snapshot.at - word.at > complainedWithinMs) return [];
    return [
      makeFinding('lock-stale', lock.path, {
        severity: severityOfFault(context),
        certainty: 'likely',
        args: { path: lock.path, pid: lock.pid, holder },
        evidence: [
          { command: `cat ${quote(lock.path)}`, line: `"pid": ${lock.pid}` },
          { command: `ps -p ${lock.pid}`, line: holder === 'gone' ? '(nothing)' : nameOf(snapshot, lock.pid) },
          ...logEvidence(snapshot, word.line),
        ],
      }),
    ];
  },
};

/** `null`: it is young, lives, or may live. */
function findHolder(snapshot: Snapshot, lock: GatewayLock): FindingArgsByCode['lock-stale']['holder'] | null {
  const processes = valueOf(snapshot.processes);
  if (processes === undefined || lock.createdAt === null || snapshot.at - lock.createdAt < youngMs) return null;
  const process = processes.find(({ pid }) => pid === lock.pid);
  if (process === undefined) return 'gone';
  const isGateway = process.role === 'gateway' || process.role === 'gateway-title';
  const isReused = process.startedAt !== null && process.startedAt > lock.createdAt + clockSlackMs;
  return isReused && !isGateway ? 'other-program' : null;
}

/** "gateway already running (pid 4711); lock timeout after 5000ms": one of another pid is another story. */
function isAbout(line: string, { pid }: GatewayLock): boolean {
  const named = /\bpid[ =](\d+)/.exec(line)?.[1];
  return named === undefined ? /lock/i.test(line) : Number(named) === pid;
}

function nameOf(snapshot: Snapshot, pid: number): string {
  return `${pid} ${valueOf(snapshot.processes)?.find((each) => each.pid === pid)?.name ?? ''}`;
}
