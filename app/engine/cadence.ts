import type { Picture } from '../core/model/picture.ts';
import type { GatewayState } from '../core/model/state.ts';
import type { Depth } from './collect.ts';

/** How closely a gateway is watched between events. */
export interface Cadence {
  /** The reconciling look: what no event tells. */
  readonly lookMs: number;
  readonly depth: Depth;
  /** One short `/healthz` request, without any process. `null`: none. */
  readonly pulseMs: number | null;
  /** A quick look, while something is on its way. `null`: none. */
  readonly quickMs: number | null;
}

/** It serves: every five processes started here would be felt on a battery, so a minute passes between looks. */
const serves: Cadence = { lookMs: 60_000, depth: 'reconcile', pulseMs: 10_000, quickMs: null };
/** Nothing runs and nobody is wrong: whether something appears on the port costs nothing to ask. */
const rests: Cadence = { lookMs: 30_000, depth: 'full', pulseMs: 2_000, quickMs: null };
const moves: Cadence = { lookMs: 5_000, depth: 'full', pulseMs: null, quickMs: 1_000 };
const ails: Cadence = { lookMs: 5_000, depth: 'full', pulseMs: 2_000, quickMs: null };

const cadences: Record<GatewayState, Cadence> = {
  healthy: serves,
  unmanaged: serves,
  degraded: { ...serves, lookMs: 15_000 },
  starting: moves,
  stopping: moves,
  unresponsive: ails,
  conflict: ails,
  'crash-looping': ails,
  'port-taken': ails,
  unknown: ails,
  stopped: rests,
  disabled: rests,
  'not-installed': rests,
  remote: { ...rests, lookMs: 60_000, pulseMs: null },
};

export function deriveCadence(picture: Picture): Cadence {
  return picture.activity === null ? cadences[picture.status.state] : moves;
}
