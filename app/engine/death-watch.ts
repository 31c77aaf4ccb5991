import type { Picture } from '../core/model/picture.ts';
import type { Processes } from '../ports/processes.ts';
import { deriveWatchedPids } from './watched-pids.ts';

export interface DeathWatch {
  follow(picture: Picture): void;
  /** Asks each pid with signal 0, which disturbs nobody. */
  check(): void;
}

/** Tells once of each process that has ended, however long pictures still name it. */
export function createDeathWatch(processes: Processes, onDeath: () => void): DeathWatch {
  let pids: readonly number[] = [];
  let told: readonly number[] = [];
  return {
    follow(picture) {
      pids = deriveWatchedPids(picture);
      told = told.filter((pid) => pids.includes(pid));
    },
    check() {
      const dead = pids.filter((pid) => !told.includes(pid) && !processes.isAlive(pid));
      if (dead.length === 0) return;
      told = [...told, ...dead];
      onDeath();
    },
  };
}
