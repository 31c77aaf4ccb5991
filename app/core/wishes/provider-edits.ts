import type { ProviderAddWish, WishedModel } from '../model/model-wish.ts';
import type { ConfigEdit } from '../model/repair.ts';
import type { PlainValue, Setting, SettingPath, Settings } from '../model/setting.ts';
import { type ChosenName, nameFor, presets } from '../providers/presets.ts';
import { groupAt, isGroup, settingAt, textAt } from '../settings/read.ts';
import { fallbacksOf } from './model-choice-now.ts';
import { editChoice, editNames, type NamesEdit } from './model-edits.ts';

/** OpenClaw speaks to all of them like this; with `openai-responses` such servers answer nothing. */
const api = 'openai-completions';

/** Under which name the provider stands, or will: an entry with this very address keeps its own. */
export function chooseProviderName(wish: ProviderAddWish, settings: Settings, version: string): ChosenName {
  const chosen = nameFor(presets[wish.preset], wish.baseUrl, version);
  const providers = groupAt(settings, ['models', 'providers']);
  if (Object.hasOwn(providers, chosen.provider)) return chosen;
  const same = Object.entries(providers).find(([, entry]) => isSameAddress(textAt(entry, ['baseUrl']), wish.baseUrl));
  return same === undefined ? chosen : { ...chosen, provider: same[0] };
}

export function isSameAddress(one: string | null, other: string): boolean {
  return one !== null && trimAddress(one) === trimAddress(other);
}

export function trimAddress(url: string): string {
  return url.trim().replace(/\/+$/, '').toLowerCase();
}

export interface ProviderEdits extends NamesEdit {
  readonly provider: string;
  /** Another address that the entry of this name has now. */
  readonly replacedAddress: string | null;
}

/** All that has to change in the configuration so that the provider works; what is there besides stays. */
export function editProvider(wish: ProviderAddWish, settings: Settings, version: string): ProviderEdits {
  const { provider } = chooseProviderName(wish, settings, version);
  const path = ['models', 'providers', provider] as const;
  const now = settingAt(settings, path);
  const address = textAt(now, ['baseUrl']);
  const refs = wish.models.map(({ id, alias }) => ({ ref: `${provider}/${id}`, alias }));
  const names = editNames(settings, version, refs);
  const entry = isGroup(now) ? editEntry(wish, now, path) : [{ op: 'set', path, value: makeEntry(wish) } as const];
  return {
    provider,
    replacedAddress: address !== null && !isSameAddress(address, wish.baseUrl) ? address : null,
    edits: [
      ...entry,
      ...names.edits,
      ...editDefault(
        wish,
        settings,
        refs.map(({ ref }) => ref),
      ),
    ],
    listed: names.listed,
  };
}

function makeEntry({ baseUrl, key, models }: ProviderAddWish): PlainValue {
  return {
    baseUrl,
    ...(key === null ? {} : { apiKey: referTo(key.name) }),
    api,
    models: models.map(makeModel),
  };
}

const referTo = (name: string): string => `\${${name}}`;

function makeModel({ id, input, contextWindow, maxTokens }: WishedModel): PlainValue {
  return {
    id,
    name: id,
    ...(input === null ? {} : { input }),
    ...(contextWindow === null ? {} : { contextWindow }),
    ...(maxTokens === null ? {} : { maxTokens }),
  };
}

function editEntry(wish: ProviderAddWish, now: Settings, path: SettingPath): readonly ConfigEdit[] {
  const { baseUrl, key, models } = wish;
  const set = (name: string, value: PlainValue): ConfigEdit => ({ op: 'set', path: [...path, name], value });
  const listed = now['models'];
  const known = Array.isArray(listed) ? (listed as readonly Setting[]) : null;
  const ids = known?.map((model) => textAt(model, ['id'])) ?? [];
  const added = models.filter(({ id }) => !ids.includes(id)).map(makeModel);
  const modelEdits =
    known === null
      ? [set('models', added)]
      : added.map(
          (value, index): ConfigEdit => ({ op: 'set', path: [...path, 'models', known.length + index], value }),
        );
  return [
    ...(isSameAddress(textAt(now, ['baseUrl']), baseUrl) ? [] : [set('baseUrl', baseUrl)]),
    ...(key === null || now['apiKey'] === referTo(key.name) ? [] : [set('apiKey', referTo(key.name))]),
    ...(now['api'] === api ? [] : [set('api', api)]),
    ...modelEdits,
  ];
}

/** Those that stood in before still do, behind the chain. */
function editDefault(wish: ProviderAddWish, settings: Settings, refs: readonly string[]): readonly ConfigEdit[] {
  const [primary, ...rest] = refs;
  if (!wish.isDefault || primary === undefined) return [];
  if (!presets[wish.preset].isChain) return editChoice(settings, { primary });
  const others = fallbacksOf(settings).filter((ref) => !refs.includes(ref));
  return editChoice(settings, { primary, fallbacks: [...rest, ...others] });
}
