import type { ProviderRequest } from '../core/model/provider-request.ts';
import { presetIds } from '../core/model/preset.ts';

/** What a person asked about models and their providers, without how it is to be told. */
export type ModelsCommand =
  | { readonly kind: 'providers' | 'models' | 'fallbacks' }
  | { readonly kind: 'provider-add'; readonly request: ProviderRequest }
  | { readonly kind: 'provider-test'; readonly name: string }
  /** As it was typed: a reference or an alias. */
  | { readonly kind: 'model-use'; readonly word: string }
  | { readonly kind: 'set-fallbacks'; readonly words: readonly string[] };

export interface ProviderOptions {
  readonly plan?: string | undefined;
  readonly region?: string | undefined;
  readonly url?: string | undefined;
  readonly 'key-env'?: string | undefined;
  readonly models?: string | undefined;
  readonly default?: boolean | undefined;
}

export type ModelsProblem =
  | readonly ['provider-what' | 'models-what' | 'preset-missing' | 'unknown-preset' | 'unexpected-word', string]
  | readonly ['word-missing', string];

/** Words behind `providers`, `provider` and `models`. */
export function parseModels(
  command: string,
  words: readonly string[],
  options: ProviderOptions,
): ModelsCommand | ModelsProblem {
  if (command === 'provider') return parseProvider(words, options);
  const [what, ...rest] = words;
  if (command === 'providers') return what === undefined ? { kind: 'providers' } : ['unexpected-word', what];
  if (what === undefined) return { kind: 'models' };
  if (what === 'use') return oneOf(rest, 'MODEL', (word) => ({ kind: 'model-use', word }));
  return what === 'fallbacks' ? parseFallbacks(rest) : ['models-what', what];
}

function parseFallbacks([what = 'list', ...words]: readonly string[]): ModelsCommand | ModelsProblem {
  const [first] = words;
  if (what === 'set') return first === undefined ? ['word-missing', 'MODEL'] : { kind: 'set-fallbacks', words };
  if (first !== undefined) return ['unexpected-word', first];
  if (what === 'clear') return { kind: 'set-fallbacks', words: [] };
  return what === 'list' ? { kind: 'fallbacks' } : ['models-what', what];
}

function parseProvider([what, ...words]: readonly string[], options: ProviderOptions): ModelsCommand | ModelsProblem {
  if (what === 'test') return oneOf(words, 'PROVIDER', (name) => ({ kind: 'provider-test', name }));
  if (what !== 'add') return ['provider-what', what ?? ''];
  const [word, tooMany] = words;
  if (word === undefined) return ['preset-missing', ''];
  const preset = presetIds.find((id) => id === word);
  if (preset === undefined) return ['unknown-preset', word];
  if (tooMany !== undefined) return ['unexpected-word', tooMany];
  const variable = options['key-env'];
  const request: ProviderRequest = {
    preset,
    plan: options.plan ?? null,
    region: options.region ?? null,
    address: options.url ?? null,
    key: variable === undefined ? null : { kind: 'variable', name: variable },
    models: options.models === undefined ? null : splitWords(options.models),
    isDefault: options.default === true,
  };
  return { kind: 'provider-add', request };
}

function oneOf(
  [word, tooMany]: readonly string[],
  needed: string,
  make: (word: string) => ModelsCommand,
): ModelsCommand | ModelsProblem {
  if (word === undefined) return ['word-missing', needed];
  return tooMany === undefined ? make(word) : ['unexpected-word', tooMany];
}

function splitWords(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
