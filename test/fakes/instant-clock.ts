import type { Clock } from '../../app/ports/clock.ts';

/** Time that passes as soon as everything that needs none, real files included, has had its turn. */
export function makeInstantClock(startAt: number, onWait: () => void = () => undefined): Clock {
  let now = startAt;
  return {
    now: () => now,
    after(delayMs, call) {
      onWait();
      const timer = setTimeout(() => {
        now += delayMs;
        call();
      }, 5);
      return () => clearTimeout(timer);
    },
    every: () => () => undefined,
  };
}
