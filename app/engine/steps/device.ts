import { writeOpenClawArgv } from '../../core/openclaw-argv.ts';
import { redactText } from '../../core/redact.ts';
import type { OpenClawRequest } from '../../ports/programs.ts';
import type { PerformRepairStep } from '../repair/repair-step.ts';
import { complaintOf } from './run-command.ts';
import { done, failed, type StepOf, timedOut } from './step.ts';

/** It asks the gateway, and starts slowly. */
const timeoutMs = 60_000;

export function deviceRequest(
  { command, id, nodePath, entryPath }: StepOf<'manage-device'>,
  profile: string | null,
): OpenClawRequest {
  return { command: `device-${command}`, id, nodePath, entryPath, profile, timeoutMs };
}

/** OpenClaw decides about one device, by the very id that was shown; without one it would take the newest (2026.3.13). */
export const performDevice: PerformRepairStep<'manage-device'> = async (step, { ports, profile }) => {
  if (!/^[A-Za-z0-9][\w.:-]*$/.test(step.id)) return failed('that is no id of a device or a request');
  const request = deviceRequest(step, profile);
  const result = await ports.programs.runOpenClaw(request);
  if (result.kind === 'exited' && result.exitCode === 0) return done;
  const detail = redactText(`${writeOpenClawArgv(request).join(' ')}: ${complaintOf(result)}`);
  return result.kind === 'timed-out' ? timedOut(detail) : failed(detail);
};
