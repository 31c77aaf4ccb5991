import type { ActionKind, ActionResult } from '../core/model/action.ts';
import type { DeviceList } from '../core/model/devices.ts';
import type { Picture } from '../core/model/picture.ts';
import type { RepairPreview } from '../core/model/preview.ts';
import type { ProviderFault, ProviderRequest } from '../core/model/provider-request.ts';
import type { ProviderTest } from '../core/model/provider-test.ts';
import type { Reading } from '../core/model/reading.ts';
import type { RepairRefusal, Run } from '../core/model/repair.ts';
import type { RestoreFault, RestoreRequest } from '../core/model/restore.ts';
import type { Wish } from '../core/model/wish.ts';
import type { LockHolder } from '../ports/notebook.ts';
import type { KeptHistory } from './history.ts';

/** `needs-confirmation` and `busy` change nothing; otherwise the run tells all. */
export type RepairResult =
  | { readonly kind: 'ended'; readonly run: Run }
  | { readonly kind: 'previewed'; readonly preview: RepairPreview }
  | { readonly kind: 'needs-confirmation'; readonly preview: RepairPreview }
  | { readonly kind: 'stale'; readonly preview: RepairPreview | null }
  | { readonly kind: 'refused'; readonly refusal: RepairRefusal }
  | { readonly kind: 'busy'; readonly by: LockHolder };

/** The engine as every face sees it. */
export interface Engine {
  /** Reads everything now and judges it. Concurrent calls share one collection. */
  look(): Promise<Picture>;
  /** The newest picture, or `null` before the first look. */
  current(): Picture | null;
  /** Called after every look whose picture differs, and when an action begins or ends. Returns the unsubscribe function. */
  onPicture(listener: (picture: Picture) => void): () => void;
  /** Begins to watch (events, not polling). `ready` resolves when changes will be seen. */
  start(): { readonly ready: Promise<void> };
  stop(): Promise<void>;
  act(action: ActionKind, options: { readonly confirmed: boolean }): Promise<ActionResult>;
  /** What would be done about a finding, from the newest look; `null` closes it. Shown in pictures until then. */
  preview(findingId: string | null): Promise<RepairPreview | null>;
  /** What would be done about something that a person chose; shown like any other preview. */
  previewWish(wish: Wish): Promise<RepairPreview>;
  /** What would bring back a former version, some of its settings, or what was before somebody's change. */
  previewRestore(request: RestoreRequest): Promise<RepairPreview | RestoreFault>;
  /** What would set up a provider. One of a server of one's own is asked for its models before. */
  previewProvider(request: ProviderRequest): Promise<RepairPreview | ProviderFault>;
  /**
   * Asks a provider for its models, by its name in the configuration, or as it is about to be set up. Costs nothing.
   * Pictures show it from then on.
   */
  testProvider(subject: string | ProviderRequest): Promise<ProviderTest | ProviderFault>;
  /** Holds a key that was typed, in memory, for ten minutes; a request names it by this ticket. */
  holdKey(key: string): string;
  /** What was kept of the watched files, masked. */
  readonly history: KeptHistory;
  /** Compares a version with its file as it is now, for pictures until the next comparison; `null` closes it. */
  compare(reference: string | null): Promise<void>;
  /** The paired devices and the requests. It may take seconds, so only when a person wants to see them. */
  askDevices(): Promise<Reading<DeviceList>>;
  /** Executes the plan that was previewed under this id. Unknown or outdated id, or a changed machine: `stale`. */
  repair(planId: string, options: { readonly confirmed: boolean }): Promise<RepairResult>;
  /** Previews (`dryRun`) or performs the inverses of a run, in reverse order, each checking what it expects to find. */
  undo(runId: string, options: { readonly confirmed: boolean; readonly dryRun: boolean }): Promise<RepairResult>;
  runs(): Promise<readonly Run[]>;
  /** The machine woke up: look again after a pause, and forgive what failed meanwhile. */
  woke(): void;
}
