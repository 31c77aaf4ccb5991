import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TrayDouble } from '../electron-double/tray.ts';
import type { RunningApp } from './running-app.ts';
import { openMenu, press, runApp, theTray, theWindow, until, untilShape } from './running-app.ts';
import { installGateway, label } from './stand-in-gateway.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

/** A repair is believed when it has held for a minute. */
const holdMs = 60_000;

let running: RunningApp;
let tray: TrayDouble;

beforeAll(async () => {
  running = await runApp();
  tray = await theTray();
});
afterAll(() => running.close());

const rows = () => openMenu(tray).map((item) => item.label);
const isServing = () =>
  fetch(`http://127.0.0.1:${running.port}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  );

test('the menu offers the repair of a service that is not loaded, and opens its preview', async () => {
  await untilShape(tray, 'hollow');
  installGateway(running.mac, running.port);
  await until(rows, (labels) => labels.includes('Repair…'));
  press(tray, 'Repair…');
  await until(
    async () => (await theWindow().catch(() => null)) !== null,
    (isOpen) => isOpen,
  );
  const { page } = await theWindow();
  const sheet = page.getByRole('dialog', { name: 'The service is installed but not loaded' });
  await sheet.waitFor();
  await sheet.getByText('Exact commands and changes').click();
  await sheet.getByText(new RegExp(`^launchctl bootstrap ${running.mac.domain} .*/${label}\\.plist$`)).waitFor();
  expect(await isServing()).toBe(false);
});

test('it is carried out step by step, offers nothing meanwhile, and is believed only after it has held', {
  timeout: holdMs + 60_000,
}, async () => {
  const { page } = await theWindow();
  const beganAt = Date.now();
  await page.getByRole('dialog').getByRole('button', { name: 'Repair' }).click();
  await page.getByRole('list', { name: 'Steps' }).waitFor();
  await until(isServing, (serving) => serving);
  expect(rows().join()).not.toMatch(/Repair…|Start|Restart/);
  await page.getByText('All steps are done.').waitFor({ timeout: 40_000 });
  await page.getByText('It is repaired').waitFor({ timeout: holdMs + 20_000 });
  expect(Date.now() - beganAt).toBeGreaterThanOrEqual(holdMs);
  await untilShape(tray, 'plain');
});

test('it is undone after a question', async () => {
  const { page, window } = await theWindow();
  await page.getByRole('button', { name: 'Undo…' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText(`Unload the service ${label}`).waitFor();
  await question.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('It is as it was before.').waitFor({ timeout: 40_000 });
  expect(await isServing()).toBe(false);
  await page.getByText('Earlier repairs (1)').click();
  await page.getByText('This repair was undone.').waitFor();
  expect(window.webContents.$complaints).toEqual([]);
});
