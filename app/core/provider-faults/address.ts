import { builtInPlans } from '../providers/built-in.ts';
import { providers } from '../providers/index.ts';
import type { KnownEndpoint, ProviderKnowledge } from '../providers/knowledge.ts';
import { listProviderSaid } from '../provider-said.ts';
import { settingEvidence } from '../rules/configured.ts';
import { markEvidence } from '../rules/log-evidence.ts';
import { listIds, normalizeUrl, severityOf } from './case.ts';
import type { Fault, FaultCase, ProviderEntry } from './case.ts';

/** The address at which each request costs, with models or a name that only a plan has. */
export function findPlanAddresses({ snapshot, entries }: FaultCase): readonly Fault[] {
  return entries.flatMap((entry) => {
    const { baseUrl, path } = entry;
    const meant = baseUrl === null || path === null ? null : findMeantPlan(entry);
    if (baseUrl === null || meant === null) return [];
    const said = listProviderSaid(snapshot, 'provider-404').filter(({ provider }) => provider === entry.name);
    return [
      {
        args: { why: 'plan-address', provider: entry.id, found: baseUrl, wanted: meant.baseUrl, words: null },
        severity: severityOf(entry),
        certainty: meant.isCertain || said.length > 0 ? 'certain' : 'likely',
        evidence: [
          settingEvidence(snapshot, baseUrl, `"baseUrl": "${baseUrl}"`),
          ...meant.signs.map((sign) => settingEvidence(snapshot, sign, `"${sign}"`)),
          ...markEvidence(
            snapshot,
            said.map(({ mark }) => mark),
          ),
        ],
      },
    ];
  });
}

interface MeantPlan {
  readonly baseUrl: string;
  readonly isCertain: boolean;
  readonly signs: readonly string[];
}

const planName = /(?:^|[-_.])(?:coding-?)?plan(?:$|[-_.])/;

function findMeantPlan({ name, baseUrl, known, models, used }: ProviderEntry): MeantPlan | null {
  const itself = builtInPlans[name];
  if (itself !== undefined && normalizeUrl(baseUrl ?? '') === normalizeUrl(itself.payPerUse)) {
    return { baseUrl: itself.baseUrl, isCertain: true, signs: [] };
  }
  if (known === null || known.endpoint.billing !== 'per-request') return null;
  const plan = findPlan(known.provider, known.endpoint, name.includes('token') ? 'token' : 'coding');
  if (plan === null) return null;
  const ids = listIds({ models, used });
  const ofPlan = ids.filter((id) => isOnlyAt(known.provider, id, plan, known.endpoint));
  if (ofPlan.length > 0) {
    return { baseUrl: plan.baseUrl, isCertain: ofPlan.length === ids.length, signs: ofPlan.slice(0, 2) };
  }
  return planName.test(name) ? { baseUrl: plan.baseUrl, isCertain: false, signs: [name] } : null;
}

function findPlan(
  { endpoints }: ProviderKnowledge,
  { region }: KnownEndpoint,
  plan: KnownEndpoint['plan'],
): KnownEndpoint | null {
  return endpoints.find((each) => each.plan === plan && each.region === region) ?? null;
}

function isOnlyAt({ models, others }: ProviderKnowledge, id: string, plan: KnownEndpoint, here: KnownEndpoint) {
  const places = [...models, ...others].find((each) => each.id === id)?.endpoints ?? [];
  return places.includes(plan.id) && !places.includes(here.id);
}

/** OpenClaw puts this behind every such address by itself (measured with requests, 2026.3.13). */
const added = /\/(?:chat\/completions|responses)$/i;

/** An address that lacks its end, or already has what is added to it. */
export function findPaths(each: FaultCase): readonly Fault[] {
  return each.entries.flatMap((entry) => {
    const { baseUrl, path, known } = entry;
    if (baseUrl === null || path === null || known !== null || !speaksLikeOpenAi(entry)) return [];
    const found = findLongPath(baseUrl) ?? findShortPath(entry, baseUrl) ?? findBareHost(each, entry, baseUrl);
    if (found === null) return [];
    const said = saidOf(each, entry);
    return [
      {
        args: { why: 'path', provider: entry.id, found: baseUrl, wanted: found.wanted, words: null },
        severity: severityOf(entry),
        certainty: found.isCertain ? 'certain' : 'likely',
        evidence: [
          settingEvidence(each.snapshot, baseUrl, `"baseUrl": "${baseUrl}"`),
          ...markEvidence(
            each.snapshot,
            said.map(({ mark }) => mark),
          ),
        ],
      },
    ];
  });
}

/** Another kind of interface may well be at another path of the same host. */
function speaksLikeOpenAi({ api }: ProviderEntry): boolean {
  return api === null || api.startsWith('openai-');
}

interface Path {
  readonly wanted: string | null;
  readonly isCertain: boolean;
}

function findLongPath(baseUrl: string): Path | null {
  const bare = baseUrl.trim().replace(/\/+$/, '');
  return added.test(bare) ? { wanted: bare.replace(added, ''), isCertain: true } : null;
}

/** The beginning of an address that is known; of several the one that has all the models. */
function findShortPath(entry: ProviderEntry, baseUrl: string): Path | null {
  const start = `${normalizeUrl(baseUrl)}/`;
  for (const provider of providers) {
    const longer = provider.endpoints.filter(({ plan, baseUrl: url }) => plan !== 'local' && url.startsWith(start));
    if (longer.length === 0) continue;
    const ids = listIds(entry);
    const fitting = longer.filter(({ id }) => ids.every((model) => hasModel(provider, model, id)));
    const [only] = longer.length === 1 ? longer : fitting;
    const isOne = longer.length === 1 || fitting.length === 1;
    return { wanted: isOne ? (only?.baseUrl ?? null) : null, isCertain: true };
  }
  return null;
}

function hasModel({ models, others }: ProviderKnowledge, model: string, endpoint: string): boolean {
  return [...models, ...others].some(({ id, endpoints }) => id === model && endpoints.includes(endpoint));
}

/** Nobody's address without any path: only with what its requests came to. */
function findBareHost(each: FaultCase, entry: ProviderEntry, baseUrl: string): Path | null {
  if (!/^https?:\/\/[^/?#\s$]+\/?$/.test(baseUrl.trim()) || saidOf(each, entry).length === 0) return null;
  return { wanted: `${baseUrl.trim().replace(/\/$/, '')}/v1`, isCertain: false };
}

function saidOf({ snapshot }: FaultCase, { name }: ProviderEntry) {
  const kinds = ['provider-404', 'empty-answer'] as const;
  return kinds.flatMap((kind) => listProviderSaid(snapshot, kind)).filter(({ provider }) => provider === name);
}
