import { describeJob, judgeGoal } from '../../core/actions/goal.ts';
import { isLive } from '../../core/actions/port-holder.ts';
import type { WaitCondition } from '../../core/model/action.ts';
import { valueOf } from '../../core/model/reading.ts';
import type { ServiceState } from '../../core/model/service.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { sleep } from '../../ports/clock.ts';
import { done, failed, type StepContext, type StepOutcome, timedOut } from './step.ts';

const lookAgainMs = 1_000;
/** Every so many quick looks everything is read, whether or not it answers. */
const fullEvery = 5;
/** Spawns beyond the one that was asked for that are no accident any more. */
const spawnsOfALoop = 2;
/**
 * The probes of one look read side by side: the manager may already name the new process while lsof still saw the old
 * one on the port. What is truly hopeless is so a second later as well.
 */
const looksToGiveUp = 3;
/** Without a process for longer than launchd's pause between two spawns, nothing is in progress. */
const idleMs = 15_000;

type Serving = Extract<WaitCondition, { kind: 'gateway-serves' }>;

/** What is remembered while a gateway starts. */
interface Progress {
  readonly firstRuns: number | null;
  /** Epoch ms of the last look that saw a process. */
  readonly processSeenAt: number;
}

/**
 * Until the new gateway answers. A slow start is waited for as long as its process lives; one that ends again and
 * again is not, and running out of time with a living process is "still starting", which is no failure.
 */
export async function waitUntilServing(condition: Serving, context: StepContext, until: number): Promise<StepOutcome> {
  const { clock } = context.ports;
  const question = { goal: 'serving', notPid: condition.notPid, startedAt: context.startedAt } as const;
  let progress: Progress = { firstRuns: null, processSeenAt: clock.now() };
  let hopelessLooks = 0;
  for (let round = 1; ; round += 1) {
    const quick = await context.look('quick');
    const needsAll = isLive(quick) || round % fullEvery === 0;
    const snapshot = needsAll ? await context.look('full') : quick;
    const verdict = judgeGoal(question, snapshot);
    if (verdict.kind === 'reached') return done;
    hopelessLooks = verdict.hopeless ? hopelessLooks + 1 : 0;
    if (hopelessLooks >= looksToGiveUp && needsAll) return failed(verdict.detail);
    progress = proceed(progress, snapshot, condition.notPid);
    const complaint = findStandstill(progress, snapshot);
    if (complaint !== null) return failed(complaint);
    if (clock.now() >= until) return timedOut(verdict.detail);
    await sleep(clock, lookAgainMs);
  }
}

function proceed(progress: Progress, snapshot: Snapshot, notPid: number | null): Progress {
  const service = valueOf(snapshot.service);
  if (service === undefined || service.pid === null || service.pid === notPid) return progress;
  return { firstRuns: progress.firstRuns ?? service.runs, processSeenAt: snapshot.at };
}

function findStandstill({ firstRuns, processSeenAt }: Progress, snapshot: Snapshot): string | null {
  const service = valueOf(snapshot.service);
  if (service === undefined) return null;
  const spawns = firstRuns === null || service.runs === null ? 0 : service.runs - firstRuns;
  if (spawns >= spawnsOfALoop) return `it ended ${spawns} times (${describeJob(service)})`;
  const patienceMs = idleMs + throttleMs(service);
  const idle = service.pid === null && snapshot.at - processSeenAt > patienceMs;
  return idle ? `no process for ${Math.round((snapshot.at - processSeenAt) / 1000)} s (${describeJob(service)})` : null;
}

function throttleMs(service: ServiceState): number {
  return (service.throttleSeconds ?? 0) * 1_000;
}
