import type { Clock } from '../../app/ports/clock.ts';

interface Timer {
  readonly id: number;
  dueAt: number;
  readonly intervalMs: number | null;
  readonly call: () => void;
}

/** A clock that stands still until a test drives it. */
export interface FakeClock extends Clock {
  /** Lets `durationMs` pass: due timers run in order, and what they started gets its turn before the next one. */
  advance(durationMs: number): Promise<void>;
  /** Jumps without running what was due meanwhile one by one: what a machine's sleep looks like. */
  sleepThrough(durationMs: number): Promise<void>;
  /** Timers still set. Zero after everything was stopped. */
  pending(): number;
}

export function makeFakeClock(startAt = Date.parse('2026-11-20T12:00:00Z')): FakeClock {
  let now = startAt;
  let nextId = 1;
  const timers = new Map<number, Timer>();

  function set(delayMs: number, intervalMs: number | null, call: () => void): () => void {
    const id = nextId++;
    timers.set(id, { id, dueAt: now + delayMs, intervalMs, call });
    return () => timers.delete(id);
  }

  function nextDue(limit: number): Timer | undefined {
    return [...timers.values()]
      .filter((timer) => timer.dueAt <= limit)
      .sort((a, b) => a.dueAt - b.dueAt || a.id - b.id)[0];
  }

  async function run(timer: Timer): Promise<void> {
    if (timer.intervalMs === null) timers.delete(timer.id);
    else timer.dueAt = now + timer.intervalMs;
    timer.call();
    await settle();
  }

  return {
    now: () => now,
    after: (delayMs, call) => set(delayMs, null, call),
    every: (intervalMs, call) => set(intervalMs, intervalMs, call),
    pending: () => timers.size,
    async advance(durationMs) {
      const end = now + durationMs;
      await settle();
      for (let timer = nextDue(end); timer !== undefined; timer = nextDue(end)) {
        now = Math.max(now, timer.dueAt);
        await run(timer);
      }
      now = end;
      await settle();
    },
    async sleepThrough(durationMs) {
      now += durationMs;
      for (const timer of [...timers.values()].filter((each) => each.dueAt <= now)) await run(timer);
      await settle();
    },
  };
}

/** Lets every promise that can go on without time or input do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
