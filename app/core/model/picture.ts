import type { DeviceList } from './devices.ts';
import type { HistoryFault, VersionDiff } from './listed-version.ts';
import type { RepairPreview } from './preview.ts';
import type { ProviderTest } from './provider-test.ts';
import type { Reading } from './reading.ts';
import type { RepairOffer, Run } from './repair.ts';
import type { ActionResult, AvailableAction } from './action.ts';
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
  /** What `planAction` allows now, in any order; `deriveView` puts the most likely first. Empty while an action runs. */
  readonly available: readonly AvailableAction[];
  readonly activity: Activity | null;
  readonly lastResult: ActionResult | null;
  /** What `planRepair` says now of each finding, of what it causes too. */
  readonly offers: readonly RepairOffer[];
  /** The devices, since a person asked to see them: `asking` while OpenClaw is being asked; `null`: nobody did. */
  readonly devices: 'asking' | Reading<DeviceList> | null;
  /** Providers that a person had asked, each with its newest answer. */
  readonly providerTests: readonly ProviderTest[];
  /** The version that a person compares with now; `null`: none. */
  readonly compared: ComparedVersion | null;
  /** The repair that a person is looking at; `null`: none. */
  readonly preview: RepairPreview | null;
  /** Newest first; one without verdict is running, or was interrupted. */
  readonly runs: readonly Run[];
  /** Last wake from sleep, epoch ms. */
  readonly wokeAt: number | null;
}

export interface ComparedVersion {
  /** As it was asked for. */
  readonly reference: string;
  readonly outcome: VersionDiff | HistoryFault;
}
