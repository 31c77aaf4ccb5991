import type { RepairPlan } from '../../core/model/repair.ts';
import type { Picture } from '../../core/model/picture.ts';
import type { Wish } from '../../core/model/wish.ts';
import { findChanged } from '../../core/repairs/fingerprints.ts';
import type { Engine, RepairResult } from '../engine.ts';
import type { PerformedRun } from './perform-run.ts';
import { hashFiles, makePreview } from './preview.ts';
import { type Repairer, runToEnd, withRunLock } from './start-run.ts';
import { verify } from './verify.ts';
import { planWishNow, proveWish } from './wishes.ts';

/** Shows what would be done about a finding. */
export function createPreview({ parts, pictures, looker }: Repairer): Engine['preview'] {
  return async (findingId) => {
    if (findingId === null) {
      pictures.setPreview(null);
      return null;
    }
    const picture = pictures.current() ?? (await looker.lookShared());
    const offer = picture.offers.find((each) => each.findingId === findingId);
    const preview = offer === undefined ? null : await makePreview(parts, offer);
    pictures.setPreview(preview);
    return preview;
  };
}

/** Executes the very plan that is shown. */
export function createRepair(repairer: Repairer): Engine['repair'] {
  return async (planId, { confirmed }) => {
    const shown = repairer.pictures.previewNow();
    if (shown?.offer.kind !== 'repair' || shown.offer.id !== planId) return { kind: 'stale', preview: shown };
    const plan = shown.offer;
    const { wish = null } = shown;
    if (plan.questions.length > 0 && !confirmed) return { kind: 'needs-confirmation', preview: shown };
    return withRunLock(repairer, { action: 'repair', plan }, (startedAt) =>
      repairLocked(repairer, { plan, wish }, startedAt),
    );
  };
}

/** The plan that a person agreed to, and the wish that it came from. */
interface Agreed {
  readonly plan: RepairPlan;
  readonly wish: Wish | null;
}

async function repairLocked(repairer: Repairer, agreed: Agreed, startedAt: number): Promise<RepairResult> {
  const { looker } = repairer;
  const picture = await looker.look('full');
  const obstacle = await findObstacle(repairer, agreed, picture);
  if (obstacle !== null) return obstacle;
  return carryOut(repairer, { ...agreed, picture, startedAt });
}

export interface Errand {
  readonly plan: RepairPlan;
  /** Of a look just now, on which the plan still holds. */
  readonly picture: Picture;
  /** Epoch ms; the lock's. */
  readonly startedAt: number;
  readonly wish?: Wish | null;
}

/** Step by step, then the verdict, from what is read and not from what the steps say. The lock is held. */
export function carryOut(repairer: Repairer, errand: Errand): Promise<RepairResult> {
  const { parts, pictures, looker } = repairer;
  const { plan, picture, startedAt, wish = null } = errand;
  const head = { action: 'repair', plan, picture, startedAt, undoes: null } as const;
  return runToEnd(repairer, head, async ({ run, isStale }: PerformedRun) => {
    const holdMs = Math.min(plan.verify.holdMs, parts.environment.holdAtMostMs ?? Number.POSITIVE_INFINITY);
    const question = { plan, stateBefore: run.stateBefore, startedAt, holdMs };
    const verified = await verify(question, { looker, pictures, clock: parts.ports.clock });
    if (isStale) return { ...verified, verdict: 'stale' };
    const isProven = wish === null || verified.verdict !== 'fixed' || (await proveWish(repairer, wish));
    return isProven ? verified : { ...verified, verdict: 'not-fixed' };
  });
}

/** What has changed since the plan was shown; `null`: it still is about this very machine. */
async function findObstacle(
  repairer: Repairer,
  { plan, wish }: Agreed,
  picture: Picture,
): Promise<RepairResult | null> {
  const { parts, pictures } = repairer;
  const offer =
    wish === null
      ? picture.offers.find(({ findingId }) => findingId === plan.findingId)
      : await planWishNow(repairer, wish, picture);
  if (offer === undefined) {
    pictures.setPreview(null);
    return { kind: 'stale', preview: null };
  }
  const hashes = await hashFiles(parts, plan.basedOn);
  const holds = findChanged(plan.basedOn, picture.snapshot, hashes) === null;
  if (holds && offer.kind === 'repair' && JSON.stringify(offer.steps) === JSON.stringify(plan.steps)) return null;
  const preview = { ...(await makePreview(parts, offer)), ...(wish === null ? {} : { wish }) };
  pictures.setPreview(preview);
  return offer.kind === 'refusal' ? { kind: 'refused', refusal: offer } : { kind: 'stale', preview };
}
