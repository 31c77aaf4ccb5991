import { isBuiltIn } from '../providers/built-in.ts';
import { providers } from '../providers/index.ts';
import { qwen } from '../providers/qwen.ts';
import { volcengine } from '../providers/volcengine.ts';
import { settingEvidence } from '../rules/configured.ts';
import type { WantedModel } from '../settings/wanted-models.ts';
import { isVersionBetween } from '../versions.ts';
import type { Fault, FaultCase, ProviderEntry } from './case.ts';

/** References that lead to another provider than the one that is meant. */
export function findNames(each: FaultCase): readonly Fault[] {
  const refs = each.wanted.filter(({ ref }, index) => each.wanted.findIndex((other) => other.ref === ref) === index);
  return refs.flatMap((wanted) => {
    const found =
      findBareId(each, wanted) ?? findPlanRef(each, wanted) ?? findOldVersion(each, wanted) ?? findOwned(each, wanted);
    return found === null ? [] : [found];
  });
}

/**
 * An id that has a slash of its own, written without its provider: `Qwen/Qwen3.5-397B-A17B` is asked of a provider
 * called qwen (measured with requests, 2026.3.13).
 */
function findBareId({ snapshot, entries }: FaultCase, { ref, provider, model }: WantedModel): Fault | null {
  const owners = entries.filter(({ models }) => models.some(({ id }) => id === ref));
  const own = entries.find(({ name }) => name === provider);
  const [owner] = owners;
  if (owner === undefined || owners.length > 1 || own?.models.some(({ id }) => id === model)) return null;
  return {
    args: { why: 'model-ref', provider: owner.id, found: ref, wanted: `${owner.id}/${ref}`, words: null },
    about: ref,
    severity: 'degraded',
    certainty: own === undefined && !isBuiltIn(provider) && !isKnownName(provider) ? 'certain' : 'likely',
    evidence: [settingEvidence(snapshot, ref, `"${ref}"`), settingEvidence(snapshot, owner.id, `"${owner.id}": {`)],
  };
}

function isKnownName(name: string): boolean {
  return providers.some(({ ids }) => ids.some(({ id, kind }) => id === name && kind !== 'custom'));
}

/** `volcengine/ark-code-latest`: the built-in provider of that name is the one that bills each request. */
function findPlanRef({ snapshot, entries }: FaultCase, { ref, provider, model }: WantedModel): Fault | null {
  if (provider !== 'volcengine' || entries.some(({ name }) => name === provider)) return null;
  const isOfPlan = volcengine.models.some(({ id, endpoints }) => id === model && !endpoints.includes('standard'));
  if (!isOfPlan) return null;
  return {
    args: { why: 'model-ref', provider, found: ref, wanted: `volcengine-plan/${model}`, words: null },
    about: ref,
    severity: 'degraded',
    certainty: 'likely',
    evidence: [settingEvidence(snapshot, ref, `"${ref}"`)],
  };
}

/** Until Qwen's free login went, `qwen` was another name for it; the guide of today is of later versions. */
function findOldVersion(
  { snapshot, version, entries }: FaultCase,
  { ref, provider, model }: WantedModel,
): Fault | null {
  if (provider !== 'qwen' || !isVersionBetween(version, '2026.3.2', '2026.3.14')) return null;
  if (entries.some(({ name }) => name === 'qwen' || name === 'qwen-portal')) return null;
  if (!qwen.models.some(({ id }) => id === model)) return null;
  return {
    args: { why: 'other-name', provider, found: ref, wanted: `modelstudio/${model}`, words: version },
    about: ref,
    severity: 'degraded',
    certainty: 'certain',
    evidence: [settingEvidence(snapshot, ref, `"${ref}"`)],
  };
}

/** What is left over under the old name has its own address and key, and the references under that name are its. */
function findOwned(
  { snapshot, version, entries, wanted }: FaultCase,
  { ref, provider, model }: WantedModel,
): Fault | null {
  if (provider !== 'modelstudio' || !isVersionBetween(version, '2026.9.6', null)) return null;
  const own = entries.find(({ name, baseUrl }) => name === provider && baseUrl !== null);
  const isNew = entries.some(({ name }) => name === 'qwen') || wanted.some((each) => each.provider === 'qwen');
  if (own === undefined || !isNew || !isOfQwen(own)) return null;
  return {
    args: { why: 'owned', provider, found: ref, wanted: `qwen/${model}`, words: null },
    about: ref,
    severity: 'notice',
    certainty: 'likely',
    evidence: [
      settingEvidence(snapshot, ref, `"${ref}"`),
      settingEvidence(snapshot, own.baseUrl ?? provider, `"baseUrl": "${own.baseUrl ?? ''}"`),
    ],
  };
}

/** A proxy of one's own under that name is one's own affair. */
function isOfQwen({ known }: ProviderEntry): boolean {
  return known?.provider.id === 'qwen';
}
