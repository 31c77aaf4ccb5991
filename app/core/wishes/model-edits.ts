import type { ConfigEdit } from '../model/repair.ts';
import type { PlainValue, Setting, SettingPath, Settings } from '../model/setting.ts';
import type { ConfiguredAgent } from '../settings/configured-agents.ts';
import { listConfiguredAgents, mainAgent } from '../settings/configured-agents.ts';
import { allowsModel, deriveModelPolicy } from '../settings/model-policy.ts';
import { groupAt, isGroup, settingAt, textAt } from '../settings/read.ts';
import { listAllWantedModels } from '../settings/wanted-models.ts';
import { isVersionBetween } from '../versions.ts';

const defaultsPath = ['agents', 'defaults'] as const;
const namesPath = [...defaultsPath, 'models'] as const;

/** The agent that answers where nothing says otherwise: the one that is marked, else the first, or `main` (since 2026.8). */
export function findDefaultAgent(settings: Settings): ConfiguredAgent {
  const agents = listConfiguredAgents(settings);
  const marked = agents.find((agent) => agent.settings['default'] === true);
  const main = agents.find(({ id, path }) => id === mainAgent && path?.[1] === 'entries');
  const [first = { id: mainAgent, path: null, settings: {} }] = agents;
  return marked ?? main ?? first;
}

/** Where the default agent's models are written: its own, else those of all agents. */
export function findModelPlace(settings: Settings): SettingPath {
  const { path, settings: own } = findDefaultAgent(settings);
  const isOwn = path !== null && own['model'] !== undefined && own['model'] !== null;
  return [...(isOwn ? path : defaultsPath), 'model'];
}

export interface ModelChoice {
  readonly primary?: string;
  readonly fallbacks?: readonly string[];
}

/** The default agent's models as they are wished; what is not named stays, and so does the form in which it is written. */
export function editChoice(settings: Settings, choice: ModelChoice): readonly ConfigEdit[] {
  const path = findModelPlace(settings);
  const now = settingAt(settings, path);
  if (isGroup(now)) {
    return [
      ...(choice.primary === undefined ? [] : setIfOther(now['primary'], [...path, 'primary'], choice.primary)),
      ...(choice.fallbacks === undefined ? [] : setIfOther(now['fallbacks'], [...path, 'fallbacks'], choice.fallbacks)),
    ];
  }
  const primary = choice.primary ?? (typeof now === 'string' ? now : undefined);
  const { fallbacks } = choice;
  if (fallbacks === undefined && typeof now === 'string' && primary !== undefined)
    return setIfOther(now, path, primary);
  if (fallbacks?.length === 0 && primary === now) return [];
  const value = { ...(primary === undefined ? {} : { primary }), ...(fallbacks === undefined ? {} : { fallbacks }) };
  return [{ op: 'set', path, value }];
}

function setIfOther(now: Setting | undefined, path: SettingPath, value: PlainValue): readonly ConfigEdit[] {
  const isEmpty = now === undefined && Array.isArray(value) && value.length === 0;
  return isEmpty || JSON.stringify(now) === JSON.stringify(value) ? [] : [{ op: 'set', path, value }];
}

/** A model as it is to be known: chosen from, and by its alias. */
export interface NamedModel {
  readonly ref: string;
  readonly alias: string | null;
}

export interface NamesEdit {
  readonly edits: readonly ConfigEdit[];
  /** Other models that a list now names because it comes into being: what is not in it can no longer be chosen. */
  readonly listed: readonly string[] | null;
}

/**
 * Makes models choosable, and gives them their aliases. Before 2026.8.1 the names with aliases are at the same time the
 * list of all that may be chosen: where there is none yet, whatever the configuration uses otherwise comes in as well.
 */
export function editNames(settings: Settings, version: string, models: readonly NamedModel[]): NamesEdit {
  const policy = deriveModelPolicy(settings, version, findDefaultAgent(settings));
  const wished = withFreeAliases(settings, models);
  if (policy?.form === 'list') {
    const hidden = wished.map(({ ref }) => ref).filter((ref) => !allowsModel(policy, ref));
    const listEdit: readonly ConfigEdit[] =
      hidden.length === 0 ? [] : [{ op: 'set', path: policy.path, value: [...policy.refs, ...hidden] }];
    return { edits: [...listEdit, ...editAliases(settings, wished)], listed: null };
  }
  if (policy !== null) {
    const bare = wished.filter(({ ref, alias }) => alias === null && !allowsModel(policy, ref));
    return { edits: [...bare.map(({ ref }) => addName(ref)), ...editAliases(settings, wished)], listed: null };
  }
  const aliases = editAliases(settings, wished);
  if (aliases.length === 0) return { edits: [], listed: null };
  if (isVersionBetween(version, '2026.8.1', null)) return { edits: [...keepOpen(settings), ...aliases], listed: null };
  const named = new Set(wished.filter(({ alias }) => alias !== null).map(({ ref }) => ref));
  const own = wished.filter(({ ref }) => !named.has(ref)).map(({ ref }) => ref);
  const others = listUsed(settings).filter((ref) => !wished.some((each) => each.ref === ref));
  const bare = [...new Set([...own, ...others])];
  return { edits: [...aliases, ...bare.map(addName)], listed: others };
}

