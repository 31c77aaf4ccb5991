import type { Picture } from '../core/model/picture.ts';
import type { Processes } from '../ports/processes.ts';
import { deriveWatchedPids } from './watched-pids.ts';

export interface DeathWatch {
  follow(picture: Picture): void;
  /** Asks each pid with signal 0, which disturbs nobody; each tenth time also whether what is left is a zombie. */
  check(): void;
}

/** Only orphans of a machine without an init stay zombies, and to tell one a file of /proc must be read. */
const beatsBetweenZombies = 10;

/** Tells once of each process that has ended, however long pictures still name it. */
export function createDeathWatch(processes: Processes, onDeath: () => void): DeathWatch {
  let pids: readonly number[] = [];
  let told: readonly number[] = [];
  let beats = 0;
  return {
    follow(picture) {
      pids = deriveWatchedPids(picture);
      told = told.filter((pid) => pids.includes(pid));
    },
    check() {
      beats = (beats + 1) % beatsBetweenZombies;
      const lives = (pid: number) => (beats === 0 ? processes.isAlive(pid) : processes.exists(pid));
      const dead = pids.filter((pid) => !told.includes(pid) && !lives(pid));
      if (dead.length === 0) return;
      told = [...told, ...dead];
      onDeath();
    },
  };
}
