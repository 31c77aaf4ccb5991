import type { Certainty, Severity } from '../model/finding.ts';
import type { Install } from '../model/install.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { compareOpenClawVersions } from '../versions.ts';
import { isHandsOff, isServing, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import { findLastWord, logEvidence } from './last-word.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The service's OpenClaw is older than the one that wrote the configuration last, and newer versions refuse to start
 * then. Up to 2026.8 `meta.lastTouchedVersion` tells; later ones keep it elsewhere, and only their last word does.
 */
export const olderBinary: Rule<'older-binary'> = {
  code: 'older-binary',
  graceMs: 10_000,
  causes: ['no-cli', 'update-partial'],
  find(snapshot, context) {
    const install = valueOf(snapshot.install);
    if (install === undefined || snapshot.definition.status !== 'known' || isHandsOff(snapshot, context)) return [];
    if (context.facts.idle === 'maintenance') return [];
    const word = isServing(context) ? null : findLastWord(snapshot, 'older-binary');
    const configVersion = lastTouched(snapshot) ?? versionIn(word?.line ?? '');
    const isOlder = isOlderThan(install.version, configVersion);
    if (isOlder === false || (isOlder === null && word === null)) return [];
    return [
      makeFinding('older-binary', snapshot.target.label, {
        ...gradeOf(word !== null, context),
        args: {
          serviceVersion: install.version,
          configVersion,
          newerPackageRoot: newerPackage(install, configVersion),
        },
        evidence: [...versionEvidence(snapshot, install, configVersion), ...logEvidence(snapshot, word?.line)],
      }),
    ];
  },
};

/** Older versions only warn: without the gateway's own word it is a guess that this one refuses. */
function gradeOf(isSaid: boolean, context: RuleContext): { severity: Severity; certainty: Certainty } {
  if (isSaid) return { severity: severityOfFault(context), certainty: 'certain' };
  return { severity: isServing(context) ? 'notice' : severityOfFault(context), certainty: 'likely' };
}

function lastTouched(snapshot: Snapshot): string | null {
  const content = valueOf(snapshot.config)?.content;
  return content?.kind === 'parsed' ? content.lastTouchedVersion : null;
}

/** "…older than the config last written by OpenClaw 2026.9.2." */
function versionIn(line: string): string | null {
  return /written by (?:a newer )?(?:OpenClaw |version )+v?(\d+\.\d+\.\d+(?:-\w+)?)/.exec(line)?.[1] ?? null;
}

function isOlderThan(version: string | null, other: string | null): boolean | null {
  if (version === null || other === null) return null;
  const order = compareOpenClawVersions(version, other);
  return order === null ? null : order < 0;
}

/** The command's package, when that is new enough. */
function newerPackage({ cliPackageRoot, cliVersion }: Install, configVersion: string | null): string | null {
  return isOlderThan(cliVersion, configVersion) === false ? cliPackageRoot : null;
}

function versionEvidence(snapshot: Snapshot, { packageRoot, version }: Install, configVersion: string | null) {
  const config = valueOf(snapshot.config);
  const ofPackage =
    version === null || packageRoot === null
      ? []
      : [{ command: `grep '"version"' ${quote(`${packageRoot}/package.json`)}`, line: `"version": "${version}"` }];
  const ofConfig =
    config === undefined || lastTouched(snapshot) === null
      ? []
      : [{ command: `grep lastTouchedVersion ${quote(config.path)}`, line: `lastTouchedVersion: "${configVersion}"` }];
  return [...ofPackage, ...ofConfig];
}
