import type { Reading } from '../core/model/reading.ts';
import { unknown } from '../core/model/reading.ts';
import { redactText } from '../core/redact.ts';
import { sleep } from '../ports/clock.ts';
import type { Probe, ProbeContext } from '../probes/probe.ts';

/**
 * One probe with its own deadline. A throw and a hang become `unknown`, so that no probe can take another one's
 * reading with it; the deadline also aborts what the probe started.
 */
export async function runProbe<Value, Needs>(
  probe: Probe<Value, Needs>,
  context: Omit<ProbeContext, 'signal'>,
  needs: Needs,
): Promise<Reading<Value>> {
  const { clock } = context.ports;
  const finished = new AbortController();
  const overdue = new AbortController();
  try {
    return await Promise.race([
      probe.read({ ...context, signal: overdue.signal }, needs),
      sleep(clock, probe.deadlineMs, finished.signal).then(() => {
        if (!finished.signal.aborted) overdue.abort();
        return unknown('timed-out', `${probe.name}: no answer within ${probe.deadlineMs} ms`, clock.now());
      }),
    ]);
  } catch (error) {
    return unknown('probe-crashed', redactText(`${probe.name}: ${String(error)}`), clock.now());
  } finally {
    finished.abort();
  }
}
