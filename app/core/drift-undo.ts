import { listNamed } from './drift-words.ts';
import type { Drift, DriftChange } from './model/drift.ts';
import type { RepairOffer, RepairPlan, RepairStep } from './model/repair.ts';
import type { SettingPath } from './model/setting.ts';
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
  const [named, all] = [listNamed(drift), drift.changes].map((changes) => pathsIn(changes, step.path));
  return step.edits.every(({ path }) => {
    if (named?.some((shown) => isUnder(path, shown))) return true;
    // A list goes back as a whole: all that is different in it has to have been named.
    const inside = (paths: readonly SettingPath[] = []) => paths.filter((each) => isUnder(each, path)).length;
    return inside(named) > 0 && inside(named) === inside(all);
  });
}

function pathsIn(changes: readonly DriftChange[], file: string): readonly SettingPath[] {
  return changes.flatMap((change) => {
    const path = change.file === file ? parsePath(change.path) : null;
    return path === null || path.length === 0 ? [] : [path];
  });
}
