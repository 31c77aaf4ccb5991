import { valueOf } from '../../core/model/reading.ts';
import type { Reading } from '../../core/model/reading.ts';
import type { ServiceState } from '../../core/model/service.ts';
import { classifyLaunchctlFailure, type LaunchctlFailureKind } from '../../core/parse/launchctl-error.ts';
import { sleep } from '../../ports/clock.ts';
import { type CommandOutcome, runCommand } from './run-command.ts';
import { serviceRequests } from './service-requests.ts';
import { already, done, failed, type ServiceSteps, type StepContext, type StepOf, type StepOutcome } from './step.ts';

const requests = serviceRequests.darwin;

/** launchd through launchctl. An exit code of 0 is "accepted", never "happened": the goal is read again afterwards. */
export const launchdSteps: ServiceSteps = {
  'enable-service': async (step, context) => judge(await runCommand(context, requests[step.kind](step)), {}),
  'disable-service': async (step, context) => judge(await runCommand(context, requests[step.kind](step)), {}),
  'load-service': performLoad,
  'start-loaded-service': async (step, context) =>
    judge(await runCommand(context, requests[step.kind](step)), { 'in-progress': already }),
  'restart-loaded-service': async (step, context) =>
    judge(await runCommand(context, requests[step.kind](step)), { 'in-progress': already }),
  'unload-service': async (step, context) =>
    judge(await runCommand(context, requests[step.kind](step)), { 'in-progress': already, 'not-loaded': already }),
};

type Reaction = (detail: string) => StepOutcome;

function judge(
  command: CommandOutcome,
  reactions: Readonly<Partial<Record<LaunchctlFailureKind, Reaction>>>,
): StepOutcome {
  if (command.ok) return done;
  const kind = failureKind(command);
  const react = kind === null ? undefined : reactions[kind];
  return (react ?? failed)(command.detail);
}

function failureKind(command: CommandOutcome): LaunchctlFailureKind | null {
  if (command.ok || command.result.kind !== 'exited') return null;
  return classifyLaunchctlFailure(command.result).kind;
}

/** After a bootout launchd answers a bootstrap with 5 or 37 until the old process is gone: ExitTimeOut and a bit. */
const teardownMs = 30_000;
/** Error 5 has many other causes that waiting does not cure; this is for a bootout that somebody else just made. */
const unseenTeardownMs = 3_000;
const retryMs = 500;

async function performLoad(step: StepOf<'load-service'>, context: StepContext): Promise<StepOutcome> {
  const { clock } = context.ports;
  const beganAt = clock.now();
  const isOwn = step.serviceTarget === context.basis.target.serviceTarget;
  let isDying = isOwn && valueOf(context.basis.service)?.phase === 'stopping';
  for (;;) {
    const command = await runCommand(context, requests[step.kind](step));
    if (command.ok) return done;
    const kind = failureKind(command);
    if (kind === 'already') return already(command.detail);
    if (kind !== 'io-error' && kind !== 'in-progress') return failed(command.detail);
    const reading = await context.readService(step.serviceTarget);
    if (isLoadedAndStays(reading)) return already(command.detail);
    if (valueOf(reading)?.enabled === false) return failed(command.detail);
    isDying ||= valueOf(reading)?.phase === 'stopping';
    const limitMs = isDying ? teardownMs : unseenTeardownMs;
    if (clock.now() - beganAt + retryMs > limitMs) return failed(command.detail);
    await waitForTeardown(step, context, beganAt + limitMs);
  }
}

function isLoadedAndStays(reading: Reading<ServiceState>): boolean {
  const service = valueOf(reading);
  return service !== undefined && service.loaded && service.phase !== 'stopping';
}

/** Until print says 113 and the pid is gone, but at least one pause: launchd needs a moment more than it shows. */
async function waitForTeardown(
  { serviceTarget }: StepOf<'load-service'>,
  context: StepContext,
  until: number,
): Promise<void> {
  const { clock, processes } = context.ports;
  const isOwn = serviceTarget === context.basis.target.serviceTarget;
  const oldPid = isOwn ? (valueOf(context.basis.service)?.pid ?? null) : null;
  for (;;) {
    await sleep(clock, retryMs);
    if (clock.now() >= until) return;
    const service = valueOf(await context.readService(serviceTarget));
    const isListed = service !== undefined && service.loaded;
    const isAlive = oldPid !== null && processes.isAlive(oldPid);
    if (!isListed && !isAlive) return;
  }
}
