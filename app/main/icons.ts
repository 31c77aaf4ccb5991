import path from 'node:path';
import { nativeImage } from 'electron';
import type { NativeImage } from 'electron';
import type { IconShape } from '../core/model/view.ts';

const folder = path.join(import.meta.dirname, '../../build/icons');

/** All silhouettes at once, 16 px with 32 px beside it. Electron gives an empty image for a missing file: say so here. */
export function loadIcons(): Readonly<Record<IconShape, NativeImage>> {
  return {
    plain: load('plain'),
    dots: load('dots'),
    attention: load('attention'),
    hollow: load('hollow'),
    question: load('question'),
  };
}

function load(shape: IconShape): NativeImage {
  const file = path.join(folder, `${shape}Template.png`);
  const image = nativeImage.createFromPath(file);
  if (image.isEmpty()) throw new Error(`The menu bar image ${file} is missing.`);
  image.setTemplateImage(true);
  return image;
}
