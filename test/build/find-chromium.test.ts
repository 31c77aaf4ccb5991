import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChromium } from '../../build/find-chromium.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'clawtender-chromium-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(script: string): string {
  const file = path.join(folder, 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

test('a stub that starts and is no browser is not taken', () => {
  vi.stubEnv('CHROMIUM', program('echo "Command requires the chromium snap to be installed." >&2; exit 10'));
  expect(findChromium()).toBeNull();
});

test('CHROMIUM names the only candidate', () => {
  vi.stubEnv('CHROMIUM', path.join(folder, 'missing'));
  expect(findChromium()).toBeNull();
});

test('the browser says its own version', () => {
  const file = program('echo "Google Chrome for Testing 148.0.7778.5 "');
  vi.stubEnv('CHROMIUM', file);
  expect(findChromium()).toEqual({ path: file, version: 'Google Chrome for Testing 148.0.7778.5' });
});
