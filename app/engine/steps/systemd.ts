import { reloadUnitFiles, resetFailedUnit, restartUnit, startUnit, stopUnit } from '../../platform/linux/systemctl.ts';
import { enableUnit } from '../../platform/linux/systemctl.ts';
import type { ProgramRequest } from '../../ports/programs.ts';
import { runCommand } from './run-command.ts';
import { done, failed, type ServiceSteps, type StepContext, type StepOutcome } from './step.ts';

/** systemd's user manager through systemctl. */
export const systemdSteps: ServiceSteps = {
  'enable-service': ({ serviceTarget }, context) => runOnce(context, enableUnit(serviceTarget)),
  'load-service': async ({ serviceTarget }, context) => {
    const reloaded = await runOnce(context, reloadUnitFiles());
    return reloaded.outcome === 'done' ? runUnit(context, serviceTarget, startUnit(serviceTarget)) : reloaded;
  },
  'start-loaded-service': ({ serviceTarget }, context) => runUnit(context, serviceTarget, startUnit(serviceTarget)),
  'restart-loaded-service': ({ serviceTarget }, context) => runUnit(context, serviceTarget, restartUnit(serviceTarget)),
  'unload-service': ({ serviceTarget }, context) => runOnce(context, stopUnit(serviceTarget)),
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
