import type { PresetId } from './preset.ts';
import type { ProviderProblem } from './provider-test.ts';

/** A provider as a person asks for it; `null`: not said, and chosen where there is one choice only. */
export interface ProviderRequest {
  readonly preset: PresetId;
  readonly plan: string | null;
  readonly region: string | null;
  /** Of a server of one's own. */
  readonly address: string | null;
  readonly key: KeyRequest | null;
  /** Ids; `null`: those of the preset. */
  readonly models: readonly string[] | null;
  readonly isDefault: boolean;
}

export type KeyRequest =
  /** Of this process's environment; it is called the same in `.env`. */
  | { readonly kind: 'variable'; readonly name: string }
  /** `name`: how it is to be called; `null`: as usual. */
  | { readonly kind: 'typed'; readonly ticket: string; readonly name: string | null };

/** Why nothing can be planned yet, and what would help. */
export type ProviderFault =
  | { readonly kind: 'choose-plan' | 'choose-region'; readonly preset: PresetId; readonly options: readonly string[] }
  | { readonly kind: 'address-needed' }
  | { readonly kind: 'bad-address'; readonly address: string }
  /** The preset has its own. */
  | { readonly kind: 'address-given'; readonly preset: PresetId }
  | { readonly kind: 'bad-key-name'; readonly name: string }
  /** It is neither where the gateway finds it nor in this process's environment. */
  | { readonly kind: 'key-missing'; readonly name: string }
  /** Another service's id of the same model, or another spelling. */
  | { readonly kind: 'mistaken-model'; readonly written: string; readonly meant: string }
  | { readonly kind: 'bad-model'; readonly model: string }
  /** The server has these; none: it has no models at all. */
  | { readonly kind: 'choose-models'; readonly models: readonly string[] }
  | { readonly kind: 'not-offered'; readonly model: string; readonly models: readonly string[] }
  /** The server could not be asked which models it has. */
  | { readonly kind: 'not-told'; readonly address: string; readonly problem: ProviderProblem }
  | { readonly kind: 'unknown-provider'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'unknown-version' }
  | { readonly kind: 'unreadable-config' };
