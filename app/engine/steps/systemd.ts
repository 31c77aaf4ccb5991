import { reloadUnitFiles, resetFailedUnit } from '../../platform/linux/systemctl.ts';
import type { ProgramRequest } from '../../ports/programs.ts';
import { runCommand } from './run-command.ts';
import { serviceRequests } from './service-requests.ts';
import { done, failed, type ServiceSteps, type StepContext, type StepOutcome } from './step.ts';

const requests = serviceRequests.linux;

/** systemd's user manager through systemctl. */
export const systemdSteps: ServiceSteps = {
  'enable-service': (step, context) => runOnce(context, requests[step.kind](step)),
  'disable-service': (step, context) => runOnce(context, requests[step.kind](step)),
  'load-service': async (step, context) => {
    const reloaded = await runOnce(context, reloadUnitFiles());
    return reloaded.outcome === 'done' ? runUnit(context, step.serviceTarget, requests[step.kind](step)) : reloaded;
  },
  'start-loaded-service': (step, context) => runUnit(context, step.serviceTarget, requests[step.kind](step)),
  'restart-loaded-service': (step, context) => runUnit(context, step.serviceTarget, requests[step.kind](step)),
  'unload-service': (step, context) => runOnce(context, requests[step.kind](step)),
};

async function runOnce(context: StepContext, request: ProgramRequest): Promise<StepOutcome> {
  const command = await runCommand(context, request);
  return command.ok ? done : failed(command.detail);
}

/** A unit that ended too often refuses to start until its failures are forgotten; a person asked for it now. */
async function runUnit(context: StepContext, unit: string, request: ProgramRequest): Promise<StepOutcome> {
  const first = await runOnce(context, request);
  if (first.outcome === 'done') return first;
  const reset = await runCommand(context, resetFailedUnit(unit));
  return reset.ok ? runOnce(context, request) : first;
}
