import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { iconShapes } from '../../app/core/view.ts';

const icons = path.resolve(import.meta.dirname, '../../build/icons');
const shapes = [...new Set(Object.values(iconShapes))];

test.each(shapes)('%s: 16 and 32 px, with an alpha channel', (shape) => {
  for (const [suffix, sizePx] of [
    ['', 16],
    ['@2x', 32],
  ] as const) {
    const png = readFileSync(path.join(icons, `${shape}Template${suffix}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([sizePx, sizePx]);
    const colourType = png.readUInt8(25);
    expect(colourType).toBe(6);
  }
});

test('every silhouette is another picture', () => {
  const pictures = shapes.map((shape) => readFileSync(path.join(icons, `${shape}Template.png`)).toString('base64'));
  expect(new Set(pictures).size).toBe(5);
});

test('the app icon holds every size that Finder asks for', () => {
  const icns = readFileSync(path.join(icons, 'app.icns'));
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const types: string[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) types.push(icns.toString('latin1', at, at + 4));
  expect(types).toEqual(expect.arrayContaining(['ic07', 'ic08', 'ic09', 'ic10', 'ic11', 'ic12', 'ic13', 'ic14']));
});
