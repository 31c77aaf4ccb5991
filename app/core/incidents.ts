import type { ShownFinding } from './model/finding.ts';
import type { IncidentKind, NewsMemory } from './model/news.ts';
import type { Picture } from './model/picture.ts';
import type { GatewayState, StateReason } from './model/state.ts';

/** `meant`: nothing runs here and somebody wanted it so. `moving`: on its way, or cannot be told: no ground for news. */
export type Condition = 'well' | 'meant' | 'moving' | IncidentKind;

const conditions: Readonly<Record<GatewayState, Condition>> = {
  healthy: 'well',
  // Somebody keeps it running in another way.
  unmanaged: 'well',
  degraded: 'degraded',
  starting: 'moving',
  stopping: 'moving',
  unresponsive: 'down',
  conflict: 'conflict',
  'port-taken': 'conflict',
  'crash-looping': 'crash-looping',
  stopped: 'down',
  disabled: 'meant',
  'not-installed': 'down',
  remote: 'meant',
  unknown: 'moving',
};

const exceptions: Readonly<Partial<Record<StateReason, Condition>>> = {
  'stopped-on-purpose': 'meant',
  'maintenance-running': 'moving',
  'not-installed-no-cli': 'meant',
};

/** How long a sign must last beside being seen twice: a plugin that reloads makes a gateway degraded for a moment. */
const patienceMs: Readonly<Record<IncidentKind, number>> = {
  down: 4_000,
  conflict: 4_000,
  'crash-looping': 4_000,
  degraded: 60_000,
};

export function deriveCondition({ activity, status }: Picture): Condition {
  if (activity !== null) return 'moving';
  return exceptions[status.reason] ?? conditions[status.state];
}

export interface Sign {
  readonly condition: IncidentKind;
  readonly picture: Picture;
  /** Epoch ms. */
  readonly now: number;
  readonly suspected: NonNullable<NewsMemory['suspected']>;
}

/** Seen in two snapshots some seconds apart; an outage also in one, together with a finding that is certain of it. */
export function isConfirmed({ condition, picture, now, suspected }: Sign): boolean {
  if (condition !== 'degraded' && picture.findings.some(isCertainOutage)) return true;
  const isSeenAgain = picture.snapshot.sequence !== suspected.sequence;
  return isSeenAgain && now - suspected.since >= patienceMs[condition];
}

function isCertainOutage({ finding }: ShownFinding): boolean {
  return finding.certainty === 'certain' && finding.severity === 'blocking';
}
