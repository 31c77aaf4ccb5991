import type { Clock } from '../ports/clock.ts';

/** Calls again and again, each time after as long as `paceMs` says then. The returned function ends it. */
export function startBeat(clock: Clock, paceMs: () => number, call: () => void): () => void {
  let cancel = next();
  function next(): () => void {
    return clock.after(paceMs(), () => {
      cancel = next();
      call();
    });
  }
  return () => cancel();
}
