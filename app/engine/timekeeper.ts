import type { Picture } from '../core/model/picture.ts';
import { deriveCadence } from './cadence.ts';
import type { LookQueue } from './look-queue.ts';
import type { Pulse } from './pulse.ts';

export interface Timekeeper {
  /** Begins what is due. `now` in epoch ms. */
  keep(picture: Picture, now: number): void;
}

/** The slow look, the quick one and the pulse, each in its own time. */
export function createTimekeeper(queue: LookQueue, pulse: Pulse, startedAt: number): Timekeeper {
  let lookedAt = startedAt;
  let quickAt = startedAt;
  let pulsedAt = startedAt;
  return {
    keep(picture, now) {
      const { lookMs, depth, quickMs, pulseMs } = deriveCadence(picture);
      if (now - lookedAt >= lookMs) {
        lookedAt = now;
        queue.request(depth);
      } else if (quickMs !== null && now - quickAt >= quickMs) {
        quickAt = now;
        queue.request('quick');
      } else if (pulseMs !== null && now - pulsedAt >= pulseMs) {
        pulsedAt = now;
        pulse.feel(picture);
      }
    },
  };
}
