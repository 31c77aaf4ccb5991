import type { ProviderTest } from './provider-test.ts';

/** The models of a gateway as its configuration has them, for faces. */
export interface ModelsReading {
  /** What the default agent asks first; `null`: OpenClaw's own choice. */
  readonly primary: ChosenModel | null;
  /** Who stands in, in this order. */
  readonly fallbacks: readonly ChosenModel[];
  /** All that may be chosen by name here, each once. */
  readonly models: readonly ListedModel[];
  /** Where it is written which models may be chosen, dotted; `null`: all may. */
  readonly list: string | null;
  readonly providers: readonly ProviderReading[];
}

/** `ref`: an alias is followed. */
export interface ChosenModel {
  readonly ref: string;
  readonly alias: string | null;
}

export interface ListedModel extends ChosenModel {
  readonly use: 'primary' | 'fallback' | null;
  /** No list keeps it from being chosen. */
  readonly isAllowed: boolean;
  /** Its provider has it, or knows by itself what it has. */
  readonly isThere: boolean;
}

export interface ProviderReading {
  /** In `models.providers`, and before the slash of a reference. */
  readonly name: string;
  /** `built-in`: used, and written nowhere. */
  readonly from: 'configuration' | 'built-in';
  readonly address: string | null;
  /** Whose address it is, and how it is billed there; `null`: nobody's that is known. */
  readonly known: {
    readonly name: string;
    readonly plan: string;
    readonly region: string | null;
    readonly billing: string;
  } | null;
  readonly key: ProviderKey;
  readonly models: readonly string[];
  readonly state: ProviderState;
  /** What was found about it. */
  readonly findingId: string | null;
  readonly test: ProviderTest | null;
}

export type ProviderKey =
  | { readonly kind: 'variable'; readonly name: string; readonly isThere: boolean | null }
  | { readonly kind: 'written' | 'reference' | 'none' };

export const providerStates = ['ok', 'asking', 'key-missing', 'wrong', 'failed', 'no-list', 'not-tested'] as const;
export type ProviderState = (typeof providerStates)[number];
