import { redactText } from '../../core/redact.ts';
import type { StoreResult } from '../../ports/store.ts';
import type { PerformRepairStep } from '../repair/repair-step.ts';
import type { StepOutcome } from './step.ts';

type FileStepKind =
  | 'keep-copy'
  | 'restore-copy'
  | 'move-aside'
  | 'put-back'
  | 'set-file-mode'
  | 'create-folder'
  | 'remove-empty-folder'
  | 'archive-log';

/** Changes of files, all through the store: nothing is deleted. */
export const fileSteps: { readonly [Kind in FileStepKind]: PerformRepairStep<Kind> } = {
  'keep-copy': async ({ paths }, { ports, itemId }) => outcomeOf(await ports.store.keepCopy(itemId, paths)),
  'restore-copy': async ({ copyId, paths }, { ports, itemId, runId }) => {
    for (const [path, sha256] of await ports.store.hashesOf(copyId)) {
      // What is about to be there is ours, too.
      if (sha256 !== null && paths.includes(path)) await ports.history.announce(path, sha256, runId);
    }
    return outcomeOf(await ports.store.restoreCopy(copyId, paths, itemId));
  },
  'move-aside': async ({ path, why }, { ports, itemId }) => outcomeOf(await ports.store.moveAside(itemId, path, why)),
  'put-back': async ({ itemId, path }, { ports }) => outcomeOf(await ports.store.putBack(itemId, path)),
  'set-file-mode': async ({ path, mode }, { ports }) => outcomeOf(await ports.store.setMode(path, mode)),
  'create-folder': async ({ path, mode }, { ports }) => outcomeOf(await ports.store.createFolder(path, mode)),
  'remove-empty-folder': async ({ path }, { ports }) => outcomeOf(await ports.store.removeEmptyFolder(path)),
  'archive-log': async ({ path }, { ports, itemId }) => outcomeOf(await ports.store.archiveLog(itemId, path)),
};

export function outcomeOf(result: StoreResult): StepOutcome {
  if (result.kind === 'done') return { outcome: 'done', detail: result.note === null ? null : redactText(result.note) };
  return { outcome: result.kind, detail: redactText(result.message) };
}
