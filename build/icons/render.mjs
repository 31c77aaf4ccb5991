// Draws the committed PNG and ICNS files from source/*.svg: `node build/icons/render.mjs`.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, findChromium } from '../find-chromium.mjs';
import { encodeIcns } from './icns.mjs';

const here = import.meta.dirname;
const shapes = ['plain', 'dots', 'attention', 'hollow', 'question'];

const found = findChromium();
if (found === null) throw new Error('Drawing the icons needs Chrome or Chromium.');
const browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs() });
try {
  await drawTrayImages();
  await drawAppIcon();
} finally {
  await browser.close();
}

/** Template images: black and alpha, named as macOS wants them. */
async function drawTrayImages() {
  const symbols = await readFile(path.join(here, 'source/tray.svg'), 'utf8');
  for (const shape of shapes) {
    const svg = `${symbols}<svg class="drawn" viewBox="0 0 16 16"><use href="#claw"/><use href="#${shape}"/></svg>`;
    await writeFile(path.join(here, `${shape}Template.png`), await draw(svg, 16));
    await writeFile(path.join(here, `${shape}Template@2x.png`), await draw(svg, 32));
  }
}

async function drawAppIcon() {
  const svg = (await readFile(path.join(here, 'source/app.svg'), 'utf8')).replace('<svg', '<svg class="drawn"');
  const images = {};
  for (const size of [16, 32, 64, 128, 256, 512, 1024]) images[size] = await draw(svg, size);
  await writeFile(path.join(here, 'app.icns'), encodeIcns(images));
  await writeFile(path.join(here, 'app.png'), images[512]);
}

async function draw(svg, sizePx) {
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  const style = `body{margin:0} svg{display:none} svg.drawn{display:block;width:${sizePx}px;height:${sizePx}px}`;
  await page.setContent(`<!doctype html><style>${style}</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}
