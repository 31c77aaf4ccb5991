import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumArgs, findChromium } from '../../build/find-chromium.mjs';

let launched: Promise<Browser> | null = null;

export function openChromium(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

export async function closeChromium(): Promise<void> {
  await (await launched)?.close();
  launched = null;
}

async function launch(): Promise<Browser> {
  const found = findChromium();
  if (found === null) throw new Error('No Chrome or Chromium: run node build/ensure-chromium.mjs');
  return chromium.launch({ executablePath: found.path, args: chromiumArgs() });
}
