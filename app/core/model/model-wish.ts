import type { PresetId } from './preset.ts';
import type { SecretSource } from './repair.ts';

/** Plans about models that a person may choose without a finding that asks for them. */
export const modelWishCodes = ['provider-add', 'model-use', 'model-fallbacks', 'model-alias', 'agent-bind'] as const;

export type ModelWish =
  | ProviderAddWish
  /** `ref`: `provider/model`. The default agent uses it from then on. */
  | { readonly code: 'model-use'; readonly ref: string }
  /** In this order; none: no model takes the place of another. */
  | { readonly code: 'model-fallbacks'; readonly refs: readonly string[] }
  /** `null`: it has no alias any more. */
  | { readonly code: 'model-alias'; readonly ref: string; readonly alias: string | null }
  | { readonly code: 'agent-bind'; readonly bindings: readonly AgentBinding[] };

/** A provider with its models, as it is to stand in the configuration. Under which name, the version of OpenClaw decides. */
export interface ProviderAddWish {
  readonly code: 'provider-add';
  readonly preset: PresetId;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** `from` `null`: the variable is set already. `null`: it wants no key. */
  readonly key: { readonly name: string; readonly from: SecretSource | null } | null;
  readonly models: readonly WishedModel[];
  /** The first model becomes the default, and those of a preset with a chain follow it. */
  readonly isDefault: boolean;
}

export interface WishedModel {
  readonly id: string;
  /** Left out where another model has it already. */
  readonly alias: string | null;
  /** `null`, here and below: not known, and left to OpenClaw. */
  readonly input: readonly ('text' | 'image')[] | null;
  /** Tokens. */
  readonly contextWindow: number | null;
  readonly maxTokens: number | null;
}

/** What is written in one place of a channel goes to this agent. */
export interface AgentBinding {
  readonly agentId: string;
  /** As `discord`. */
  readonly channel: string;
  /** Id of the place at the channel's service. */
  readonly peerId: string;
}
