import { valueOf } from '../model/reading.ts';
import type { ServiceDefinition } from '../model/service.ts';
import { settingAt } from '../settings/read.ts';
import { compareOpenClawVersions } from '../versions.ts';
import { isHandsOff, isServing, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import { findLastWord, logEvidence } from './last-word.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The configuration does not say `gateway.mode`, without which no gateway starts (2026.3.13 and 2026.9.6). One that runs
 * goes on, and does not come back.
 */
export const modeMissing: Rule<'mode-missing'> = {
  code: 'mode-missing',
  graceMs: 10_000,
  causes: ['config-clobber', 'config-syntax', 'profile-split', 'no-cli', 'update-partial'],
  find(snapshot, context) {
    const config = valueOf(snapshot.config);
    const definition = valueOf(snapshot.definition);
    if (config?.content.kind !== 'parsed' || definition === undefined || startsAnyway(definition)) return [];
    if (isHandsOff(snapshot, context) || context.facts.idle === 'maintenance') return [];
    // `null` is also said of what is no text: that is another mistake.
    if (settingAt(config.content.settings, ['gateway', 'mode']) !== undefined) return [];
    const word = isServing(context) ? null : findLastWord(snapshot, 'mode-missing');
    const version = valueOf(snapshot.install)?.version ?? null;
    const isTried = version !== null && (compareOpenClawVersions(version, '2026.3.13') ?? -1) >= 0;
    return [
      makeFinding('mode-missing', config.path, {
        severity: severityOfFault(context),
        certainty: word !== null || isTried ? 'certain' : 'likely',
        args: { path: config.path, runs: isServing(context) },
        evidence: [
          { command: `grep -n mode ${quote(config.path)}`, line: 'no gateway.mode' },
          ...logEvidence(snapshot, word?.line),
        ],
      }),
    ];
  },
};

/** Development flags of OpenClaw with which a gateway does not ask. */
function startsAnyway({ command }: ServiceDefinition): boolean {
  return command.some((word) => word === '--allow-unconfigured' || word === '--dev');
}
