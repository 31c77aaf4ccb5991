import { processGoneMs } from '../../core/actions/time-limits.ts';
import { sleep } from '../../ports/clock.ts';
import { findOtherProcess } from './identity.ts';
import { already, done, type PerformStep, type StepContext, type StepOutcome, timedOut } from './step.ts';

const lookAgainMs = 200;
/** The system ends it at once, but for one that hangs in a disk or network call. */
const killedGoneMs = 10_000;

/**
 * SIGTERM to exactly the process that the person was shown, proven again just before. Never SIGKILL: what does not
 * end in time is reported.
 */
export const performTerminate: PerformStep<'terminate-process'> = async ({ process }, { ports }) => {
  const other = await findOtherProcess(process, ports.processes);
  if (other !== null) return other;
  if (!ports.processes.terminate(process.pid)) return already(`pid ${process.pid} is gone`);
  return waitUntilDead(process.pid, ports, { signal: 'SIGTERM', limitMs: processGoneMs });
};

/** SIGKILL under the same proof; the plan that holds it asked its own question. */
export const performKill: PerformStep<'kill-process'> = async ({ process }, { ports }) => {
  const other = await findOtherProcess(process, ports.processes);
  if (other !== null) return other;
  if (!ports.processes.kill(process.pid)) return already(`pid ${process.pid} is gone`);
  return waitUntilDead(process.pid, ports, { signal: 'SIGKILL', limitMs: killedGoneMs });
};

async function waitUntilDead(
  pid: number,
  { clock, processes }: StepContext['ports'],
  { signal, limitMs }: { readonly signal: string; readonly limitMs: number },
): Promise<StepOutcome> {
  const until = clock.now() + limitMs;
  while (processes.isAlive(pid)) {
    if (clock.now() >= until) return timedOut(`pid ${pid} still runs ${limitMs / 1000} s after ${signal}`);
    await sleep(clock, lookAgainMs);
  }
  return done;
}
