/**
 * Starts the built app in the real Electron and reads what a person would see. It needs Electron's own binary and a
 * display, so it is no part of `npm test`: the macOS job runs it (`npm run test:electron`), and so can anyone on a Mac.
 * The home folder is thrown away afterwards; nothing of the real gateway is touched.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright-core';

const project = path.resolve(import.meta.dirname, '../..');
const home = await mkdtemp(path.join(os.tmpdir(), 'clawtender-smoke-'));
const { default: executablePath } = await import('electron');

const app = await _electron.launch({
  executablePath,
  args: [project, `--user-data-dir=${path.join(home, 'user-data')}`],
  cwd: project,
  env: { ...process.env, HOME: home },
});

try {
  assert.equal(await app.evaluate(({ app: electronApp }) => electronApp.isReady()), true);
  // `activate` is what Finder sends when the app is opened again: the way in when the icon is hidden.
  await app.evaluate(({ app: electronApp }) => electronApp.emit('activate'));
  const panel = app.windows()[0] ?? (await app.waitForEvent('window'));
  await panel.getByRole('heading').first().waitFor({ timeout: 20_000 });
  assert.match(panel.url(), /^app:\/\/panel\//);
  assert.equal(await panel.evaluate(() => typeof globalThis.require), 'undefined');
  assert.equal(await panel.evaluate(() => typeof globalThis.clawtender), 'object');
  assert.equal(
    await panel.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    ),
    'refused',
  );
  console.log(`real Electron: ${await panel.getByRole('heading').first().innerText()}`);
} finally {
  await app.close();
  await rm(home, { recursive: true, force: true });
}
