import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../app/platform/node/clock.ts';
import * as repairs from '../fakes/repairs.ts';
import { makePicture, makeSnapshot, makeStatus } from '../fakes/snapshots.ts';
import type { BuiltPanel } from '../renderer/build-panel.ts';
import { buildPanel, launchChromium } from '../renderer/build-panel.ts';
import type { Served } from './served.ts';
import { serveForTest } from './served.ts';

/** The built panel in a real browser, over the real server. */
let built: BuiltPanel;
let browser: Browser;
let served: Served;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  built = await buildPanel();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await built.remove();
});
beforeEach(async () => {
  served = await serveForTest({ assetsFolder: built.assetsFolder, clock: systemClock });
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  await served.close();
});

const headline = (name: RegExp) => page.getByRole('heading', { level: 1, name });

test('the link opens the panel and leaves no secret behind', async () => {
  await page.goto(served.url);
  await headline(/healthy/).waitFor();
  expect(page.url()).toBe(`http://127.0.0.1:${served.port}/`);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.reload();
  await headline(/healthy/).waitFor();
  expect(complaints).toEqual([]);
});

test('a link that was used tells another browser how to get a new one', async () => {
  await page.goto(served.url);
  await headline(/healthy/).waitFor();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(served.url);
  await stranger.getByRole('heading', { name: 'This link is no longer valid' }).waitFor();
  expect(stranger.url()).toBe(`http://127.0.0.1:${served.port}/closed`);
  await stranger.context().close();
});

test('a click on a link of another site opens it as well', async () => {
  await page.route('http://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<a href="${served.url}">panel</a>` }),
  );
  await page.goto('http://elsewhere.example/');
  await page.getByRole('link').click();
  await headline(/healthy/).waitFor();
  expect(page.url()).toBe(`http://127.0.0.1:${served.port}/`);
});

test('pushes arrive, requests go out, the language changes', async () => {
  await page.goto(served.url);
  await headline(/healthy/).waitFor();
  served.engine.publish(makePicture({ status: makeStatus({ state: 'stopped', reason: 'stopped-on-purpose' }) }));
  await headline(/stopped/).waitFor();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('简体中文');
  await page.locator('html[lang="zh-Hans"]').waitFor();
  await page.getByRole('button', { name: '立即检查' }).click();
  await expect.poll(() => served.engine.calls).toEqual([{ kind: 'look' }]);
  expect(complaints).toEqual([]);
});

test('copies the report as the command line prints it', async () => {
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Copy Report' }).click();
  await page.getByText('Copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ schema: 1, state: 'healthy' });
});

test('a repair is previewed and begun, its instructions are copied', async () => {
  const { notLoadedFinding: finding } = repairs;
  const offers = [repairs.makePlan()];
  served.engine.publish(makePicture({ findings: [{ finding, consequences: [] }], offers }));
  await page.goto(served.url);
  served.engine.previewWith(repairs.makePreview({ ...repairs.instructions, findingId: finding.id }));
  await page.getByRole('button', { name: 'Repair…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy Commands' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'npm install --global openclaw\nopenclaw gateway install\n',
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  served.engine.previewWith(repairs.makePreview());
  served.engine.repairWith({ kind: 'stale', preview: null });
  await page.getByRole('button', { name: 'Repair…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Repair' }).click();
  await page.getByRole('alert').filter({ hasText: 'Something changed in the meantime' }).waitFor();
  expect(served.engine.calls).toContainEqual({ kind: 'repair', planId: 'plan-1', confirmed: true });
  expect(complaints).toEqual([]);
});

test('a request that fails is admitted', async () => {
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Restart', exact: true }).click();
  await page.getByRole('alert').getByText(/./).waitFor();
  expect(served.log).toContain('request act failed: act(restart) was not expected');
});

test('says that the connection is lost; a new server asks for a new link', async () => {
  await page.goto(served.url);
  await headline(/healthy/).waitFor();
  await served.close();
  await page.getByText('Connection to Clawtender lost.', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Restart', exact: true }).getAttribute('aria-disabled')).toBe('true');
  served = await serveForTest({ assetsFolder: built.assetsFolder, clock: systemClock, port: served.port });
  await page.getByRole('heading', { name: 'This link is no longer valid' }).waitFor();
});

test('ages are counted with the clock of the browser', async () => {
  await page.clock.setFixedTime(Date.now() + 3_600_000);
  served.engine.publish(makePicture({ snapshot: makeSnapshot({ at: Date.now() }) }));
  await page.goto(served.url);
  await headline(/healthy/).waitFor();
  expect(await page.locator('time').innerText()).toBe('just now');
});
