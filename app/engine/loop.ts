import { startBeat } from './beat.ts';
import { createDeathWatch } from './death-watch.ts';
import type { EngineParts } from './engine-parts.ts';
import { createFileWatch } from './file-watch.ts';
import { createLinkKeeper } from './link-keeper.ts';
import { createLookQueue } from './look-queue.ts';
import type { Looker } from './looker.ts';
import type { Pictures } from './pictures.ts';
import { createPulse } from './pulse.ts';
import { createSchemaKeeper } from './schema-keeper.ts';
import { createTimekeeper } from './timekeeper.ts';
import { createWake } from './wake.ts';

export interface Loop {
  /** Resolves when a first look was made and changes will be seen. */
  readonly ready: Promise<void>;
  woke(): void;
  stop(): Promise<void>;
}

/** Asking after a few pids costs microseconds, but each wake-up of this process a quarter of a millisecond. */
const beatMs = 100;
/** While the gateway's own connection would tell of its end. */
const calmBeatMs = 500;
/** The sockets of a process outlive it by some milliseconds: looked at sooner, a dead gateway seems to accept. */
const burialMs = 50;
/** App Nap slows timers to 8 s and a busy machine to seconds; only sleep takes longer. */
const sleptMs = 15_000;

/** Watches by events, with a slow look for what no event tells. */
export function startLoop(parts: EngineParts, looker: Looker, pictures: Pictures): Loop {
  const { ports, onError } = parts;
  const { clock } = ports;
  const queue = createLookQueue(looker, onError);
  const lookNow = () => queue.requestNow();
  let cancelLook: (() => void) | null = null;
  const lookAfterEnd = () => {
    cancelLook?.();
    cancelLook = clock.after(burialMs, lookNow);
  };
  const deaths = createDeathWatch(ports.processes, lookAfterEnd);
  const links = createLinkKeeper(ports.gatewayLink, clock, lookAfterEnd);
  const files = createFileWatch(parts, { looker, pictures, queue });
  const pulse = createPulse(ports.http, lookNow, onError);
  const schemas = createSchemaKeeper(parts, pictures, () => queue.request('quick'));
  const time = createTimekeeper(queue, pulse, clock.now());
  const wake = createWake(
    clock,
    (at) => pictures.setWokeAt(at),
    () => queue.request('full'),
  );
  let lastBeatAt = clock.now();

  const cancelBeat = startBeat(
    clock,
    () => (links.isOpen() ? calmBeatMs : beatMs),
    () => {
      const now = clock.now();
      if (now - lastBeatAt > sleptMs) wake.woke();
      lastBeatAt = now;
      deaths.check();
      const picture = pictures.current();
      // Our own action looks by itself, step by step.
      if (picture !== null && pictures.ownActivity() === null && !wake.isQuiet())
        time.keep(picture, pictures.lookAgainAt(), now);
    },
  );
  const unsubscribe = pictures.onPicture((picture) => {
    deaths.follow(picture);
    links.follow(picture);
    schemas.follow(picture);
    files.follow(picture).catch(onError);
  });

  /** What changed between the first look and the moment the watch could see it is read by a second one. */
  async function arm(): Promise<void> {
    await files.follow(await looker.lookShared());
    await looker.look('quick');
  }

  return {
    ready: arm(),
    woke: () => wake.woke(),
    async stop() {
      unsubscribe();
      cancelBeat();
      cancelLook?.();
      queue.close();
      wake.close();
      links.close();
      deaths.close();
      schemas.close();
      await files.close();
    },
  };
}
