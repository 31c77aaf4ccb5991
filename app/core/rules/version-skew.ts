import { valueOf } from '../model/reading.ts';
import { isOtherRelease } from '../versions.ts';
import { isHandsOff } from './circumstances.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';
import { runningVersion } from './stale-chunks.ts';

/**
 * The service's gateway says that it is another release than the package it is started from: it was not restarted
 * after an update, or launchd still holds an older definition. Pre-releases and builds of one day count as the same.
 */
export const versionSkew: Rule<'version-skew'> = {
  code: 'version-skew',
  // An update is followed by a restart.
  graceMs: 30_000,
  causes: ['stale-chunks'],
  find(snapshot, context) {
    const install = valueOf(snapshot.install);
    const running = runningVersion(snapshot);
    if (install === undefined || install.version === null || running === null) return [];
    if (context.owner.kind !== 'service' || valueOf(snapshot.definition)?.entryExists !== true) return [];
    if (isHandsOff(snapshot, context) || context.facts.idle === 'maintenance') return [];
    if (!isOtherRelease(running, install.version)) return [];
    const reach = valueOf(snapshot.reach);
    return [
      makeFinding('version-skew', snapshot.target.label, {
        severity: 'degraded',
        certainty: 'certain',
        args: { runningVersion: running, installedVersion: install.version },
        evidence: [
          { command: `curl ${reach?.scheme}://${reach?.host}:${reach?.port}/startupz`, line: `"version":"${running}"` },
          {
            command: `grep '"version"' ${quote(`${install.packageRoot}/package.json`)}`,
            line: `"version": "${install.version}"`,
          },
        ],
      }),
    ];
  },
};
