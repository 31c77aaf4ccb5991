import { deriveAvailable } from '../core/actions/available.ts';
import type { PlanHistory } from '../core/actions/plan.ts';
import { judge } from '../core/judge.ts';
import type { ActionResult } from '../core/model/action.ts';
import { type Activity, emptyMemory, type Memory } from '../core/model/memory.ts';
import type { Picture } from '../core/model/picture.ts';
import type { ProviderTest } from '../core/model/provider-test.ts';
import type { RepairPreview } from '../core/model/preview.ts';
import type { Run } from '../core/model/repair.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Clock } from '../ports/clock.ts';
import type { PlanRepair } from './engine-parts.ts';
import type { Past } from './past.ts';
import { deriveOffers } from './repair/offers.ts';

/** The newest picture and what it is judged by: the only place that makes pictures. */
export interface Pictures {
  current(): Picture | null;
  onPicture(listener: (picture: Picture) => void): () => void;
  /** Judges and tells every listener. Readings older than those of the newest picture change nothing. */
  publish(snapshot: Snapshot, past: Past): Picture;
  /** Our own action begins: told to every listener at once. */
  beginActivity(activity: Activity): void;
  /** Our own action is over; the next picture tells it. `null` keeps no result. */
  endActivity(result: ActionResult | null): void;
  /** Our own action, repair or undo that is in flight. */
  ownActivity(): Activity | null;
  /** What a person looks at; told to every listener at once. */
  setPreview(preview: RepairPreview | null): void;
  /** What a person asked to see; told to every listener at once. */
  setDevices(devices: Picture['devices']): void;
  setProviderTest(test: ProviderTest): void;
  setCompared(compared: Picture['compared']): void;
  /** Newest first; told to every listener at once. */
  setRuns(runs: readonly Run[]): void;
  /** As in the newest picture, also before there is one. */
  previewNow(): RepairPreview | null;
  memoryNow(): Memory;
  setWokeAt(at: number): void;
  /** Epoch ms at which a finding that still waits would show; `null`: none waits. */
  lookAgainAt(): number | null;
  historyNow(): PlanHistory;
}

export function createPictures(clock: Clock, planRepair: PlanRepair): Pictures {
  const listeners = new Set<(picture: Picture) => void>();
  let memory: Memory = emptyMemory;
  let past: Past = { lastAction: null, lastForcedRestartAt: null, otherActivity: null };
  let own: Activity | null = null;
  let lastResult: ActionResult | null = null;
  let newest: Picture | null = null;
  let lookAgainAt: number | null = null;
  let preview: RepairPreview | null = null;
  let devices: Picture['devices'] = null;
  let providerTests: readonly ProviderTest[] = [];
  let compared: Picture['compared'] = null;
  let runs: readonly Run[] = [];

  const historyNow = (): PlanHistory => ({
    now: clock.now(),
    lastForcedRestartAt: past.lastForcedRestartAt,
    activity: own ?? past.otherActivity,
  });

  function makePicture(snapshot: Snapshot): Picture {
    const history = historyNow();
    const { activity } = history;
    const judged = judge(snapshot, { ...memory, activity, lastAction: past.lastAction });
    memory = judged.memory;
    lookAgainAt = judged.lookAgainAt;
    const { status, findings } = judged;
    const available = deriveAvailable(snapshot, status, history);
    const offers = deriveOffers(judged, snapshot, { runs, now: history.now, planRepair });
    const { wokeAt } = memory;
    const asked = { preview, devices, providerTests, compared, runs };
    return { snapshot, status, findings, available, activity, lastResult, offers, ...asked, wokeAt };
  }

  function show(snapshot: Snapshot): Picture {
    const picture = makePicture(snapshot);
    newest = picture;
    for (const listener of listeners) listener(picture);
    return picture;
  }

  return {
    current: () => newest,
    onPicture(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish(snapshot, readPast) {
      if (newest !== null && snapshot.sequence < newest.snapshot.sequence) return newest;
      past = readPast;
      return show(snapshot);
    },
    beginActivity(activity) {
      own = activity;
      lastResult = null;
      if (newest !== null) show(newest.snapshot);
    },
    endActivity(result) {
      own = null;
      lastResult = result;
    },
    ownActivity: () => own,
    setPreview(next) {
      preview = next;
      if (newest !== null) show(newest.snapshot);
    },
    setDevices(next) {
      devices = next;
      if (newest !== null) show(newest.snapshot);
    },
    setProviderTest(test) {
      providerTests = [...providerTests.filter(({ provider }) => provider !== test.provider), test];
      if (newest !== null) show(newest.snapshot);
    },
    setCompared(next) {
      compared = next;
      if (newest !== null) show(newest.snapshot);
    },
    setRuns(next) {
      if (next === runs) return;
      runs = next;
      if (newest !== null) show(newest.snapshot);
    },
    previewNow: () => preview,
    memoryNow: () => memory,
    setWokeAt(at) {
      memory = { ...memory, wokeAt: at };
    },
    lookAgainAt: () => lookAgainAt,
    historyNow,
  };
}
