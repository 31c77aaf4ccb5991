import type { Snapshot } from '../model/snapshot.ts';
import { valueOf } from '../model/reading.ts';
import { isHandsOff } from './circumstances.ts';
import { missingEvidence, presentEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * Neither the `openclaw` command nor a package was found in any known place. `likely`: there may be places that
 * nobody knows. A package that only the service knows is enough to run, and a gateway that is there (of a container,
 * of a checkout) has come from somewhere.
 */
export const noCli: Rule<'no-cli'> = {
  code: 'no-cli',
  graceMs: 0,
  causes: ['update-partial'],
  find(snapshot, context) {
    if (!isNothingInstalled(snapshot) || isHandsOff(snapshot, context)) return [];
    if (snapshot.definition.status === 'unknown' || context.facts.idle === 'maintenance') return [];
    if (isGatewayThere(context)) return [];
    const definitionPath = valueOf(snapshot.definition)?.path ?? null;
    const expectedPath = snapshot.target.definitionPath;
    return [
      makeFinding('no-cli', 'openclaw', {
        severity: context.facts.owner === 'unknown' || context.facts.answer === 'unknown' ? 'notice' : 'blocking',
        certainty: 'likely',
        args: { definitionPath },
        evidence: [
          { command: 'command -v openclaw', line: '(nothing)' },
          definitionPath === null ? missingEvidence(expectedPath) : presentEvidence(definitionPath),
        ],
      }),
    ];
  },
};

function isGatewayThere({ owner }: RuleContext): boolean {
  return owner.kind !== 'none' && owner.kind !== 'unknown' && owner.kind !== 'foreign' && owner.kind !== 'ssh';
}

function isNothingInstalled({ install }: Snapshot): boolean {
  if (install.status === 'absent') return true;
  return install.status === 'known' && install.value.cliPath === null && install.value.packageRoot === null;
}
