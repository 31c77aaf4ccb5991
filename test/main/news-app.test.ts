import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { app } from '../electron-double/app.ts';
import { presentNotifications, shownNotifications } from '../electron-double/notification.ts';
import type { TrayDouble } from '../electron-double/tray.ts';
import { windows } from '../electron-double/browser-window.ts';
import type { RunningApp } from './running-app.ts';
import { press, runApp, theTray, theWindow, until, untilShape } from './running-app.ts';
import { installGateway, label } from './stand-in-gateway.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

let running: RunningApp;
let tray: TrayDouble;
let definition = '';

beforeAll(async () => {
  running = await runApp();
  tray = await theTray();
  definition = installGateway(running.mac, running.port);
  await running.mac.launchctl('bootstrap', running.mac.domain, definition);
  await untilShape(tray, 'plain');
});
afterAll(() => running.close());

const titles = () => shownNotifications.map(({ title }) => title);

test('a gateway that comes up is no news', () => {
  expect(titles()).toEqual([]);
});

test('one that vanishes is one notification, however often it is looked at', { timeout: 90_000 }, async () => {
  await running.mac.launchctl('bootout', `${running.mac.domain}/${label}`);
  await until(titles, (shown) => shown.length > 0);
  expect(presentNotifications.get('gateway')?.$card()).toMatchObject({
    title: 'The gateway is down',
    silent: true,
    buttons: ['Start', 'Details'],
  });
  const before = shownNotifications.length;
  for (let count = 0; count < 3; count += 1) press(tray, 'Settings…');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect([before, shownNotifications.length]).toEqual([1, 1]);
});

test('Settings… has opened them in the panel', async () => {
  const { page } = await theWindow();
  await page.getByRole('switch', { name: 'Gateway down' }).waitFor();
  expect(await page.getByRole('switch', { name: 'Repair without asking' }).isChecked()).toBe(false);
  expect(windows).toHaveLength(1);
});

test('Start in the notification brings it back, and says so in its place', { timeout: 90_000 }, async () => {
  presentNotifications.get('gateway')?.$press('Start');
  await untilShape(tray, 'plain');
  await until(titles, (shown) => shown.length === 2);
  expect([...presentNotifications.values()].map((each) => each.title)).toEqual(['The gateway is well again']);
});

test('a switch of the panel is kept for the next start', async () => {
  const { page } = await theWindow();
  await page.getByRole('switch', { name: 'Gateway down' }).click();
  const file = path.join(app.getPath('userData'), 'settings.json');
  const stored = await until(
    () => (existsSync(file) ? readFileSync(file, 'utf8') : '{}'),
    (content) => content.includes('"down": false'),
  );
  expect(JSON.parse(stored)).toMatchObject({ news: { down: false, recovered: true }, automatic: false });
  expect(await page.getByRole('switch', { name: 'Gateway down' }).isChecked()).toBe(false);
});
