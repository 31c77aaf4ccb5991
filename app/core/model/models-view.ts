import type { ButtonView } from './devices-view.ts';
import type { PresetId } from './preset.ts';

/** Models and their providers, as finished strings in one language. */
export interface ModelsView {
  /** With the model that answers first, where that is known. */
  readonly title: string;
  /** Why nothing is known; all lists are empty then. */
  readonly fault: string | null;
  readonly primaryLabel: string;
  readonly primary: string;
  readonly fallbacks: FallbacksView;
  readonly modelsTitle: string;
  readonly models: readonly ModelView[];
  readonly noModels: string | null;
  readonly providersTitle: string;
  readonly providers: readonly ProviderView[];
  readonly noProviders: string | null;
  /** `null`: nothing is known that a menu could show. */
  readonly menu: ModelMenuView | null;
  readonly setup: ProviderSetupView;
}

export interface FallbacksView {
  readonly title: string;
  readonly rows: readonly { readonly ref: string; readonly name: string }[];
  readonly words: FallbackWords;
}

/** `moved` has `{name}`, `{place}` and `{count}` in it, `removed` has `{name}`; `draft` stands beside an order that is only on a page. */
export type FallbackWords = Readonly<Record<FallbackWord, string>>;
export type FallbackWord =
  | 'none'
  | 'explain'
  | 'up'
  | 'down'
  | 'remove'
  | 'moved'
  | 'removed'
  | 'draft'
  | 'preview'
  | 'discard';

export interface ModelView {
  /** What a face hands back to mean it. */
  readonly ref: string;
  /** With its alias. */
  readonly name: string;
  readonly marks: readonly { readonly text: string; readonly tone: 'plain' | 'bad' }[];
  /** `null`, here and below: it is so already, or it could not answer. */
  readonly use: ButtonView | null;
  readonly standIn: ButtonView | null;
}

export type ProviderTone = 'good' | 'bad' | 'plain';

export interface ProviderView {
  readonly name: string;
  readonly state: string;
  readonly tone: ProviderTone;
  readonly isAsking: boolean;
  /** Whose it is, its address, its key, its models. */
  readonly about: readonly string[];
  /** What the newest test said. */
  readonly result: string | null;
  /** `null`: it has no address that could be asked. */
  readonly test: ButtonView | null;
  /** What opens the preview of what was found about it. */
  readonly repair: { readonly findingId: string; readonly button: ButtonView } | null;
}

/** The model that answers now, and those that could take its place. */
export interface ModelMenuView {
  readonly label: string;
  readonly choices: readonly { readonly ref: string; readonly label: string; readonly isNow: boolean }[];
}

/** All that the dialog for a new provider shows. */
export interface ProviderSetupView {
  readonly open: string;
  readonly words: Readonly<Record<SetupWord, string>>;
  readonly presets: readonly PresetView[];
  /** No model is chosen as the default yet. */
  readonly needsDefault: boolean;
}

export const setupWords = [
  'title',
  'preset',
  'choice',
  'address',
  'addressExample',
  'key',
  'typed',
  'typedLabel',
  'typedNote',
  'held',
  'variable',
  'variableLabel',
  'variableNote',
  'none',
  'keyFirst',
  'test',
  'free',
  'testing',
  'models',
  'askFirst',
  'pickOne',
  'default',
  'keepDefault',
  'preview',
] as const;
export type SetupWord = (typeof setupWords)[number];

export interface PresetView {
  readonly id: PresetId;
  readonly label: string;
  /** Plans and regions; a preset without an address of its own has one choice without an id. */
  readonly choices: readonly SetupChoiceView[];
}

export interface SetupChoiceView {
  /** `null`: a person says the address. */
  readonly id: string | null;
  readonly label: string;
  /** How it is billed, and its address. */
  readonly about: string;
  /** Words for a key that need not be given: it is set already, or none is wanted. `null`: one has to be given. */
  readonly withoutKey: string | null;
  readonly models: readonly { readonly id: string; readonly label: string }[];
}

/** What a provider answered that is not set up yet. */
export interface NewProviderTestView {
  readonly tone: ProviderTone;
  readonly text: string;
  /** What it has; empty where it did not tell. */
  readonly models: readonly string[];
}
