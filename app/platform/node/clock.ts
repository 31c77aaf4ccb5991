import type { Clock } from '../../ports/clock.ts';

/** The system's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, call) => {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
  every: (intervalMs, call) => {
    const timer = setInterval(call, intervalMs);
    return () => clearInterval(timer);
  },
};
