import { deriveFacts } from '../../core/facts.ts';
import type { Judgement } from '../../core/judge.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { RepairOffer, Run } from '../../core/model/repair.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { derivePortOwner } from '../../core/port-owner.ts';
import { deriveTried } from '../../core/repairs/past-runs.ts';
import type { PlanRepair } from '../engine-parts.ts';

export interface OfferOptions {
  readonly runs: readonly Run[];
  /** Epoch ms. */
  readonly now: number;
  readonly planRepair: PlanRepair;
}

/** What is offered now for each finding that is shown, and for each that is folded under one. */
export function deriveOffers(
  { status, findings, memory }: Judgement,
  snapshot: Snapshot,
  { runs, now, planRepair }: OfferOptions,
): readonly RepairOffer[] {
  const facts = deriveFacts(snapshot, memory);
  const owner = derivePortOwner(snapshot);
  return findings
    .flatMap(({ finding, consequences }): readonly Finding[] => [finding, ...consequences])
    .map((finding) => {
      const past = deriveTried(finding.id, runs, now);
      return planRepair(finding, { snapshot, status, facts, owner, memory, ...past });
    });
}
