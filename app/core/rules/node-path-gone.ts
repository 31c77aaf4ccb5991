import type { FindingArgsByCode, Severity } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { ServiceDefinition } from '../model/service.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { definitionEvidence, missingEvidence, presentEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

type Why = FindingArgsByCode['node-path-gone']['why'];

/** Folders that a version manager or Homebrew removes with the version. */
const versioned = /\/(?:\.nvm|\.fnm|fnm_multishells|\.volta|\.asdf|Cellar)\//;

/** The node of the definition is gone, or will be. A running process keeps the deleted program until it ends. */
export const nodePathGone: Rule<'node-path-gone'> = {
  code: 'node-path-gone',
  graceMs: 10_000,
  causes: ['no-cli'],
  find(snapshot, context) {
    const definition = valueOf(snapshot.definition);
    if (definition === undefined || definition.nodePath === null || isHandsOff(snapshot, context)) return [];
    const why = reasonOf(definition, definition.nodePath);
    if (why === null || (why === 'missing' && context.facts.idle === 'maintenance')) return [];
    const { nodePath } = definition;
    return [
      makeFinding('node-path-gone', nodePath, {
        severity: severityOf(why, context),
        certainty: why === 'version-manager' ? 'likely' : 'certain',
        args: { nodePath, why },
        evidence: [
          definitionEvidence(definition, nodePath),
          ...(why === 'missing' ? [missingEvidence(nodePath)] : []),
          ...(why === 'version-manager' ? [presentEvidence(nodePath)] : []),
        ],
      }),
    ];
  },
};

function reasonOf(definition: ServiceDefinition, nodePath: string): Why | null {
  const isAbsolute = nodePath.startsWith('/');
  // systemd looks bare names up in a fixed path of its own; launchd's has no node in it.
  if (!isAbsolute) return definition.format === 'systemd-unit' ? null : 'not-absolute';
  if (definition.nodeExists === false) return 'missing';
  return definition.nodeExists === true && versioned.test(nodePath) ? 'version-manager' : null;
}

function severityOf(why: Why, context: RuleContext): Severity {
  return why === 'version-manager' ? 'notice' : severityOfFault(context);
}
