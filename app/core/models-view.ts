import type { Finding } from './model/finding.ts';
import type {
  ChosenModel,
  ListedModel,
  ModelsReading,
  ProviderKey,
  ProviderReading,
  ProviderState,
} from './model/models-reading.ts';
import type { Picture } from './model/picture.ts';
import type { ProviderTest } from './model/provider-test.ts';
import { valueOf } from './model/reading.ts';
import { SecretMark, type Setting, type Settings } from './model/setting.ts';
import type { Snapshot } from './model/snapshot.ts';
import { builtInPlans, isBuiltIn } from './providers/built-in.ts';
import { findEndpoint } from './providers/index.ts';
import { deriveServiceVariables } from './service-variables.ts';
import { allowsModel, deriveModelPolicy, type ModelPolicy } from './settings/model-policy.ts';
import { groupAt, isGroup, settingAt, textAt, writePath } from './settings/read.ts';
import { providerOf } from './settings/wanted-models.ts';
import { settingsOf } from './tokens.ts';
import { fallbacksOf, primaryOf } from './wishes/model-choice-now.ts';
import { type Alias, findDefaultAgent, isSameAlias, listAliases, listIds } from './wishes/model-edits.ts';

/** `null`: the configuration cannot be read, so nothing is known of any model. */
export function readModels(picture: Picture): ModelsReading | null {
  const { snapshot } = picture;
  const settings = settingsOf(snapshot);
  if (settings === null) return null;
  const version = valueOf(snapshot.install)?.version ?? null;
  const aliases = listAliases(settings);
  const choose = (text: string): ChosenModel => followAlias(text, aliases);
  const written = primaryOf(settings);
  const primary = written === null ? null : choose(written);
  const fallbacks = fallbacksOf(settings).map(choose);
  const policy = version === null ? null : deriveModelPolicy(settings, version, findDefaultAgent(settings));
  const models = listModels(settings, { primary, fallbacks, aliases, policy });
  const list = policy === null ? null : writePath(policy.path);
  return { primary, fallbacks, models, list, providers: listProviders(picture, settings, models) };
}

function followAlias(text: string, aliases: readonly Alias[]): ChosenModel {
  const meant = aliases.find(({ alias }) => isSameAlias(alias, text));
  if (meant !== undefined) return { ref: meant.ref, alias: meant.alias };
  return { ref: text, alias: aliases.find(({ ref }) => ref === text)?.alias ?? null };
}

interface Chosen {
  readonly primary: ChosenModel | null;
  readonly fallbacks: readonly ChosenModel[];
  readonly aliases: readonly Alias[];
  readonly policy: ModelPolicy | null;
}

function listModels(settings: Settings, { primary, fallbacks, aliases, policy }: Chosen): readonly ListedModel[] {
  const entries = groupAt(settings, ['models', 'providers']);
  const offered = Object.entries(entries).flatMap(([name, entry]) => listIds(entry).map((id) => `${name}/${id}`));
  const named = Object.keys(groupAt(settings, ['agents', 'defaults', 'models']));
  const used = [...(primary === null ? [] : [primary]), ...fallbacks].map(({ ref }) => ref);
  const listed = (policy?.refs ?? []).map((ref) => followAlias(ref, aliases).ref).filter((ref) => !ref.endsWith('/*'));
  const refs = [...new Set([...used, ...offered, ...named, ...listed])].filter((ref) => providerOf(ref) !== null);
  return refs.map((ref) => ({
    ref,
    alias: aliases.find((each) => each.ref === ref)?.alias ?? null,
    use: ref === primary?.ref ? 'primary' : fallbacks.some((each) => each.ref === ref) ? 'fallback' : null,
    isAllowed: policy === null || allowsModel(policy, ref) || isAllowedByAlias(ref, policy, aliases),
    isThere: offered.includes(ref) || !hasEntry(entries, ref),
  }));
}

function isAllowedByAlias(ref: string, policy: ModelPolicy, aliases: readonly Alias[]): boolean {
  return aliases.some((each) => each.ref === ref && allowsModel(policy, each.alias));
}

function hasEntry(entries: Settings, ref: string): boolean {
  const provider = providerOf(ref);
  return Object.keys(entries).some((name) => name.toLowerCase() === provider);
}

