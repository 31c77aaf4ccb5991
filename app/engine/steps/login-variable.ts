import type { Os } from '../../core/model/target.ts';
import { unsetEnvironment } from '../../platform/linux/systemctl.ts';
import { unsetLoginVariable } from '../../platform/macos/launchctl.ts';
import type { ProgramRequest } from '../../ports/programs.ts';
import type { PerformRepairStep } from '../repair/repair-step.ts';
import { runCommand } from './run-command.ts';
import { done, failed } from './step.ts';

/** The call by which the login session forgets a variable: what is shown before is what is run. */
export const unsetRequests: Readonly<Record<Os, (name: string) => ProgramRequest>> = {
  darwin: unsetLoginVariable,
  linux: unsetEnvironment,
};

export const performUnset: PerformRepairStep<'unset-login-variable'> = async ({ name }, context) => {
  if (!/^[A-Za-z_]\w*$/.test(name)) return failed('that is no name of a variable');
  const command = await runCommand(context, unsetRequests[context.basis.environment.os](name));
  return command.ok ? done : failed(command.detail);
};
