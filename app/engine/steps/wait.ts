import type { WaitCondition } from '../../core/model/action.ts';
import type { Reading } from '../../core/model/reading.ts';
import { valueOf } from '../../core/model/reading.ts';
import type { ServiceState } from '../../core/model/service.ts';
import { sleep } from '../../ports/clock.ts';
import { done, type PerformStep, type StepContext, type StepOutcome, timedOut } from './step.ts';
import { waitUntilServing } from './wait-serving.ts';

export const performWait: PerformStep<'wait-until'> = ({ condition, timeoutMs }, context) =>
  waitFor(condition, context, context.ports.clock.now() + timeoutMs);

function waitFor(condition: WaitCondition, context: StepContext, until: number): Promise<StepOutcome> {
  if (condition.kind === 'service-gone') return waitUntilGone(condition, context, until);
  if (condition.kind === 'port-free') return waitUntilFree(condition.port, context, until);
  return waitUntilServing(condition, context, until);
}

type ServiceGone = Extract<WaitCondition, { readonly kind: 'service-gone' }>;

const lookAgainMs = 250;

/** The manager has forgotten it (launchctl print: 113) and its process is gone; a drain may take the whole time. */
async function waitUntilGone(condition: ServiceGone, context: StepContext, until: number): Promise<StepOutcome> {
  const { clock, processes } = context.ports;
  const { pid, serviceTarget } = condition;
  for (;;) {
    const reading = await context.readService(serviceTarget);
    const left = remains(reading, pid !== null && processes.isAlive(pid) ? pid : null);
    if (left === null) return done;
    if (clock.now() >= until) return timedOut(left);
    await sleep(clock, lookAgainMs);
  }
}

/** What is still there of a job; `null`: nothing. A reading that failed proves nothing. */
function remains(reading: Reading<ServiceState>, alivePid: number | null): string | null {
  if (reading.status === 'unknown') return reading.reason.detail;
  if (alivePid !== null) return `pid ${alivePid} still runs`;
  const service = valueOf(reading);
  if (service === undefined || !service.loaded) return null;
  if (service.manager === 'systemd' && service.phase === 'stopped' && service.pid === null) return null;
  return `the service manager still lists it: ${service.rawPhase ?? service.phase}`;
}

async function waitUntilFree(port: number, context: StepContext, until: number): Promise<StepOutcome> {
  const { clock, http } = context.ports;
  const host = valueOf(context.basis.reach)?.host ?? '127.0.0.1';
  for (;;) {
    const answer = await http.connect(host, port, 1_000);
    if (answer === 'refused') return done;
    if (clock.now() >= until) return timedOut(`${host}:${port} is not free: ${answer}`);
    await sleep(clock, lookAgainMs);
  }
}
