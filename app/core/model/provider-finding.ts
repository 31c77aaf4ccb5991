/** How a provider, or what calls the gateway, is set up in vain. */
export const providerFaults = [
  /** The address of the interface that bills each request, with what belongs to a plan. */
  'plan-address',
  /** An address that is too short, or already has what OpenClaw adds to it. */
  'path',
  /** Another way of talking than the one that the provider has. */
  'api',
  /** An id for another interface, or with dashes for dots. */
  'model-id',
  /** A model that this plan does not have. */
  'model-plan',
  /** A reference without its provider, so that the first part of the id is taken for one. */
  'model-ref',
  /** A name that means something else in this version of OpenClaw. */
  'other-name',
  /** An entry of one's own under the old name of a provider that is set up under its new one, too. */
  'owned',
  /** The key was refused, or cannot be one. */
  'key',
  /** The gateway found no key at all. */
  'key-none',
  /** One key for two addresses that each want their own. */
  'key-shared',
  /** The provider says that it has no such model, and nothing in the settings tells why. */
  'told',
  'gateway-address',
  'gateway-token',
  /** Settings without which a connector does not start. */
  'missing',
  /** Settings that this version of a connector refuses. */
  'left-over',
  /** A connector that this OpenClaw is too old for. */
  'needs-newer',
  /** An agent that no message reaches. */
  'unbound',
] as const;
export type ProviderFaultKind = (typeof providerFaults)[number];

/** The part of `FindingArgsByCode` that is about providers of models. */
export interface ProviderFindingArgs {
  /**
   * `provider`: as it is written, or the channel, or the agent. `found`: what is written, or whose key or setting it is.
   * `wanted` `null`: only a person can say. `words`: the provider's own, or of which product it is.
   */
  'provider-wrong': {
    why: ProviderFaultKind;
    provider: string;
    found: string | null;
    wanted: string | null;
    words: string | null;
  };
  /** `unprepared`: nothing is used up yet. `until` epoch ms. `calls`: free ones a day. `spare`: other models of it. */
  'rate-cooldown': {
    what: 'used-up' | 'limited' | 'unprepared';
    provider: string;
    model: string | null;
    words: string | null;
    until: number | null;
    calls: number | null;
    spare: number;
    fallbacks: number;
  };
  'models-scan': { count: number };
  /** Tokens; `window`: what is configured, `known`: what the model has. */
  'context-overflow': { model: string | null; words: string; window: number | null; known: number | null };
}
