import { reloadUnitFiles, resetFailedUnit } from '../../platform/linux/systemctl.ts';
import type { ProgramRequest } from '../../ports/programs.ts';
import type { PerformRepairStep } from '../repair/repair-step.ts';
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

type UnitFileKind = 'restore-copy' | 'restore-version' | 'move-aside' | 'put-back';
type UnitFileSteps = { readonly [Kind in UnitFileKind]: PerformRepairStep<Kind> };

/** systemd goes by what it has read: a unit's file that came, went or changed has to be told. */
export function tellingUnitFiles(steps: UnitFileSteps): UnitFileSteps {
  return {
    'restore-copy': async (step, context) => tell(step.paths, context, await steps[step.kind](step, context)),
    'restore-version': async (step, context) => tell([step.path], context, await steps[step.kind](step, context)),
    'move-aside': async (step, context) => tell([step.path], context, await steps[step.kind](step, context)),
    'put-back': async (step, context) => tell([step.path], context, await steps[step.kind](step, context)),
  };
}

/** The file's change stands, whatever systemd says to it; what it says is kept. */
async function tell(paths: readonly string[], context: StepContext, outcome: StepOutcome): Promise<StepOutcome> {
  if (outcome.outcome !== 'done' || !paths.some(isUnitFile)) return outcome;
  const reloaded = await runOnce(context, reloadUnitFiles());
  return reloaded.outcome === 'done' ? outcome : { ...outcome, detail: reloaded.detail };
}

function isUnitFile(path: string): boolean {
  return /\/systemd\/user\/(?:[^/]+|[^/]+\.d\/[^/]+\.conf)$/.test(path);
}

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
