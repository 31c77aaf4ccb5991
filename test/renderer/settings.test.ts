import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newsKinds } from '../../app/core/model/news.ts';
import { deriveSettingsView } from '../../app/core/news-view.ts';
import type { ChosenSettings } from '../../app/core/news-view.ts';
import type { SettingsView, View } from '../../app/core/model/view.ts';
import { makeView, viewReadAt } from './make-view.ts';
import type { OpenPanel, PanelBrowser } from './open-panel.ts';
import { startPanelBrowser } from './open-panel.ts';

let browser: PanelBrowser;
let panel: OpenPanel;

beforeAll(async () => {
  browser = await startPanelBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await panel.close();
  if (panel.complaints.length > 0) throw new Error(`the page complained: ${panel.complaints.join('; ')}`);
});

const allOn = Object.fromEntries(newsKinds.map((kind) => [kind, true])) as ChosenSettings['news']['kinds'];

function makeSettings(change: Partial<ChosenSettings> = {}): SettingsView {
  const chosen = {
    news: { kinds: allOn, snoozedUntil: null },
    automatic: false,
    isRefused: false,
    asked: 0,
    ...change,
  };
  return deriveSettingsView(chosen, viewReadAt, { locale: 'en', timeZone: 'UTC' });
}

async function open(change: Partial<View>): Promise<OpenPanel['page']> {
  panel = await browser.open(makeView(change), { atTime: viewReadAt });
  await panel.page.getByRole('heading', { level: 1 }).waitFor();
  return panel.page;
}

test('a face without settings shows none, and no news', async () => {
  const page = await open({ settings: null });
  expect(await page.getByText('Notifications').count()).toBe(0);
});

test('they are folded until somebody asks for them', async () => {
  const page = await open({ settings: makeSettings() });
  expect(await page.getByRole('switch').count()).toBe(0);
  await panel.push(makeView({ settings: makeSettings({ asked: 1 }) }));
  await page.getByRole('switch', { name: 'Gateway down' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Settings');
});

test('asked for before the window was there, they are open; folded by hand, they stay so', async () => {
  const asked = { settings: makeSettings({ asked: 1 }) };
  const page = await open(asked);
  await page.getByRole('switch', { name: 'Well again' }).waitFor();
  await page.getByText('Settings', { exact: true }).click();
  await panel.push(makeView({ ...asked, sequence: 2 }));
  expect(await page.getByRole('switch').count()).toBe(0);
});

test('each switch asks for what it says, and repairs without a question are off', async () => {
  const page = await open({ settings: makeSettings({ asked: 1 }) });
  await page.getByRole('switch', { name: 'Crash loop' }).click();
  const automatic = page.getByRole('switch', { name: 'Repair without asking' });
  expect(await automatic.isChecked()).toBe(false);
  await automatic.click();
  await page.getByRole('button', { name: 'Pause until Tomorrow' }).click();
  expect(await panel.requests()).toEqual([
    { name: 'switchNews', body: { kind: 'crash-looping', on: false } },
    { name: 'switchAutomatic', body: { on: true } },
    { name: 'snoozeNews', body: { choice: 'tomorrow' } },
  ]);
});

test('a switch that could not be set goes back', async () => {
  const page = await open({ settings: makeSettings({ asked: 1 }) });
  await panel.answerNext('fail');
  const automatic = page.getByRole('switch', { name: 'Repair without asking' });
  await automatic.click();
  await page.getByRole('alert').filter({ hasText: 'did not work' }).waitFor();
  expect(await automatic.isChecked()).toBe(false);
});

test('a pause says until when, and can be ended', async () => {
  const news = { kinds: allOn, snoozedUntil: viewReadAt + 3_600_000 };
  const page = await open({ settings: makeSettings({ asked: 1, news }) });
  await page.getByText('Paused until 11:00.').waitFor();
  await page.getByRole('button', { name: 'End the Pause' }).click();
  expect(await panel.requests()).toEqual([{ name: 'snoozeNews', body: { choice: 'off' } }]);
});

test('what the system refuses to show is listed, and said in the settings', async () => {
  const news = [
    { kind: 'down', at: viewReadAt, title: 'The gateway is down', text: 'Not loaded', when: '10:00', drift: null },
  ] as const;
  const page = await open({ news, settings: makeSettings({ asked: 1, isRefused: true }) });
  const list = page.getByRole('region', { name: 'Notifications' });
  expect(await list.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['The gateway is down']);
  await page.getByText('The system does not show the notifications.').waitFor();
});
