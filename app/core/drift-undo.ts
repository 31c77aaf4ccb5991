import { listNamed } from './drift-words.ts';
import type { Drift } from './model/drift.ts';
import type { RepairOffer, RepairPlan, RepairStep } from './model/repair.ts';
import { isUnder, parsePath } from './settings/parse-path.ts';

/**
 * Whether the click on Undo in a notification is consent enough: the plan puts back exactly what the notification named,
 * asks nothing, interrupts nothing, and nothing newer is lost. Everything else is looked at first.
 */
export function isUndoneAtOnce(drift: Drift, offer: RepairOffer): offer is RepairPlan {
  if (offer.kind !== 'repair' || offer.questions.length > 0 || offer.reach !== 'safe') return false;
  return offer.steps.every((step) => isNamed(step, drift));
}

function isNamed(step: RepairStep, drift: Drift): boolean {
  if (step.kind === 'keep-copy') return true;
  if (step.kind === 'run-openclaw') return step.command === 'config-validate';
  if (step.kind !== 'edit-config') return false;
  const named = listNamed(drift).filter(({ file }) => file === step.path);
  return step.edits.every(({ path }) =>
    named.some((change) => {
      const shown = parsePath(change.path);
      return shown !== null && shown.length > 0 && isUnder(path, shown);
    }),
  );
}