function listProviders(
  picture: Picture,
  settings: Settings,
  models: readonly ListedModel[],
): readonly ProviderReading[] {
  const entries = groupAt(settings, ['models', 'providers']);
  const used = models.filter(({ use }) => use !== null).flatMap(({ ref }) => providerOf(ref) ?? []);
  const own = Object.keys(entries);
  const others = [...new Set(used)].filter(
    (name) => isBuiltIn(name) && !own.some((each) => each.toLowerCase() === name),
  );
  return [...own, ...others].map((name) => readProvider(name, entries[name], picture, settings));
}

function readProvider(name: string, entry: Setting | undefined, picture: Picture, settings: Settings): ProviderReading {
  const address = textAt(entry, ['baseUrl']) ?? (entry === undefined ? (builtInPlans[name]?.baseUrl ?? null) : null);
  const key = readKey(settingAt(entry, ['apiKey']), picture.snapshot, settings);
  const test = picture.providerTests.find(({ provider }) => provider === name) ?? null;
  const finding = findAbout(name, key, picture);
  return {
    name,
    from: entry === undefined ? 'built-in' : 'configuration',
    address,
    known: describeAddress(address),
    key,
    models: listIds(entry),
    state: deriveState(key, finding, test),
    findingId: finding?.id ?? null,
    test,
  };
}

function describeAddress(address: string | null): ProviderReading['known'] {
  const found = address === null ? null : findEndpoint(address);
  if (found === null) return null;
  const { plan, region, billing } = found.endpoint;
  return { name: found.provider.name, plan, region, billing };
}

function readKey(written: Setting | undefined, snapshot: Snapshot, settings: Settings): ProviderKey {
  if (written instanceof SecretMark) return { kind: written.shape === 'empty' ? 'none' : 'written' };
  const name = nameOf(written);
  if (name !== null) return { kind: 'variable', name, isThere: isVariableThere(name, snapshot, settings) };
  return { kind: written === undefined || written === null ? 'none' : 'reference' };
}

function nameOf(written: Setting | undefined): string | null {
  if (typeof written === 'string') return /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(written)?.[1] ?? null;
  return isGroup(written) && written['source'] === 'env' ? textAt(written, ['id']) : null;
}

/** `null`: not every place could be read, or a shell is asked. */
function isVariableThere(name: string, snapshot: Snapshot, settings: Settings): boolean | null {
  const variables = deriveServiceVariables(snapshot, settings);
  if (variables === null) return null;
  if (variables.names.has(name)) return true;
  return variables.isComplete && !variables.importsShell ? false : null;
}

function findAbout(name: string, key: ProviderKey, { findings }: Picture): Finding | null {
  const all = findings.flatMap(({ finding, consequences }): readonly Finding[] => [finding, ...consequences]);
  return (
    all.find(({ code, args }) => code === 'provider-wrong' && 'provider' in args && args.provider === name) ??
    all.find(
      ({ code, args }) =>
        code === 'env-key-missing' && key.kind === 'variable' && 'name' in args && args.name === key.name,
    ) ??
    null
  );
}

/** What is known without asking goes before an answer that is older than the configuration may be. */
function deriveState(key: ProviderKey, finding: Finding | null, test: ProviderTest | null): ProviderState {
  if (test?.outcome.kind === 'asking') return 'asking';
  if (key.kind === 'variable' && key.isThere === false) return 'key-missing';
  if (finding?.code === 'provider-wrong') return 'wrong';
  if (test === null) return 'not-tested';
  const { outcome } = test;
  if (outcome.kind === 'failed') return outcome.problem.why === 'key-unset' ? 'key-missing' : 'failed';
  return outcome.kind === 'ok' ? 'ok' : 'no-list';
}

/** The model that a person names by its reference or its alias; `null`: none that could answer. */
export function findModel(word: string, { models, providers }: ModelsReading): string | null {
  const listed =
    models.find(({ ref }) => ref === word) ?? models.find(({ alias }) => alias !== null && isSameAlias(alias, word));
  if (listed !== undefined) return listed.isThere ? listed.ref : null;
  const provider = providerOf(word);
  // What a built-in provider has, only OpenClaw knows.
  const isOpen =
    provider !== null &&
    isBuiltIn(provider) &&
    !providers.some((each) => each.from === 'configuration' && each.name.toLowerCase() === provider);
  return isOpen ? word : null;
}
