import type { Finding } from '../model/finding.ts';
import { recentMarks } from '../log-life.ts';
import type { LogMark } from '../model/log.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { allowsModel, deriveModelPolicy } from '../settings/model-policy.ts';
import type { ModelPolicy } from '../settings/model-policy.ts';
import { listConfiguredAgents } from '../settings/configured-agents.ts';
import { groupAt, isGroup, settingAt, writePath } from '../settings/read.ts';
import { listAllWantedModels, listWantedModels, providerOf } from '../settings/wanted-models.ts';
import type { Settings } from '../model/setting.ts';
import { isVersionBetween } from '../versions.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const lately = 24 * 3_600_000;

interface Case {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly version: string;
}

/**
 * A list of allowed models keeps one from being used. The default model and the fallbacks are always allowed as long as
 * the list names models one by one; a `provider/*` in it (2026.8.1) takes that away, and another model answers (2026.3.13
 * and 2026.9.6, tried). Otherwise only what the gateway itself said counts, or a provider of which the list leaves
 * nothing.
 */
export const modelAllowlist: Rule<'model-allowlist'> = {
  code: 'model-allowlist',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null || configured.version === null) return [];
    const { settings, version } = configured;
    const each = { snapshot, settings, version };
    const replaced = findReplaced(each);
    if (replaced.length > 0) return replaced;
    return [...findUnknown(each), ...findRefused(each), ...findHidden(each)];
  },
};

function findReplaced({ snapshot, settings, version }: Case): readonly Finding<'model-allowlist'>[] {
  if (!isVersionBetween(version, '2026.8.1', null)) return [];
  const replaced = listConfiguredAgents(settings).flatMap((agent) => {
    const policy = deriveModelPolicy(settings, version, agent);
    const primary = listWantedModels(settings, agent).find(({ role }) => role === 'primary');
    if (policy === null || primary === undefined || !policy.refs.some(isPattern)) return [];
    return allowsModel(policy, primary.ref) ? [] : [{ policy, model: primary.ref }];
  });
  return unique(replaced).map(({ policy, model }) =>
    makeFinding('model-allowlist', model, {
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'replaced', model, list: writePath(policy.path) },
      evidence: [policyEvidence(snapshot, policy), settingEvidence(snapshot, model, `"primary": "${model}"`)],
    }),
  );
}

/** What somebody asked for and was refused, and would be refused again. */
function findRefused(each: Case): readonly Finding<'model-allowlist'>[] {
  const { snapshot, settings, version } = each;
  const policy = deriveModelPolicy(settings, version, null);
  if (policy === null) return [];
  const wanted = new Set(listAllWantedModels(settings).map(({ ref }) => ref));
  const said = byModel(recentMarks(snapshot, 'model-not-allowed', lately));
  return [...said].flatMap(([model, marks]) => {
    if (allowsModel(policy, model) || wanted.has(model)) return [];
    return [
      makeFinding('model-allowlist', model, {
        severity: 'notice',
        certainty: 'likely',
        args: { what: 'refused', model, list: writePath(policy.path) },
        evidence: [...markEvidence(snapshot, marks), policyEvidence(snapshot, policy)],
      }),
    ];
  });
}

/** A model that an agent is to use, and that the gateway knows nothing of. */
function findUnknown({ snapshot, settings }: Case): readonly Finding<'model-allowlist'>[] {
  const wanted = listAllWantedModels(settings);
  const said = byModel(recentMarks(snapshot, 'model-unknown', lately));
  return [...said].flatMap(([model, marks]) => {
    if (!wanted.some(({ ref }) => ref.toLowerCase() === model.toLowerCase())) return [];
    return [
      makeFinding('model-allowlist', model, {
        severity: 'degraded',
        certainty: 'certain',
        args: { what: 'unknown', model, list: null },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  });
}

/** A provider of one's own of which the list leaves no model, and that nothing else in the configuration uses. */
function findHidden({ snapshot, settings, version }: Case): readonly Finding<'model-allowlist'>[] {
  const policy = deriveModelPolicy(settings, version, null);
  if (policy === null) return [];
  const { models: _models, ...rest } = settings;
  const elsewhere = JSON.stringify(rest).toLowerCase();
  return Object.entries(groupAt(settings, ['models', 'providers'])).flatMap(([id, provider]) => {
    const refs = listModelIds(provider).map((model) => `${id}/${model}`);
    const [first] = refs;
    if (first === undefined || refs.some((ref) => allowsModel(policy, ref))) return [];
    if (elsewhere.includes(`${id.toLowerCase()}/`) || elsewhere.includes(`"${id.toLowerCase()}"`)) return [];
    return [
      makeFinding('model-allowlist', id, {
        severity: 'notice',
        certainty: 'likely',
        args: { what: 'hidden', model: first, list: writePath(policy.path) },
        evidence: [policyEvidence(snapshot, policy), settingEvidence(snapshot, `"${id}"`, `models.providers.${id}`)],
      }),
    ];
  });
}

/** Ids of the models that a provider's entry lists. */
export function listModelIds(provider: Settings[string] | undefined): readonly string[] {
  const models = settingAt(provider, ['models']);
  if (!Array.isArray(models)) return [];
  return models.flatMap((model: Settings[string]) =>
    isGroup(model) && typeof model['id'] === 'string' ? [model['id']] : [],
  );
}

function policyEvidence(snapshot: Snapshot, { refs, path }: ModelPolicy) {
  return settingEvidence(snapshot, String(path.at(-1)), `${writePath(path)}: ${refs.slice(0, 8).join(', ')}`);
}

function isPattern(ref: string): boolean {
  return ref.endsWith('/*');
}

/** Marks by the model that their line names; those that name none are left out. */
function byModel(marks: readonly LogMark[]): ReadonlyMap<string, readonly LogMark[]> {
  const found = new Map<string, readonly LogMark[]>();
  for (const mark of marks) {
    const model = modelIn(mark.line);
    if (model !== null) found.set(model, [...(found.get(model) ?? []), mark]);
  }
  return found;
}

function modelIn(line: string): string | null {
  const found = /(?:model not allowed: |Unknown model: |\bmodel (?:override )?["']?)([\w.-]+\/[\w.:/@-]*\w)/i.exec(
    line,
  );
  const model = found?.[1] ?? null;
  return model === null || providerOf(model) === null ? null : model;
}

function unique<T extends { readonly model: string }>(entries: readonly T[]): readonly T[] {
  return entries.filter(({ model }, index) => entries.findIndex((other) => other.model === model) === index);
}
