import { writeOpenClawArgv } from '../../core/openclaw-argv.ts';
import { redactText } from '../../core/redact.ts';
import type { OpenClawRequest } from '../../ports/programs.ts';
import type { PerformRepairStep, RepairStepContext } from '../repair/repair-step.ts';
import { complaintOf } from './run-command.ts';
import { done, failed, type StepOf, timedOut } from './step.ts';

/**
 * The first `gateway install` compiles plugins for half a minute (2026.3.13), for minutes on a busy machine; and one
 * that is ended in the middle leaves a service half written.
 */
const timeoutMs = 300_000;

export function openClawRequest(
  { command, nodePath, entryPath }: StepOf<'run-openclaw'>,
  profile: string | null,
): OpenClawRequest {
  return { command, nodePath, entryPath, profile, timeoutMs };
}

/** The official command with the service's own Node; its exit code is believed only when it complains. */
export const performOpenClaw: PerformRepairStep<'run-openclaw'> = async (step, context) => {
  const { ports, profile } = context;
  const request = openClawRequest(step, profile);
  const result = await ports.programs.runOpenClaw(request);
  if (step.command === 'gateway-install-force') await announceChanges(context);
  if (result.kind === 'exited' && result.exitCode === 0) return done;
  const detail = redactText(`${writeOpenClawArgv(request).join(' ')}: ${complaintOf(result)}`);
  return result.kind === 'timed-out' ? timedOut(detail) : failed(detail);
};

/** Whatever differs from the copy that was made just before, the command has written, and it did so for us. */
async function announceChanges({ ports, runId, keptCopy }: RepairStepContext): Promise<void> {
  if (keptCopy === null) return;
  for (const [path, before] of await ports.store.hashesOf(keptCopy.copyId)) {
    const now = await ports.store.hash(path);
    const isNew = now.kind === 'hash' && now.sha256 !== null && now.sha256 !== before;
    if (isNew) await ports.history.announce(path, now.sha256, runId);
  }
}
