import { deriveAvailable } from '../core/actions/available.ts';
import type { PlanHistory } from '../core/actions/plan.ts';
import { judge } from '../core/judge.ts';
import type { ActionResult } from '../core/model/action.ts';
import { type Activity, emptyMemory, type Memory } from '../core/model/memory.ts';
import type { Picture } from '../core/model/picture.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Clock } from '../ports/clock.ts';
import type { Past } from './past.ts';

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
  /** Our own action is in flight. */
  isActing(): boolean;
  setWokeAt(at: number): void;
  /** Epoch ms at which a finding that still waits would show; `null`: none waits. */
  lookAgainAt(): number | null;
  historyNow(): PlanHistory;
}

export function createPictures(clock: Clock): Pictures {
  const listeners = new Set<(picture: Picture) => void>();
  let memory: Memory = emptyMemory;
  let past: Past = { lastAction: null, lastForcedRestartAt: null, otherActivity: null };
  let own: Activity | null = null;
  let lastResult: ActionResult | null = null;
  let newest: Picture | null = null;
  let lookAgainAt: number | null = null;

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
    return { snapshot, status, findings, available: deriveAvailable(snapshot, status, history), activity, lastResult };
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
    isActing: () => own !== null,
    setWokeAt(at) {
      memory = { ...memory, wokeAt: at };
    },
    lookAgainAt: () => lookAgainAt,
    historyNow,
  };
}
