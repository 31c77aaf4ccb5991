import type { ExactStep, RepairPreview } from '../../core/model/preview.ts';
import type { Fingerprint, RepairOffer, RepairPlan, RepairStep } from '../../core/model/repair.ts';
import { pinFiles } from '../../core/repairs/plan-id.ts';
import type { EngineParts } from '../engine-parts.ts';
import { isChange } from '../steps/prepare-change.ts';
import { describeChange } from './exact-change.ts';
import { describeStep } from './exact.ts';

/** An offer as it is shown: a plan is bound to what its files hold at this moment, each step to the letter. */
export async function makePreview(parts: EngineParts, offer: RepairOffer): Promise<RepairPreview> {
  if (offer.kind !== 'repair') return { offer, exact: [] };
  const hashes = await hashFiles(parts, offer.basedOn);
  return describePlan(parts, pinFiles(offer, hashes));
}

/** Files that would change are read for it, and nothing else is done. */
export async function describePlan(
  { ports, environment, target }: EngineParts,
  plan: RepairPlan,
): Promise<RepairPreview> {
  const context = { os: environment.os, profile: target.profile, store: ports.store };
  const describe = async (step: RepairStep): Promise<ExactStep> =>
    isChange(step) ? describeChange(step, ports) : describeStep(step, context);
  return { offer: plan, exact: await Promise.all(plan.steps.map(describe)) };
}

/** SHA-256 of every file that a plan relies on; one that cannot be read is missing here, which equals nothing. */
export async function hashFiles(
  { ports }: EngineParts,
  basedOn: readonly Fingerprint[],
): Promise<ReadonlyMap<string, string | null>> {
  const hashes = new Map<string, string | null>();
  for (const entry of basedOn) {
    if (entry.kind !== 'file') continue;
    const result = await ports.store.hash(entry.path);
    if (result.kind === 'hash') hashes.set(entry.path, result.sha256);
  }
  return hashes;
}
