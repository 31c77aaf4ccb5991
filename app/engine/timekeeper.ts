import type { Picture } from '../core/model/picture.ts';
import { deriveCadence } from './cadence.ts';
import type { LookQueue } from './look-queue.ts';
import type { Pulse } from './pulse.ts';

export interface Timekeeper {
  /** Begins what is due. `lookAgainAt`: when a finding's patience ends, epoch ms. */
  keep(picture: Picture, lookAgainAt: number | null, now: number): void;
}

/** Between two looks for a finding that waits: the first may still be under way. */
const restMs = 1_000;

/** The slow look, the quick one and the pulse, each in its own time. */
export function createTimekeeper(queue: LookQueue, pulse: Pulse, startedAt: number): Timekeeper {
  let lookedAt = startedAt;
  let quickAt = startedAt;
  let pulsedAt = startedAt;
  return {
    keep(picture, lookAgainAt, now) {
      const { lookMs, depth, quickMs, pulseMs } = deriveCadence(picture);
      const isPatienceOver = lookAgainAt !== null && now >= lookAgainAt && now - quickAt >= restMs;
      if (now - lookedAt >= lookMs || isPatienceOver) {
        lookedAt = now;
        quickAt = now;
        queue.request(isPatienceOver ? 'full' : depth);
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
