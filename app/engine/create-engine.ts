import { planRepair } from '../core/repairs/index.ts';
import { createAct } from './act.ts';
import { createAskDevices } from './ask-devices.ts';
import { startAutomatic } from './automatic.ts';
import type { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { createCompare } from './compare.ts';
import { createKeptHistory } from './kept-history.ts';
import { type Loop, startLoop } from './loop.ts';
import { createLooker } from './looker.ts';
import { createPictures } from './pictures.ts';
import { createPreviewProvider, createTestProvider } from './providers.ts';
import { createPreview, createRepair } from './repair/repair.ts';
import { createRunBook } from './repair/run-book.ts';
import { createUndo } from './repair/undo.ts';
import { createPreviewRestore, createPreviewWish } from './repair/wishes.ts';

/** One engine for one gateway. Nothing happens before `look`, `act` or `start`. */
export function createEngine(parts: EngineParts): Engine {
  const pictures = createPictures(parts.ports.clock, parts.planRepair ?? planRepair);
  const book = createRunBook(parts, pictures);
  const looker = createLooker(parts, pictures, book);
  const history = createKeptHistory(parts, pictures);
  const repairer = { parts, pictures, book, looker, history };
  let loop: Loop | null = null;
  let stopAutomatic: (() => void) | null = null;
  return {
    look: () => looker.lookShared(),
    current: () => pictures.current(),
    onPicture: (listener) => pictures.onPicture(listener),
    act: createAct(parts, looker, pictures),
    preview: createPreview(repairer),
    previewWish: createPreviewWish(repairer),
    previewRestore: createPreviewRestore(repairer),
    previewProvider: createPreviewProvider(repairer),
    testProvider: createTestProvider(repairer),
    holdKey: (key) => parts.ports.typedSecrets.hold(key),
    history,
    compare: createCompare(pictures, history),
    askDevices: createAskDevices(repairer),
    repair: createRepair(repairer),
    undo: createUndo(repairer),
    async runs() {
      await book.reload();
      return book.current();
    },
    start() {
      loop ??= startLoop(parts, looker, pictures);
      stopAutomatic ??= startAutomatic(repairer);
      return { ready: loop.ready };
    },
    async stop() {
      const running = loop;
      loop = null;
      stopAutomatic?.();
      stopAutomatic = null;
      await running?.stop();
    },
    woke: () => loop?.woke(),
  };
}
