import { irreversibleReasons } from './model/repair.ts';
import type { IrreversibleReason, RepairPlan, RepairStep, Run } from './model/repair.ts';

/** What a plan's undo will amount to, before anything is done. */
export interface UndoOutlook {
  /** Some step can be taken back. */
  readonly undoes: boolean;
  readonly lasting: readonly IrreversibleReason[];
}

/** The rung of every plan that takes a run back. */
export const undoRung = 'undo';

const outlooks: Readonly<Record<RepairStep['kind'], 'undone' | 'nothing' | IrreversibleReason>> = {
  'enable-service': 'undone',
  'disable-service': 'undone',
  'load-service': 'undone',
  'unload-service': 'undone',
  'start-loaded-service': 'nothing',
  'restart-loaded-service': 'gateway-restarted',
  'terminate-process': 'process-ended',
  'kill-process': 'process-ended',
  'wait-until': 'nothing',
  wait: 'nothing',
  'keep-copy': 'nothing',
  'restore-copy': 'undone',
  'move-aside': 'undone',
  'put-back': 'undone',
  'set-file-mode': 'undone',
  'create-folder': 'undone',
  'remove-empty-folder': 'undone',
  'archive-log': 'log-emptied',
  'remove-submitted-job': 'job-removed',
  // The files that it writes were copied before.
  'run-openclaw': 'undone',
  'edit-config': 'undone',
  'restore-version': 'undone',
  'remove-env-line': 'undone',
  'set-env-line': 'undone',
  'unset-login-variable': 'login-variable-unset',
  'manage-device': 'device-decided',
};

export function deriveUndoOutlook({ steps }: Pick<RepairPlan, 'steps'>): UndoOutlook {
  const each = new Set(steps.map(outlookOf));
  return { undoes: each.has('undone'), lasting: irreversibleReasons.filter((reason) => each.has(reason)) };
}

function outlookOf(step: RepairStep) {
  return step.kind === 'run-openclaw' && step.command === 'config-validate' ? 'nothing' : outlooks[step.kind];
}

/** The steps that take a run back: the inverses in reverse order; none when nothing can be, or was already. */
export function listUndoSteps({ steps, undoneBy }: Run): readonly RepairStep[] {
  if (undoneBy !== null) return [];
  return steps.toReversed().flatMap(({ inverse }) => (inverse?.kind === 'steps' ? inverse.steps : []));
}

/** It is over, and something of it can be taken back. What takes another run back is not taken back itself. */
export function isUndoable(run: Run): boolean {
  return run.undoes === null && listUndoSteps(run).length > 0;
}
