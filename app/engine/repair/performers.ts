import type { RepairStep } from '../../core/model/repair.ts';
import type { Os } from '../../core/model/target.ts';
import { removeJob } from '../../platform/macos/launchctl.ts';
import { changeSteps } from '../steps/change-file.ts';
import { performDevice } from '../steps/device.ts';
import { fileSteps } from '../steps/files.ts';
import { launchdSteps } from '../steps/launchd.ts';
import { performUnset } from '../steps/login-variable.ts';
import { performOpenClaw } from '../steps/openclaw.ts';
import { performPause } from '../steps/pause.ts';
import { runCommand } from '../steps/run-command.ts';
import { done, failed, type ServiceSteps, type StepOutcome } from '../steps/step.ts';
import { systemdSteps, tellingUnitFiles } from '../steps/systemd.ts';
import { performKill, performTerminate } from '../steps/terminate.ts';
import { performWait } from '../steps/wait.ts';
import type { PerformRepairStep, RepairStepContext } from './repair-step.ts';

type RepairPerformers = { readonly [Kind in RepairStep['kind']]: PerformRepairStep<Kind> };

const serviceSteps: Readonly<Record<Os, ServiceSteps>> = { darwin: launchdSteps, linux: systemdSteps };

/** Performs one step on the system that the plan was made for. */
export function performRepairStep(step: RepairStep, context: RepairStepContext): Promise<StepOutcome> {
  const performers = performersFor(context.basis.environment.os);
  // The table has the entry of this very kind; the compiler cannot follow that through a union.
  const perform = performers[step.kind] as (step: RepairStep, context: RepairStepContext) => Promise<StepOutcome>;
  return perform(step, context);
}

function performersFor(os: Os): RepairPerformers {
  return {
    ...serviceSteps[os],
    ...fileSteps,

    'terminate-process': performTerminate,
    'kill-process': performKill,
    'remove-submitted-job': performRemoveJob,
    ...changeSteps,
    ...(os === 'linux' ? tellingUnitFiles({ ...fileSteps, ...changeSteps }) : {}),
    'unset-login-variable': performUnset,
    'manage-device': performDevice,
    'run-openclaw': performOpenClaw,
    'wait-until': performWait,
    wait: performPause,
  };
}

/** `launchctl remove` answers 0 for what it was only asked to do; reading again tells. */
const performRemoveJob: PerformRepairStep<'remove-submitted-job'> = async ({ label }, context) => {
  if (context.basis.environment.os !== 'darwin') return failed('only launchd has submitted jobs');
  const command = await runCommand(context, removeJob(label));
  return command.ok ? done : failed(command.detail);
};
