import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Install } from '../model/install.ts';
import type { ServiceDefinition } from '../model/service.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { definitionEvidence, missingEvidence, quote } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The service starts an entry file that is gone, or that of another package than the `openclaw` command. `entry.js`
 * instead of `index.js` in the same package is cosmetic; a pinned second installation may be meant, hence `likely`.
 */
export const entrypointStale: Rule<'entrypoint-stale'> = {
  code: 'entrypoint-stale',
  graceMs: 10_000,
  causes: ['update-partial', 'no-cli', 'node-path-gone'],
  find(snapshot, context) {
    const definition = valueOf(snapshot.definition);
    const install = valueOf(snapshot.install);
    if (definition === undefined || definition.entryPath === null || isHandsOff(snapshot, context)) return [];
    // npm replaces the files one by one.
    if (context.facts.idle === 'maintenance') return [];
    if (definition.entryExists === false) return [findMissing(definition, definition.entryPath, install, context)];
    return findOtherPackage(definition, definition.entryPath, install);
  },
};

function findMissing(
  definition: ServiceDefinition,
  entryPath: string,
  install: Install | undefined,
  context: RuleContext,
): Finding<'entrypoint-stale'> {
  return makeFinding('entrypoint-stale', entryPath, {
    severity: severityOfFault(context),
    certainty: 'certain',
    args: { entryPath, why: 'missing', cliPackageRoot: install?.cliPackageRoot ?? null },
    evidence: [definitionEvidence(definition, entryPath), missingEvidence(entryPath)],
  });
}

function findOtherPackage(
  definition: ServiceDefinition,
  entryPath: string,
  install: Install | undefined,
): readonly Finding<'entrypoint-stale'>[] {
  if (definition.entryExists !== true || !install?.packageRoot || !install.cliPackageRoot || !install.cliPath)
    return [];
  if (install.cliPackageRoot === install.packageRoot) return [];
  return [
    makeFinding('entrypoint-stale', entryPath, {
      severity: 'notice',
      certainty: 'likely',
      args: { entryPath, why: 'other-package', cliPackageRoot: install.cliPackageRoot },
      evidence: [
        definitionEvidence(definition, entryPath),
        { command: `realpath ${quote(install.cliPath)}`, line: install.cliPackageRoot },
      ],
    }),
  ];
}
