import type { Evidence } from '../model/evidence.ts';
import type { FindingArgsByCode } from '../model/finding.ts';
import type { ServiceDefinition } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { definitionEvidence, missingEvidence, quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

type Why = FindingArgsByCode['plist-malformed']['why'];

interface Fault {
  readonly why: Why;
  readonly evidence: readonly Evidence[];
}

/**
 * The LaunchAgent cannot start a gateway as it is written (an update of 2026.5 or 2026.9 shifted its arguments; a
 * tool cut it off). A wrapper of the person's own and an opaque `sh -c` are left in peace.
 */
export const plistMalformed: Rule<'plist-malformed'> = {
  code: 'plist-malformed',
  graceMs: 10_000,
  causes: [],
  find(snapshot, context) {
    if (snapshot.environment.os !== 'darwin' || isHandsOff(snapshot, context)) return [];
    if (context.facts.idle === 'maintenance') return [];
    const fault = findFault(snapshot);
    if (fault === null) return [];
    const path = snapshot.target.definitionPath;
    return [
      makeFinding('plist-malformed', path, {
        severity: severityOfFault(context),
        certainty: 'certain',
        args: { path, why: fault.why },
        evidence: fault.evidence,
      }),
    ];
  },
};

function findFault({ definition, target }: Snapshot): Fault | null {
  if (definition.status === 'known') return findArgumentFault(definition.value) ?? findWrapperFault(definition.value);
  if (definition.status === 'absent' || definition.reason.code !== 'not-understood') return null;
  const command = `plutil -lint ${quote(target.definitionPath)}`;
  return { why: 'unreadable', evidence: [{ command, line: definition.reason.detail }] };
}

function findArgumentFault(definition: ServiceDefinition): Fault | null {
  const { wrapper, command, entryPath } = definition;
  const [program = '', first = ''] = command;
  if (wrapper !== null && !wrapper.envFile.endsWith('.env'))
    return { why: 'arguments-shifted', evidence: [definitionEvidence(definition, wrapper.envFile)] };
  if (isNode(program) && first.endsWith('.sh'))
    return { why: 'arguments-shifted', evidence: [definitionEvidence(definition, `${program} ${first}`)] };
  if (entryPath === null || command.includes('gateway') || command.includes('gateway-daemon')) return null;
  return { why: 'no-gateway', evidence: [definitionEvidence(definition, command.join(' '))] };
}

function isNode(program: string): boolean {
  return /(?:^|\/)node(?:js)?$/.test(program);
}

function findWrapperFault(definition: ServiceDefinition): Fault | null {
  const { wrapper, wrapperFiles } = definition;
  if (wrapper === null || wrapperFiles === null || (wrapperFiles.script && wrapperFiles.envFile)) return null;
  const path = wrapperFiles.script ? wrapper.envFile : wrapper.script;
  return { why: 'file-gone', evidence: [definitionEvidence(definition, path), missingEvidence(path)] };
}
