import { watch as watchFolders, type FSWatcher } from 'chokidar';
import { basename, dirname } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { WatchHandle, Watcher } from '../../ports/watcher.ts';
import { fingerprintOf, planWatch, samePlan, type WatchPlan } from './watch-plan.ts';

/** An editor writes in several steps; a call for each would show a half-written file. */
const restMs = 150;
/** But a folder that never rests must not keep us waiting. */
const longestRestMs = 1000;
/** Events get lost (full queues, network folders, limits): a slow look is the net. */
const lookIntervalMs = 60_000;

/** Events only say when to look; what changed is told by comparing. So our own reading never counts as a change. */
export function createWatcher(clock: Clock): Watcher {
  return { watch: (paths, onChange) => watchPaths(clock, paths, onChange) };
}

function watchPaths(clock: Clock, paths: readonly string[], onChange: (paths: readonly string[]) => void): WatchHandle {
  const known = new Map<string, string>();
  const source = followPlan(paths, () => burst.tell());
  let closed = false;

  const compare = async (): Promise<readonly string[]> => {
    const prints = await Promise.all(paths.map(async (path) => [path, await fingerprintOf(path)] as const));
    const changed = prints.filter(([path, print]) => known.has(path) && known.get(path) !== print);
    for (const [path, print] of prints) known.set(path, print);
    return changed.map(([path]) => path);
  };
  const look = async (): Promise<void> => {
    if (closed) return;
    await source.arm();
    const changed = await compare();
    if (changed.length > 0 && !closed) onChange(changed);
  };

  const ready = compare().then(() => source.arm());
  // The second look is for what changed while the first scan ran. One after the other: each compares with the last.
  let working = ready.then(look);
  const lookNext = (): void => {
    working = working.then(look);
  };
  const burst = collectBurst(clock, lookNext);
  const stopLooking = clock.every(lookIntervalMs, lookNext);

  return {
    ready,
    async close() {
      closed = true;
      burst.cancel();
      stopLooking();
      await working;
      await source.close();
    },
  };
}

/** Events of the folders that matter now; `arm` follows folders that came or went. */
function followPlan(paths: readonly string[], tell: () => void): { arm(): Promise<void>; close(): Promise<void> } {
  let plan: WatchPlan = new Map();
  let events: FSWatcher | null = null;
  return {
    async arm() {
      for (let next = await planWatch(paths); !samePlan(plan, next); next = await planWatch(paths)) {
        const before = events;
        plan = next;
        events = startEvents(next, tell);
        await Promise.all([before?.close(), firstScan(events)]);
      }
    },
    async close() {
      await events?.close();
    },
  };
}

function startEvents(plan: WatchPlan, tell: () => void): FSWatcher {
  const events = watchFolders([...plan.keys()], {
    depth: 0,
    ignoreInitial: true,
    atomic: true,
    ignorePermissionErrors: true,
    ignored: (path) => !matters(plan, path),
  });
  // A failed event source (too many watches) is no reason to stop: the slow look goes on.
  return events.on('all', tell).on('error', tell);
}

function matters(plan: WatchPlan, path: string): boolean {
  if (plan.has(path)) return true;
  const names = plan.get(dirname(path));
  return names === null || names?.has(basename(path)) === true;
}

function firstScan(events: FSWatcher): Promise<void> {
  return new Promise((resolve) => {
    events.once('ready', () => resolve());
    events.once('error', () => resolve());
  });
}

/** Calls once when it has been quiet for a moment. */
function collectBurst(clock: Clock, call: () => void): { tell(): void; cancel(): void } {
  let cancelRest: (() => void) | null = null;
  let begunAt = 0;
  const done = (): void => {
    cancelRest = null;
    call();
  };
  return {
    tell() {
      const now = clock.now();
      if (cancelRest === null) begunAt = now;
      else cancelRest();
      cancelRest = clock.after(Math.max(0, Math.min(restMs, begunAt + longestRestMs - now)), done);
    },
    cancel() {
      cancelRest?.();
      cancelRest = null;
    },
  };
}
