import type { Picture } from '../core/model/picture.ts';
import { collect, type Depth } from './collect.ts';
import type { EngineParts } from './engine-parts.ts';
import { readPast } from './past.ts';
import type { Pictures } from './pictures.ts';
import type { RunBook } from './repair/run-book.ts';

/** Turns looks into pictures. */
export interface Looker {
  /** A new look of that depth. When a later one has overtaken it, that one's picture is returned. */
  look(depth: Depth): Promise<Picture>;
  /** A full look; concurrent calls share one. */
  lookShared(): Promise<Picture>;
  /** The newest readings in the light of what the notebook says now. */
  judgeAgain(): Promise<void>;
}

export function createLooker(parts: EngineParts, pictures: Pictures, runs: RunBook): Looker {
  const { ports, environment, target, probes, self } = parts;
  let sequence = 0;
  let shared: Promise<Picture> | null = null;

  async function look(depth: Depth): Promise<Picture> {
    sequence += 1;
    const options = { sequence, depth, previous: pictures.current()?.snapshot ?? null };
    const [snapshot, past] = await Promise.all([
      collect(ports, environment, target, options, probes),
      readPast(ports, target, self.pid),
      runs.load(),
    ]);
    return pictures.publish(snapshot, past);
  }

  return {
    look,
    lookShared() {
      shared ??= look('full').finally(() => {
        shared = null;
      });
      return shared;
    },
    async judgeAgain() {
      const [past] = await Promise.all([readPast(ports, target, self.pid), runs.reload()]);
      const newest = pictures.current();
      if (newest !== null) pictures.publish(newest.snapshot, past);
    },
  };
}
