import { deriveConfigPath } from '../file-places.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairOffer, RepairSubject } from '../model/repair.ts';
import { wishAfterMending } from './after-edit.ts';
import { planRestore } from './edit.ts';
import { listFormerVersions, sourceOf } from './former-version.ts';
import type { RepairContext } from './repair.ts';

export const restoreLastRan = 'restore-last-ran';

/** The configuration on which a gateway ran last comes back; `null`: none is known, or it is the one that is there. */
export function planRestoreLastRan(finding: RepairSubject, context: RepairContext): RepairOffer | null {
  const { snapshot } = context;
  const path = deriveConfigPath(snapshot);
  const ran = valueOf(snapshot.history)?.lastRan?.version.id;
  const former = listFormerVersions(snapshot, path).find(({ version }) => version.id === ran);
  if (former === undefined) return null;
  const restart = wishAfterMending(context);
  return planRestore(finding, context, { rung: restoreLastRan, path, source: sourceOf(former), restart });
}
