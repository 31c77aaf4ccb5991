import { startTakesAtMostMs } from './facts.ts';
import { wakePatienceMs } from './just-awake.ts';
import type { Finding } from './model/finding.ts';
import type { LifecycleEntry } from './model/log.ts';
import { valueOf } from './model/reading.ts';
import type { RepairContext } from './repairs/repair.ts';

/** Two unanswered questions so far apart: not one long breath. */
const silentForMs = 30_000;
/** A gateway that answered a moment ago is busy before it is dead. */
const busyAtMostMs = 120_000;
/** The service has been gone for so long: who took it away to bring it back has had the time. */
const goneForMs = 60_000;
/** A stop and its traces in log and notebook. */
const changeTakesMs = 60_000;

/**
 * A loaded job's own process holds the port, is no longer young, left `/healthz` unanswered twice and writes nothing
 * into its log meanwhile.
 */
export function isProvablyHung({ snapshot, status, facts, owner, memory }: RepairContext): boolean {
  if (status.reason !== 'not-answering' || facts.job !== 'running' || owner.kind !== 'service') return false;
  if (facts.answer !== 'silent' || facts.warmUp !== 'over') return false;
  const { servicePid } = owner;
  const startedAt = valueOf(snapshot.processes)?.find(({ pid }) => pid === servicePid)?.startedAt ?? null;
  const log = valueOf(snapshot.log);
  if (startedAt === null || log === undefined || snapshot.at - startedAt < startTakesAtMostMs) return false;
  const lastLiveAt = memory.samples.findLast(({ live }) => live)?.at ?? startedAt;
  if (snapshot.at - lastLiveAt < busyAtMostMs) return false;
  // After a wake nothing counts as silence for a while.
  const countsFrom = Math.max(lastLiveAt, startedAt, (memory.wokeAt ?? -wakePatienceMs) + wakePatienceMs);
  const silent = memory.slowAt.filter((moment) => moment > countsFrom);
  const [first, last] = [silent[0], silent.at(-1)];
  if (first === undefined || last === undefined || last - first < silentForMs) return false;
  return log.modifiedAt < first;
}

/** The job was there when we looked, is gone, and nothing tells of anybody who took it away. */
export function isVanished({ snapshot, facts, owner, memory }: RepairContext, finding: Finding): boolean {
  if (facts.job !== 'not-loaded' || facts.enabled !== 'yes' || owner.kind !== 'none') return false;
  if (valueOf(snapshot.listeners) === undefined) return false;
  const goneSince = memory.firstSeen[finding.id] ?? snapshot.at;
  const seenAt = memory.samples.findLast(({ runs }) => runs !== null)?.at;
  if (seenAt === undefined || snapshot.at - goneSince < goneForMs) return false;
  const from = seenAt - changeTakesMs;
  if ((memory.lastAction?.at ?? 0) >= from) return false;
  const markers = valueOf(snapshot.markers);
  const log = valueOf(snapshot.log);
  if (markers === undefined || log === undefined) return false;
  const change = markers.lastLifecycle !== null && markers.lastLifecycle.at >= from ? markers.lastLifecycle : null;
  const wasStopped = log.marks.some(({ kind, at }) => kind === 'clean-stop' && (at === null || at >= from));
  return change === null ? !wasStopped : isLostRestart(change);
}

/** Who asks for a restart wants it to run: the official command failed to bring it back. */
function isLostRestart({ action }: LifecycleEntry): boolean {
  return action === 'restart';
}
