import { redactText } from '../../core/redact.ts';
import type { PerformRepairStep } from '../repair/repair-step.ts';
import { findNewComplaint } from './check-change.ts';
import { outcomeOf } from './files.ts';
import { type ChangeKind, prepareChange } from './prepare-change.ts';
import { already, failed, type StepOf, type StepOutcome } from './step.ts';
import type { RepairStepContext } from '../repair/repair-step.ts';

/**
 * Another content for a file, one that OpenClaw would take: a copy of what is there, by which it is taken back; a word to the history, which then
 * knows the writer; and only then the write, if the file still is what the change was worked out from.
 */
async function performChange(step: StepOf<ChangeKind>, context: RepairStepContext): Promise<StepOutcome> {
  const { ports, itemId, runId } = context;
  const change = await prepareChange(step, ports);
  if (change.kind === 'already') return already(redactText(change.message));
  if (change.kind === 'failed') return failed(redactText(change.message));
  const complaint = await findNewComplaint(step.path, change, context);
  if (complaint !== null) return failed(redactText(complaint));
  const kept = await ports.store.keepCopy(itemId, [step.path]);
  if (kept.kind !== 'done') return failed(redactText(kept.message));
  await ports.history.announce(step.path, change.sha256After, runId);
  const { sha256Before: expectedSha256, after: bytes } = change;
  return outcomeOf(await ports.store.replaceContent({ path: step.path, expectedSha256, bytes }));
}

/** Once it is in the file, the typed key is held nowhere else. */
const performEnvLine: PerformRepairStep<'set-env-line'> = async (step, context) => {
  const outcome = await performChange(step, context);
  const isThere = outcome.outcome === 'done' || outcome.outcome === 'already';
  if (isThere && step.from.kind === 'typed') context.ports.typedSecrets.take(step.from.ticket);
  return outcome;
};

export const changeSteps: { readonly [Kind in ChangeKind]: PerformRepairStep<Kind> } = {
  'edit-config': performChange,
  'restore-version': performChange,
  'remove-env-line': performChange,
  'set-env-line': performEnvLine,
};
