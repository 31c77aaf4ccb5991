import type { PackageDamage } from '../model/install.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { missingEvidence, presentEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** npm renames and unpacks for a minute or two, and looks just like this meanwhile. */
const settledAfterMs = 3 * 60_000;

/**
 * An installation of OpenClaw stopped half-way: files are missing, or npm's staging folder still lies beside a whole
 * package, where the next update will stumble over it (ENOTEMPTY). Silent while anything installs, or may do so.
 */
export const updatePartial: Rule<'update-partial'> = {
  code: 'update-partial',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const damage = valueOf(snapshot.install)?.damage ?? null;
    if (damage === null || isHandsOff(snapshot, context) || mayBeInstalling(snapshot, context, damage)) return [];
    const { root, missing, leftovers } = damage;
    const isBroken = missing.length > 0;
    return [
      makeFinding('update-partial', root, {
        severity: isBroken ? severityOfFault(context) : 'notice',
        certainty: 'certain',
        args: { packageRoot: root, missing: missing[0] ?? null, leftover: leftovers[0] ?? null },
        evidence: [...missing.map(missingEvidence), ...leftovers.map(presentEvidence)],
      }),
    ];
  },
};

function mayBeInstalling(snapshot: Snapshot, { facts }: RuleContext, { changedAt }: PackageDamage): boolean {
  if (facts.idle === 'maintenance' || snapshot.processes.status !== 'known') return true;
  return changedAt !== null && snapshot.at - changedAt < settledAfterMs;
}
