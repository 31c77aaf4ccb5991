import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.mjs';

const out = path.resolve(import.meta.dirname, '../../out');
const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

beforeAll(() => ensureBuilt());

test('the preload requires electron and nothing else, as its sandbox asks', () => {
  const required = [...read('preload/preload.cjs').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name);
  expect(required).toEqual(['electron']);
});

test('the main process brings its libraries along', () => {
  const foreign = importsOf(read('main/index.js')).filter((name) => !isBuiltin(name) && !name.startsWith('./'));
  expect(foreign).toEqual(['electron']);
});

test('the command line runs by itself with Node alone', () => {
  const file = 'cli/clawtender.js';
  expect(read(file)).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(statSync(path.join(out, file)).mode & 0o111).toBe(0o111);
  expect(importsOf(read(file)).filter((name) => !isBuiltin(name) && !name.startsWith('./'))).toEqual([]);
});

test('the panel has no inline script or style, which its policy would block', () => {
  const html = read('renderer/index.html');
  expect(html).toMatch(/<script [^>]*src="\.\/assets\//);
  expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
});

function importsOf(code: string): readonly string[] {
  const found = code.matchAll(/^(?:import|export)\b[^'"\n]*?from ["']([^"']+)["']|^import ["']([^"']+)["']/gm);
  return [...new Set([...found].map((match) => match[1] ?? match[2] ?? ''))];
}
