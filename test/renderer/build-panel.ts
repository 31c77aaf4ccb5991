import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { InlineConfig } from 'vite';
import { build } from 'vite';
import { bundles } from '../../build/bundles.mjs';
import { chromiumArgs, findChromium } from '../../build/find-chromium.mjs';

export interface BuiltPanel {
  readonly assetsFolder: string;
  remove(): Promise<void>;
}

/** Builds the renderer as it is now, with the project's own settings, into a folder of its own. */
export async function buildPanel(): Promise<BuiltPanel> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clawtender-panel-'));
  const bundle = bundles.find(({ entry }) => entry === 'renderer/index.html');
  if (bundle === undefined) throw new Error('the build has no bundle for the renderer');
  await build(bundle.config(folder) as InlineConfig);
  return {
    assetsFolder: path.join(folder, 'renderer'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function launchChromium(): Promise<Browser> {
  const found = findChromium();
  if (found === null) throw new Error('no Chrome or Chromium: run node build/ensure-chromium.mjs');
  return chromium.launch({ executablePath: found.path, args: chromiumArgs() });
}
