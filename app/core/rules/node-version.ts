import type { Evidence } from '../model/evidence.ts';
import type { Install } from '../model/install.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { fitsRange } from '../versions.ts';
import { isHandsOff, isServing, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import { findLastWord, logEvidence } from './last-word.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The service's Node is none that its OpenClaw runs on: by the package's `engines`, or by the gateway's own last
 * word. What serves with this very package and Node is proof enough that they get along.
 */
export const nodeVersion: Rule<'node-version'> = {
  code: 'node-version',
  graceMs: 10_000,
  causes: ['no-cli', 'update-partial', 'node-path-gone'],
  find(snapshot, context) {
    const install = valueOf(snapshot.install);
    if (install === undefined || snapshot.definition.status !== 'known' || isHandsOff(snapshot, context)) return [];
    if (context.facts.idle === 'maintenance') return [];
    const fits = doesFit(install);
    const word = isServing(context) ? null : findLastWord(snapshot, 'node-unsupported');
    const isKnownUnfit = fits === false && !servesWithIt(snapshot, context, install);
    if (!isKnownUnfit && (word === null || fits !== null)) return [];
    return [
      makeFinding('node-version', install.nodePath ?? 'node', {
        severity: severityOfFault(context),
        certainty: 'certain',
        args: { nodePath: install.nodePath, nodeVersion: install.nodeVersion, needed: install.nodeRange },
        evidence: [...(isKnownUnfit ? rangeEvidence(install) : []), ...logEvidence(snapshot, word?.line)],
      }),
    ];
  },
};

function doesFit({ nodeVersion: version, nodeRange }: Install): boolean | null {
  return version === null || nodeRange === null ? null : fitsRange(version, nodeRange);
}

function servesWithIt(snapshot: Snapshot, context: RuleContext, { packageWrittenAt }: Install): boolean {
  if (!isServing(context) || context.owner.kind !== 'service' || packageWrittenAt === null) return false;
  const { servicePid } = context.owner;
  const startedAt = valueOf(snapshot.processes)?.find(({ pid }) => pid === servicePid)?.startedAt ?? null;
  return startedAt !== null && startedAt > packageWrittenAt;
}

function rangeEvidence({ nodePath, nodeVersion: version, nodeRange, packageRoot }: Install): readonly Evidence[] {
  return [
    { command: `${quote(nodePath ?? 'node')} --version`, line: `v${version}` },
    { command: `grep -A1 '"engines"' ${quote(`${packageRoot}/package.json`)}`, line: `"node": "${nodeRange}"` },
  ];
}
