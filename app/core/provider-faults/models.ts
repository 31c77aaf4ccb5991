import type { Settings } from '../model/setting.ts';
import { listProviderSaid } from '../provider-said.ts';
import type { ProviderSaid } from '../provider-said.ts';
import type { KnownEndpoint, ProviderKnowledge } from '../providers/knowledge.ts';
import { settingEvidence } from '../rules/configured.ts';
import { markEvidence } from '../rules/log-evidence.ts';
import { groupAt, isGroup } from '../settings/read.ts';
import { listIds, severityOf } from './case.ts';
import type { Fault, FaultCase, ProviderEntry } from './case.ts';

/** Ids that this address does not take: of another interface, with dashes for dots, or of a plan that has more. */
export function findModelIds(each: FaultCase): readonly Fault[] {
  return each.entries.flatMap((entry) => {
    const { known } = entry;
    // Where each request costs, ids with a date are right.
    if (known === null || known.endpoint.billing === 'per-request') return [];
    return [...new Set([...listIds(entry), ...listMedia(each.settings, entry)])].flatMap((id) => {
      const found = judgeId(known.provider, known.endpoint, id);
      return found === null ? [] : [report(each, entry, { ...found, id })];
    });
  });
}

interface Judged {
  readonly why: 'model-id' | 'model-plan';
  readonly wanted: string | null;
  readonly isCertain: boolean;
}

function judgeId(provider: ProviderKnowledge, endpoint: KnownEndpoint, id: string): Judged | null {
  const known = [...provider.models, ...provider.others].find((each) => each.id === id);
  if (known?.endpoints.includes(endpoint.id)) return null;
  const meant = findMeant(provider, endpoint, id);
  if (meant !== null) return { why: 'model-id', ...meant };
  if (known === undefined) return null;
  const other = provider.endpoints.find(
    (each) => known.endpoints.includes(each.id) && each.region === endpoint.region && each.id !== endpoint.id,
  );
  return { why: 'model-plan', wanted: other?.baseUrl ?? null, isCertain: false };
}

/** As it is written down, or by taking the date off and writing dots: `doubao-seed-2-0-lite-260215`. */
function findMeant(
  { mistakenIds, models }: ProviderKnowledge,
  { id: endpoint }: KnownEndpoint,
  written: string,
): { readonly wanted: string; readonly isCertain: boolean } | null {
  const has = (id: string) => models.some((each) => each.id === id && each.endpoints.includes(endpoint));
  const exact = mistakenIds.find((each) => each.written === written)?.meant;
  if (exact !== undefined && has(exact)) return { wanted: exact, isCertain: true };
  const plain = written
    .toLowerCase()
    .replace(/-\d{6}$/, '')
    .replace(/-preview$/, '')
    .replaceAll(/(?<=\d)-(?=\d)/g, '.');
  return plain !== written && has(plain) ? { wanted: plain, isCertain: false } : null;
}

/** Models for pictures and films: settings of the agents whose names end so. */
function listMedia(settings: Settings, { name }: ProviderEntry): readonly string[] {
  const defaults = Object.entries(groupAt(settings, ['agents', 'defaults']));
  return defaults
    .filter(([setting]) => setting.endsWith('Model'))
    .flatMap(([, value]) => {
      const primary = isGroup(value) ? value['primary'] : value;
      const list = isGroup(value) ? value['fallbacks'] : null;
      return [primary, ...(Array.isArray(list) ? (list as readonly unknown[]) : [])];
    })
    .flatMap((ref) =>
      typeof ref === 'string' && ref.toLowerCase().startsWith(`${name}/`) ? [ref.slice(name.length + 1)] : [],
    );
}

function report({ snapshot }: FaultCase, entry: ProviderEntry, judged: Judged & { readonly id: string }): Fault {
  const { id, why, wanted, isCertain } = judged;
  const said = ofModel(listProviderSaid(snapshot, 'provider-404'), entry.name, id);
  const isUsed = entry.used.some(({ model }) => model === id);
  return {
    args: { why, provider: entry.id, found: id, wanted, words: null },
    about: id,
    severity: isUsed ? severityOf(entry) : 'notice',
    certainty: isCertain || said.length > 0 ? 'certain' : 'likely',
    evidence: [
      settingEvidence(snapshot, id, `"${id}"`),
      ...(entry.baseUrl === null ? [] : [settingEvidence(snapshot, entry.baseUrl, `"baseUrl": "${entry.baseUrl}"`)]),
      ...markEvidence(
        snapshot,
        said.map(({ mark }) => mark),
      ),
    ],
  };
}

function ofModel(said: readonly ProviderSaid[], provider: string, model: string): readonly ProviderSaid[] {
  return said.filter((each) => each.provider === provider && each.model === model);
}

/** The provider says that it has no such model, and none of the other mistakes tells why. */
export function findTold(each: FaultCase, explained: ReadonlySet<string>): readonly Fault[] {
  const { snapshot, wanted } = each;
  const said = listProviderSaid(snapshot, 'provider-404');
  const refs = [...new Set(wanted.map(({ ref }) => ref))];
  return refs.flatMap((ref): readonly Fault[] => {
    const model = wanted.find((one) => one.ref === ref);
    if (model === undefined || explained.has(model.provider)) return [];
    const answers = ofModel(said, model.provider, model.model);
    const last = answers.findLast(({ words }) => words !== '') ?? answers.at(-1);
    if (last === undefined) return [];
    return [
      {
        args: { why: 'told', provider: model.provider, found: model.model, wanted: null, words: last.words || null },
        about: model.model,
        severity: 'degraded',
        certainty: 'certain',
        evidence: [
          ...markEvidence(
            snapshot,
            answers.map(({ mark }) => mark),
          ),
          settingEvidence(snapshot, model.model, `"${ref}"`),
        ],
      },
    ];
  });
}
