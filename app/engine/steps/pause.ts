import { deriveDeviceFacts } from '../../core/device-state.ts';
import { isLive } from '../../core/actions/port-holder.ts';
import { isMaintenanceRunning } from '../../core/idle.ts';
import { valueOf } from '../../core/model/reading.ts';
import type { WaitReason } from '../../core/model/repair.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { sleep } from '../../ports/clock.ts';
import { done, type PerformStep, type StepOutcome, timedOut } from './step.ts';

const lookAgainMs = 5_000;

/** What ends a wait early; `null`: only time does. */
const ends: Readonly<Record<WaitReason, ((snapshot: Snapshot) => boolean) | null>> = {
  settled: null,
  'breaker-window-over': null,
  'request-over': (snapshot) => deriveDeviceFacts(snapshot)?.trap === null,
  'gateway-ready': isReady,
  'maintenance-over': (snapshot) => snapshot.processes.status === 'known' && !isMaintenanceRunning(snapshot),
};

/** Waits, with a look now and then where something can be seen to have ended. */
export const performPause: PerformStep<'wait'> = async ({ waitMs, until }, context): Promise<StepOutcome> => {
  const { clock } = context.ports;
  const endsAt = clock.now() + waitMs;
  const hasEnded = ends[until];
  if (hasEnded === null) {
    await sleep(clock, waitMs);
    return done;
  }
  for (;;) {
    if (hasEnded(await context.look('full'))) return done;
    const leftMs = endsAt - clock.now();
    if (leftMs <= 0) return timedOut(`not so within ${Math.round(waitMs / 1000)} s`);
    await sleep(clock, Math.min(lookAgainMs, leftMs));
  }
};

function isReady(snapshot: Snapshot): boolean {
  const ready = valueOf(snapshot.reach)?.ready;
  if (ready?.kind === 'json') return isLive(snapshot) && ready.body.ready;
  return isLive(snapshot);
}
