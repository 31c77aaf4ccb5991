import type { ActionResult } from './action.ts';
import type { ShownFinding } from './finding.ts';
import type { Activity } from './memory.ts';
import type { Snapshot } from './snapshot.ts';
import type { GatewayStatus } from './state.ts';

/** One moment, read and judged. Faces turn it into a `View` or a `StatusReport`. */
export interface Picture {
  readonly snapshot: Snapshot;
  readonly status: GatewayStatus;
  /** The one to look at first at the front. */
  readonly findings: readonly ShownFinding[];
  readonly activity: Activity | null;
  readonly lastResult: ActionResult | null;
}
