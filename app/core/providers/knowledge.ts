import type { SourceId } from './sources.ts';

/** What is known of a provider of models, as data: an update is an edit of a table, with the source of each fact. */
export interface ProviderKnowledge {
  readonly id: string;
  readonly name: string;
  /** Names in a configuration, `models.providers.<id>` and `<id>/model`. */
  readonly ids: readonly KnownId[];
  readonly endpoints: readonly KnownEndpoint[];
  readonly apis: readonly KnownApi[];
  readonly models: readonly KnownModel[];
  /** Not to be offered, but no mistake where they are: for pictures and films, or of a former list. */
  readonly others: readonly OtherModel[];
  /** Ids that are often taken for one of `models`, and which is meant. */
  readonly mistakenIds: readonly MistakenId[];
  readonly variables: readonly KnownVariable[];
  /** Whether one key opens all addresses, or each wants its own. */
  readonly keys: 'one' | 'for-each-endpoint';
  readonly errors: readonly KnownError[];
}

export interface Fact {
  readonly source: SourceId;
}

/** Versions of OpenClaw for which something holds. What nobody has looked at is not in here. */
export type Versions =
  | 'all'
  /** `before` is known to be the end. */
  | { readonly before: string }
  | { readonly seenIn: readonly string[] };

export interface KnownId extends Fact {
  readonly id: string;
  /** `custom`: a name of one's own choice, which OpenClaw does not know. */
  readonly kind: 'built-in' | 'plugin' | 'alias' | 'custom';
  readonly openclaw: Versions;
  /** What it stands for, of an alias; the package, of a plugin. */
  readonly of: string | null;
}

export interface KnownEndpoint extends Fact {
  readonly id: string;
  readonly plan: 'coding' | 'standard' | 'token' | 'free' | 'local';
  readonly region: 'china' | 'global' | null;
  /** Without a slash at its end; of a local one an example. */
  readonly baseUrl: string;
  /** What a request costs: part of a subscription, each one, nothing up to a quota, or nothing. */
  readonly billing: 'subscription' | 'per-request' | 'free-quota' | 'nothing';
  readonly quota: Quota | null;
  /** `openclaw onboard --auth-choice …`. */
  readonly authChoice: string | null;
}

export interface Quota {
  readonly calls: number;
  readonly per: 'day';
  readonly each: 'model' | 'account';
  /** The hour of the day at which it begins anew, as an offset from UTC in hours; `null`: not known. */
  readonly midnightAt: number | null;
}

export interface KnownApi extends Fact {
  readonly api: string;
  /** Ids of the endpoints of which it is known. */
  readonly endpoints: readonly string[];
  /** `empty-answer`: requests succeed and nothing comes back. */
  readonly works: 'yes' | 'empty-answer';
}

export interface KnownModel extends Fact {
  readonly id: string;
  /** Ids of the endpoints that have it. */
  readonly endpoints: readonly string[];
  /** `null`, here and below: the source does not tell. */
  readonly input: readonly ('text' | 'image' | 'video')[] | null;
  /** Tokens. */
  readonly contextWindow: number | null;
  readonly maxTokens: number | null;
  readonly alias: string | null;
}

export interface OtherModel extends Fact {
  readonly id: string;
  readonly endpoints: readonly string[];
}

export interface MistakenId extends Fact {
  readonly written: string;
  readonly meant: string;
}

export interface KnownVariable extends Fact {
  readonly name: string;
  readonly use: 'preferred' | 'compatible';
  /** Names in a configuration (`ids`) that take their key from it. */
  readonly of: readonly string[];
  readonly openclaw: Versions;
}

export const errorMeanings = [
  'wrong-endpoint',
  'wrong-model',
  'bad-key',
  'no-key',
  /** Of the gateway, to a program that asks it. */
  'bad-token',
  'too-long',
  'rate-limited',
  'wrong-api',
  'endpoint-off',
  'unreachable',
  'proxy',
  'other-tool',
] as const;
export type ErrorMeaning = (typeof errorMeanings)[number];

/** How an error reads in a log or an answer. */
export interface KnownError extends Fact {
  readonly meaning: ErrorMeaning;
  /** HTTP status; `null`: the message has none. */
  readonly status: number | null;
  readonly pattern: RegExp;
  readonly example: string;
}

/** A channel's plugin that calls the gateway itself. */
export interface ConnectorKnowledge {
  readonly id: string;
  readonly name: string;
  readonly plugin: string;
  readonly generations: readonly ConnectorGeneration[];
  readonly errors: readonly KnownError[];
}

export interface ConnectorGeneration extends Fact {
  /** Of the connector: from which version on, and before which. */
  readonly from: string | null;
  readonly before: string | null;
  /** The oldest OpenClaw that loads it. */
  readonly needsOpenClaw: string | null;
  /** Settings below `channels.<id>`. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Settings of the gateway without which it does not work. */
  readonly needs: readonly { readonly path: string; readonly value: string | boolean }[];
  /** Settings that make the configuration invalid. */
  readonly refuses: readonly string[];
}
