import { createAct } from './act.ts';
import type { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { type Loop, startLoop } from './loop.ts';
import { createLooker } from './looker.ts';
import { createPictures } from './pictures.ts';

/** One engine for one gateway. Nothing happens before `look`, `act` or `start`. */
export function createEngine(parts: EngineParts): Engine {
  const pictures = createPictures(parts.ports.clock);
  const looker = createLooker(parts, pictures);
  let loop: Loop | null = null;
  return {
    look: () => looker.lookShared(),
    current: () => pictures.current(),
    onPicture: (listener) => pictures.onPicture(listener),
    act: createAct(parts, looker, pictures),
    start() {
      loop ??= startLoop(parts, looker, pictures);
      return { ready: loop.ready };
    },
    async stop() {
      const running = loop;
      loop = null;
      await running?.stop();
    },
    woke: () => loop?.woke(),
  };
}
