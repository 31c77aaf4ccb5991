import type { ActionKind } from './action.ts';
import type { GatewayState } from './state.ts';

/**
 * What the engine remembers between two looks. Rules that need time (a rising run count, patience) read it here;
 * a single look starts with `emptyMemory` and then says less, never something else.
 */
export interface Memory {
  /** Oldest first, at most 15 minutes. */
  readonly samples: readonly Sample[];
  /** When each finding id was first judged, epoch ms; it is forgotten as soon as it is gone. */
  readonly firstSeen: Readonly<Record<string, number>>;
  /** The last judgement; `since` is `null` when it held before the first look and nothing told since when. */
  readonly state: { readonly name: GatewayState; readonly since: number | null } | null;
  /** The action in flight, from whichever face. */
  readonly activity: Activity | null;
  /** The last start, stop or restart that a person asked of us, from any face. */
  readonly lastAction: PastAction | null;
  /** Last wake from sleep, epoch ms. */
  readonly wokeAt: number | null;
}

export interface Sample {
  readonly at: number;
  /** `null` while the service is not loaded. */
  readonly runs: number | null;
  /** The job's process, else the gateway that serves without one. */
  readonly pid: number | null;
  /** A gateway answered `/healthz`. */
  readonly live: boolean;
}

export interface Activity {
  readonly action: ActionKind;
  readonly startedAt: number;
}

export interface PastAction {
  readonly action: ActionKind;
  readonly at: number;
  readonly succeeded: boolean;
}

export const emptyMemory: Memory = {
  samples: [],
  firstSeen: {},
  state: null,
  activity: null,
  lastAction: null,
  wokeAt: null,
};
