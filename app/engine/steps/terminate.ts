import type { ProcessIdentity } from '../../core/model/action.ts';
import { redactCommandLine } from '../../core/redact.ts';
import { processGoneMs } from '../../core/actions/time-limits.ts';
import { sleep } from '../../ports/clock.ts';
import type { RawProcess } from '../../ports/processes.ts';
import { already, done, failed, type PerformStep, type StepOutcome, timedOut } from './step.ts';

const lookAgainMs = 200;
/** ps computes start times from the boot time, which is rounded anew at each call (Linux). */
const startSlackMs = 1_000;

/**
 * SIGTERM to exactly the process that the person was shown: pid, start time, owner and command line are read again
 * just before. Never SIGKILL: what does not end in time is reported.
 */
export const performTerminate: PerformStep<'terminate-process'> = async ({ process }, { ports }) => {
  const { clock, processes } = ports;
  const { pid } = process;
  const found = await identifyNow(pid, () => processes.identify(pid));
  if (found.kind === 'failed') return failed(found.detail);
  if (found.process === null) return already(`pid ${pid} is gone`);
  if (!isSame(found.process, process)) return changed(pid);
  if (!processes.terminate(pid)) return already(`pid ${pid} is gone`);
  const until = clock.now() + processGoneMs;
  while (processes.isAlive(pid)) {
    if (clock.now() >= until) return timedOut(`pid ${pid} still runs ${processGoneMs / 1000} s after SIGTERM`);
    await sleep(clock, lookAgainMs);
  }
  return done;
};

type Found =
  | { readonly kind: 'found'; readonly process: RawProcess | null }
  | { readonly kind: 'failed'; readonly detail: string };

async function identifyNow(pid: number, identify: () => Promise<RawProcess | null>): Promise<Found> {
  try {
    return { kind: 'found', process: await identify() };
  } catch (error) {
    return { kind: 'failed', detail: redactCommandLine(`pid ${pid}: ${String(error)}`) };
  }
}

function isSame(now: RawProcess, meant: ProcessIdentity): boolean {
  if (now.startedAt === null || Math.abs(now.startedAt - meant.startedAt) > startSlackMs) return false;
  return now.uid === meant.uid && redactCommandLine(now.commandLine) === meant.commandLine;
}

function changed(pid: number): StepOutcome {
  return { ...failed(`pid ${pid} is another process now`), changedMeanwhile: true };
}
