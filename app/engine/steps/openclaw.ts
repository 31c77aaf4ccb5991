import { writeOpenClawArgv } from '../../core/openclaw-argv.ts';
import { redactText } from '../../core/redact.ts';
import type { OpenClawRequest } from '../../ports/programs.ts';
import type { PerformRepairStep } from '../repair/repair-step.ts';
import { complaintOf } from './run-command.ts';
import { done, failed, type StepOf, timedOut } from './step.ts';

/** Installing writes files and restarts the service: a minute on a slow disk, and OpenClaw waits for the gateway. */
const timeoutMs = 120_000;

export function openClawRequest(
  { command, nodePath, entryPath }: StepOf<'run-openclaw'>,
  profile: string | null,
): OpenClawRequest {
  return { command, nodePath, entryPath, profile, timeoutMs };
}

/** The official command with the service's own Node; its exit code is believed only when it complains. */
export const performOpenClaw: PerformRepairStep<'run-openclaw'> = async (step, { ports, profile }) => {
  const request = openClawRequest(step, profile);
  const result = await ports.programs.runOpenClaw(request);
  if (result.kind === 'exited' && result.exitCode === 0) return done;
  const detail = redactText(`${writeOpenClawArgv(request).join(' ')}: ${complaintOf(result)}`);
  return result.kind === 'timed-out' ? timedOut(detail) : failed(detail);
};
