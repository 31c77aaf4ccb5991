import { findPlaceholders } from '../settings/placeholders.ts';
import type { Evidence } from '../model/evidence.ts';
import { valueOf } from '../model/reading.ts';
import { SecretMark } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { writePath } from '../settings/read.ts';
import { severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * Where a key belongs stands what a view showed in its stead: somebody saved a view back. 2026.3.13 takes it for the
 * key; 2026.9.6 does not start with such a token.
 */
export const redactedWritten: Rule<'redacted-written'> = {
  code: 'redacted-written',
  graceMs: 5_000,
  causes: [],
  find(snapshot, context) {
    const config = valueOf(snapshot.config);
    if (valueOf(snapshot.markers)?.externalSupervisor === true) return [];
    const inConfig = config?.content.kind === 'parsed' ? findPlaceholders(config.content.files) : [];
    const inModels = listModelPlaceholders(snapshot);
    const keys = [...inConfig.map(({ setting }) => writePath(setting)), ...inModels.map(({ line }) => line)];
    const path = inConfig[0]?.file ?? inModels[0]?.path;
    if (path === undefined) return [];
    const isGatewayToken = keys.some((key) => key.startsWith('gateway.auth.'));
    return [
      makeFinding('redacted-written', path, {
        severity: isGatewayToken ? severityOfFault(context) : 'degraded',
        certainty: 'certain',
        args: { path, keys: keys.slice(0, 4).join(', ') + (keys.length > 4 ? ', …' : ''), count: keys.length },
        evidence: [
          ...inConfig.slice(0, 5).map(({ file, setting }): Evidence => {
            const line = `${writePath(setting)}: a placeholder, no value`;
            return { command: `grep -n ${quote(String(setting.at(-1) ?? ''))} ${quote(file)}`, line };
          }),
          ...inModels.slice(0, 5).map((each): Evidence => {
            return { command: `grep -n apiKey ${quote(each.path)}`, line: `${each.line}: a placeholder, no value` };
          }),
        ],
      }),
    ];
  },
};

function listModelPlaceholders(snapshot: Snapshot): readonly { readonly path: string; readonly line: string }[] {
  return (valueOf(snapshot.agents)?.agents ?? []).flatMap(({ models }) =>
    (models?.providers ?? []).flatMap(({ id, apiKey }) =>
      models !== null && apiKey instanceof SecretMark && apiKey.shape === 'redacted'
        ? [{ path: models.path, line: `providers.${id}.apiKey` }]
        : [],
    ),
  );
}
