import type { Drift } from './drift.ts';
import type { Finding } from './finding.ts';
import type { GatewayStatus } from './state.ts';

/** What a person is told without having asked. One switch each. */
export const newsKinds = ['down', 'conflict', 'crash-looping', 'degraded', 'recovered', 'drift'] as const;
export type NewsKind = (typeof newsKinds)[number];
export type GatewayNewsKind = Exclude<NewsKind, 'drift'>;
export type IncidentKind = Exclude<GatewayNewsKind, 'recovered'>;

/** What a person may answer to "not now". */
export const snoozeChoices = ['hour', 'tomorrow', 'off'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** One thing to tell, with what its words are made of. */
export type News = GatewayNews | DriftNews;

export interface GatewayNews {
  readonly kind: GatewayNewsKind;
  /** Epoch ms. */
  readonly at: number;
  readonly status: GatewayStatus;
  /** The one to look at first. */
  readonly finding: Finding | null;
}

/** Somebody else changed the configuration. */
export interface DriftNews {
  readonly kind: 'drift';
  /** Epoch ms. */
  readonly at: number;
  readonly drift: Drift;
}

export interface NewsSettings {
  readonly kinds: Readonly<Record<NewsKind, boolean>>;
  /** Epoch ms; `null`: not snoozed. */
  readonly snoozedUntil: number | null;
}

/**
 * Something that is wrong, from its first sign to its end. `new`: to be told as soon as nothing hinders. `told`: it
 * was. `known`: it never will be, for it was there before we were, or came out of what a person did.
 */
export interface Incident {
  readonly kind: IncidentKind;
  readonly since: number;
  readonly state: 'new' | 'told' | 'known';
}

export interface NewsMemory {
  readonly incident: Incident | null;
  /** Epoch ms at which each kind was told last. */
  readonly toldAt: Readonly<Partial<Record<NewsKind, number>>>;
  /** A first sign that has to be confirmed. `sequence`: of its snapshot. */
  readonly suspected: { readonly kind: IncidentKind; readonly since: number; readonly sequence: number } | null;
  /** Epoch ms of the last moment in which a person's action was in flight. */
  readonly actedAt: number | null;
  /** Epoch ms at which this app began to watch a gateway that was not well; `null`: it was well, or none was seen. */
  readonly beganAt: number | null;
  /** `first`: never ran before. `again`: a new start of the app. `watching`: something was seen since. */
  readonly phase: 'first' | 'again' | 'watching';
}

/** Of an app that never ran before. */
export const emptyNewsMemory: NewsMemory = {
  incident: null,
  toldAt: {},
  suspected: null,
  actedAt: null,
  beganAt: null,
  phase: 'first',
};