/** Names alone would be taken for a list, as long as nothing says that there is none (2026.9.6). */
function keepOpen(settings: Settings): readonly ConfigEdit[] {
  const isSaid =
    isGroup(settingAt(settings, [...defaultsPath, 'modelPolicy'])) ||
    settingAt(settings, ['meta', 'migrations', 'modelPolicyAllowlist']) === true;
  return isSaid ? [] : [{ op: 'set', path: [...defaultsPath, 'modelPolicy'], value: {} }];
}

const addName = (ref: string): ConfigEdit => ({ op: 'set', path: [...namesPath, ref], value: {} });

function editAliases(settings: Settings, models: readonly NamedModel[]): readonly ConfigEdit[] {
  const names = groupAt(settings, namesPath);
  return models.flatMap(({ ref, alias }): readonly ConfigEdit[] => {
    const now = names[ref];
    if (alias === null || textAt(now, ['alias']) === alias) return [];
    if (!isGroup(now)) return [{ op: 'set', path: [...namesPath, ref], value: { alias } }];
    return [{ op: 'set', path: [...namesPath, ref, 'alias'], value: alias }];
  });
}

/** One alias means one model; a model that has an alias keeps it. */
function withFreeAliases(settings: Settings, models: readonly NamedModel[]): readonly NamedModel[] {
  const refs = new Set(models.map(({ ref }) => ref));
  const taken = listAliases(settings).filter(({ ref }) => !refs.has(ref));
  return models.map(({ ref, alias }) => {
    const own = textAt(settings, [...namesPath, ref, 'alias']);
    const isTaken = alias !== null && taken.some((other) => isSameAlias(other.alias, alias));
    return { ref, alias: own ?? (isTaken ? null : alias) };
  });
}

export interface Alias {
  readonly alias: string;
  readonly ref: string;
}

export function listAliases(settings: Settings): readonly Alias[] {
  return Object.entries(groupAt(settings, namesPath)).flatMap(([ref, entry]) => {
    const alias = textAt(entry, ['alias'])?.trim() ?? '';
    return alias === '' ? [] : [{ alias, ref }];
  });
}

export function isSameAlias(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The alias of a model, which it takes from any other; `null`: none any more. */
export function editAlias(settings: Settings, version: string, { ref, alias }: NamedModel): NamesEdit {
  const own = textAt(settings, [...namesPath, ref, 'alias']);
  if (alias === null) {
    return { edits: own === null ? [] : [{ op: 'remove', path: [...namesPath, ref, 'alias'] }], listed: null };
  }
  const others = listAliases(settings).filter((each) => each.ref !== ref && isSameAlias(each.alias, alias));
  const freed = others.map((other): ConfigEdit => ({ op: 'remove', path: [...namesPath, other.ref, 'alias'] }));
  if (own !== null) {
    const isSame = own === alias;
    return {
      edits: isSame ? freed : [...freed, { op: 'set', path: [...namesPath, ref, 'alias'], value: alias }],
      listed: null,
    };
  }
  const without = others.length === 0 ? settings : withoutAliases(settings, others);
  const named = editNames(without, version, [{ ref, alias }]);
  return { ...named, edits: [...freed, ...named.edits] };
}

function withoutAliases(settings: Settings, aliases: readonly Alias[]): Settings {
  const names = Object.entries(groupAt(settings, namesPath)).map(([ref, entry]) => {
    const isTaken = aliases.some((alias) => alias.ref === ref) && isGroup(entry);
    return [
      ref,
      isTaken ? Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'alias')) : entry,
    ] as const;
  });
  const agents = groupAt(settings, ['agents']);
  const defaults = { ...groupAt(agents, ['defaults']), models: Object.fromEntries(names) };
  return { ...settings, agents: { ...agents, defaults } };
}

/** What agents are to use, and what the configured providers have. */
function listUsed(settings: Settings): readonly string[] {
  const wanted = listAllWantedModels(settings).map(({ ref }) => ref);
  const offered = Object.entries(groupAt(settings, ['models', 'providers'])).flatMap(([provider, entry]) =>
    listIds(entry).map((id) => `${provider}/${id}`),
  );
  return [...new Set([...wanted, ...offered])];
}

/** Ids of a configured provider's models. */
export function listIds(provider: Setting | undefined): readonly string[] {
  const models = settingAt(provider, ['models']);
  if (!Array.isArray(models)) return [];
  return (models as readonly Setting[]).flatMap((model) => textAt(model, ['id']) ?? []);
}
