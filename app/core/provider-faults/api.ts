import type { SettingPath } from '../model/setting.ts';
import { listProviderSaid } from '../provider-said.ts';
import { isBuiltIn } from '../providers/built-in.ts';
import { settingEvidence } from '../rules/configured.ts';
import { markEvidence } from '../rules/log-evidence.ts';
import { textAt } from '../settings/read.ts';
import { isVersionBetween } from '../versions.ts';
import { severityOf } from './case.ts';
import type { Fault, FaultCase, ProviderEntry } from './case.ts';

/** What this program sets where it is wrong; every provider that is known answers to it. */
export const workingApi = 'openai-completions';

/** Ways of talking that use the same address and another path. */
const otherApis: ReadonlySet<string | null> = new Set(['openai-responses', 'openai-codex-responses']);

/**
 * `openai-responses`, written or taken for granted, at an address that knows `/chat/completions` only: the answer is a
 * 404, or nothing at all. At an address that nobody knows only with what its requests came to.
 */
export function findApis(each: FaultCase): readonly Fault[] {
  const { snapshot } = each;
  return each.entries.flatMap((entry) => {
    if (entry.baseUrl === null || entry.path === null || listWrongApis(each, entry).length === 0) return [];
    const isKnown = knowsOnlyCompletions(entry);
    const said = listProviderSaid(snapshot, 'empty-answer').filter(({ provider }) => provider === entry.name);
    if (!isKnown && (entry.known !== null || said.length === 0)) return [];
    const found = listWrongApis(each, entry)[0]?.found ?? null;
    return [
      {
        args: { why: 'api', provider: entry.id, found, wanted: workingApi, words: null },
        severity: severityOf(entry),
        certainty: isKnown ? 'certain' : 'likely',
        evidence: [
          settingEvidence(snapshot, found ?? `"${entry.id}"`, found === null ? 'api: not set' : `"api": "${found}"`),
          settingEvidence(snapshot, entry.baseUrl, `"baseUrl": "${entry.baseUrl}"`),
          ...markEvidence(
            snapshot,
            said.map(({ mark }) => mark),
          ),
        ],
      },
    ];
  });
}

function knowsOnlyCompletions({ known }: ProviderEntry): boolean {
  return (
    known?.provider.apis.some(({ api, endpoints }) => api === workingApi && endpoints.includes(known.endpoint.id)) ??
    false
  );
}

interface WrongApi {
  /** `null`: none is written. */
  readonly found: string | null;
  /** Where the right one goes. */
  readonly path: SettingPath;
}

/** Of the provider, and of each of its models that has one of its own. */
export function listWrongApis({ version }: Pick<FaultCase, 'version'>, entry: ProviderEntry): readonly WrongApi[] {
  const { api, path, models, name } = entry;
  if (path === null) return [];
  const own = models.flatMap((model) => {
    const found = textAt(model.settings, ['api']);
    return found !== null && otherApis.has(found) ? [{ found, path: [...model.path, 'api'] }] : [];
  });
  const isCovered = models.length > 0 && models.every(({ settings }) => textAt(settings, ['api']) !== null);
  // 2026.3.13 then talks `openai-responses`, 2026.9.6 does not (both tried); of its own providers it knows better.
  const isMissing =
    api === null &&
    !isCovered &&
    !isBuiltIn(name) &&
    name !== 'qwen' &&
    isVersionBetween(version, '2026.2.26', '2026.3.14');
  const isWrong = isMissing || (otherApis.has(api) && !isCovered);
  return [...(isWrong ? [{ found: api, path: [...path, 'api'] }] : []), ...own];
}
