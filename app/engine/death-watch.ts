import type { Picture } from '../core/model/picture.ts';
import type { LifeLine, Processes } from '../ports/processes.ts';
import { deriveWatchedPids } from './watched-pids.ts';

export interface DeathWatch {
  follow(picture: Picture): void;
  /** Asks after each process, which disturbs nobody. */
  check(): void;
  close(): void;
}

/** Tells once of each process that has ended, however long pictures still name it. */
export function createDeathWatch(processes: Processes, onDeath: () => void): DeathWatch {
  /** `null`: its end was told. */
  const lines = new Map<number, LifeLine | null>();

  function letGo(pids: readonly number[]): void {
    for (const pid of pids) {
      lines.get(pid)?.close();
      lines.delete(pid);
    }
  }

  return {
    follow(picture) {
      const pids = deriveWatchedPids(picture);
      letGo([...lines.keys()].filter((pid) => !pids.includes(pid)));
      for (const pid of pids) if (!lines.has(pid)) lines.set(pid, processes.follow(pid));
    },
    check() {
      const dead = [...lines].filter(([, line]) => line?.isAlive() === false);
      if (dead.length === 0) return;
      for (const [pid, line] of dead) {
        line?.close();
        lines.set(pid, null);
      }
      onDeath();
    },
    close: () => letGo([...lines.keys()]),
  };
}
