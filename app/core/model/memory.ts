import type { ActionKind, ActivityKind } from './action.ts';
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
  /** What the gateway's process used, oldest first: every list of processes for 15 minutes, then six an hour. */
  readonly usage: readonly UsageSample[];
  /** When `/healthz` was asked over an open connection and had no answer in time: the last 15 minutes, oldest first. */
  readonly slowAt: readonly number[];
  /** The service as it was when a gateway that it had started was well for the last time; `null`: not seen. */
  readonly well: WellService | null;
  /** The last `openclaw doctor` that was seen since; a gateway that starts after it and is well ends its story. */
  readonly doctor: { readonly at: number; readonly commandLine: string } | null;
}

/** What OpenClaw's doctor may write anew. */
export interface WellService {
  readonly at: number;
  readonly nodePath: string | null;
  readonly entryPath: string | null;
  readonly port: number | null;
  readonly configChangedAt: number | null;
}

/** One process in one list; all samples are of the same process. */
export interface UsageSample {
  readonly at: number;
  readonly pid: number;
  readonly cpuPercent: number | null;
  readonly memoryBytes: number | null;
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
  readonly action: ActivityKind;
  /** Epoch ms; of a repair or undo it is its run's `startedAt`. */
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
  usage: [],
  slowAt: [],
  well: null,
  doctor: null,
};
