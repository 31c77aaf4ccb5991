import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { presentNotifications, shownNotifications } from '../electron-double/notification.ts';
import type { RunningApp } from './running-app.ts';
import { runApp, theTray, theWindow, until, untilShape } from './running-app.ts';
import { installGateway } from './stand-in-gateway.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

let running: RunningApp;
let config = '';

beforeAll(async () => {
  running = await runApp();
  const tray = await theTray();
  const definition = installGateway(running.mac, running.port);
  config = path.join(running.mac.home, '.openclaw/openclaw.json');
  await running.mac.launchctl('bootstrap', running.mac.domain, definition);
  await untilShape(tray, 'plain');
});
afterAll(() => running.close());

const told = () => presentNotifications.get('configuration')?.$card() ?? null;
const settings = () => JSON.parse(readFileSync(config, 'utf8')) as Record<string, unknown>;

test('a change by another program is one notification', { timeout: 90_000 }, async () => {
  writeFileSync(config, JSON.stringify({ ...settings(), logging: { level: 'debug' } }, null, 2));
  const card = await until(told, (each) => each !== null);
  expect(card).toMatchObject({ title: 'The configuration was changed', silent: true, buttons: ['Review', 'Undo'] });
  expect(card?.body).toContain('logging added: {"level":"debug"}, by another program');
});

test('Review opens the history', { timeout: 90_000 }, async () => {
  presentNotifications.get('configuration')?.$press('Review');
  const { page } = await theWindow();
  const newest = page.getByRole('list', { name: 'Versions' }).getByRole('listitem').first();
  await newest.waitFor();
  expect(await newest.innerText()).toContain('logging added');
});

test('Undo puts exactly that back, says so, and is no news itself', { timeout: 120_000 }, async () => {
  presentNotifications.get('configuration')?.$press('Undo');
  await until(told, (card) => card?.title === 'The change was taken back');
  expect(settings()).toEqual({ gateway: { port: running.port, mode: 'local' } });
  const before = shownNotifications.length;
  const { page } = await theWindow();
  await page.getByText('by Clawtender').first().waitFor();
  expect(shownNotifications).toHaveLength(before);
});
