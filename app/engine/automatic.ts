import { decideAutomatic, isWithinLimits } from '../core/automatic.ts';
import type { AutomaticRepair } from '../core/automatic.ts';
import { deriveFacts } from '../core/facts.ts';
import type { AutomaticCause } from '../core/model/automatic.ts';
import type { Picture } from '../core/model/picture.ts';
import { derivePortOwner } from '../core/port-owner.ts';
import type { RepairResult } from './engine.ts';
import type { AutomaticRepairs } from './engine-parts.ts';
import { carryOut } from './repair/repair.ts';
import { type Repairer, withRunLock } from './repair/start-run.ts';

/**
 * Decides at each picture whether something is mended without a question, and mends it like any other repair: under
 * the one lock, on record, verified, shown with its undo. Returns what ends it; a repair that runs is not cut off.
 */
export function startAutomatic(repairer: Repairer): () => void {
  const { parts, pictures } = repairer;
  const { automatic } = parts;
  if (automatic === undefined) return () => undefined;
  let isBusy = false;
  return pictures.onPicture((picture) => {
    if (isBusy || !automatic.isOn()) return;
    const decided = decide(repairer, picture);
    if (decided === null) return;
    isBusy = true;
    mend(repairer, automatic, decided)
      .catch(parts.onError)
      .finally(() => (isBusy = false));
  });
}

function decide({ pictures }: Repairer, { snapshot, status, findings, offers, preview }: Picture) {
  const memory = pictures.memoryNow();
  const facts = deriveFacts(snapshot, memory);
  const owner = derivePortOwner(snapshot);
  return decideAutomatic({
    context: { snapshot, status, facts, owner, memory, tried: [], askedToEnd: [] },
    findings: findings.flatMap(({ finding, consequences }) => [finding, ...consequences]),
    offers,
    isPreviewing: preview !== null,
  });
}

async function mend(repairer: Repairer, { isOn, underway }: AutomaticRepairs, decided: AutomaticRepair): Promise<void> {
  const { cause, plan } = decided;
  if (!(await mayMend(repairer, cause))) return;
  const run = withRunLock(repairer, { action: 'repair', plan }, async (startedAt) => {
    const picture = await repairer.looker.look('full');
    const again = isOn() ? decide(repairer, picture) : null;
    const isSame = again?.cause === cause && JSON.stringify(again.plan.steps) === JSON.stringify(plan.steps);
    return isSame && (await mayMend(repairer, cause))
      ? mendLocked(repairer, again, picture, startedAt)
      : ({ kind: 'stale', preview: null } as const);
  });
  underway(run);
  await run;
}

/** On record first: a repair that is not counted could be repeated for ever. */
async function mendLocked(
  repairer: Repairer,
  { cause, plan }: AutomaticRepair,
  picture: Picture,
  startedAt: number,
): Promise<RepairResult> {
  const { ports, target } = repairer.parts;
  await ports.notebook.noteAutomatic({ cause, at: startedAt, profile: target.profile });
  return carryOut(repairer, { plan, picture, startedAt });
}

async function mayMend({ parts, pictures, book }: Repairer, cause: AutomaticCause): Promise<boolean> {
  const { notebook, clock } = parts.ports;
  const all = await notebook.readAutomatic();
  const entries = all.filter(({ profile }) => profile === parts.target.profile);
  const times = [pictures.memoryNow().lastAction?.at, ...book.current().map(({ startedAt }) => startedAt)];
  const known = times.filter((time) => time !== undefined);
  const lastActionAt = known.length === 0 ? null : Math.max(...known);
  return isWithinLimits(cause, { entries, lastActionAt }, clock.now());
}
