import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../app/core/model/view.ts';
import { everyPreview, everyView } from './every-view.ts';
import { cliInstructions, fixedRun, makeView, runningRun, strayFinding, strayPreview } from './make-view.ts';
import type { OpenPanel, PanelBrowser, WindowOptions } from './open-panel.ts';
import { startPanelBrowser } from './open-panel.ts';

let browser: PanelBrowser;
beforeAll(async () => {
  browser = await startPanelBrowser();
});
afterAll(() => browser.close());

const appearances: [string, WindowOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['light with more contrast', { colorScheme: 'light', contrast: 'more' }],
  ['dark with more contrast', { colorScheme: 'dark', contrast: 'more' }],
  ['forced colors', { forcedColors: 'active' }],
];

/** What axe finds wrong, one line per element. */
async function violations({ page }: OpenPanel): Promise<readonly string[]> {
  const found = await page.evaluate(async () => {
    const { violations: broken } = await window.axe.run(document);
    return broken.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
  });
  return found;
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

async function openWithAxe(options: WindowOptions): Promise<OpenPanel> {
  // Colours that are still on their way would be measured halfway.
  const panel = await browser.open(makeView(), { reducedMotion: 'reduce', ...options });
  await panel.page.evaluate(axe.source);
  await panel.page.locator('h1').waitFor();
  return panel;
}

test.each(appearances)('axe finds nothing in any view, %s', async (_name, options) => {
  const panel = await openWithAxe(options);
  const broken: string[] = [];
  for (const locale of locales) {
    for (const { name, view } of everyView(locale)) {
      await panel.push(view);
      await panel.page.getByRole('heading', { level: 1, name: view.headline, exact: true }).waitFor();
      await panel.page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      broken.push(...(await violations(panel)).map((line) => `${locale} ${name}: ${line}`));
    }
  }
  expect(broken).toEqual([]);
  expect(panel.complaints).toEqual([]);
  await panel.close();
});

test.each(appearances)('axe finds nothing in the question, %s', async (_name, options) => {
  const panel = await openWithAxe(options);
  await panel.page.getByRole('button', { name: 'Stop…' }).click();
  await panel.page.getByRole('alertdialog').waitFor();
  expect(await violations(panel)).toEqual([]);
  await panel.close();
});

test.each(appearances)(
  'axe finds nothing in a repair’s preview and in the question of an undo, %s',
  async (_name, options) => {
    const panel = await openWithAxe(options);
    for (const preview of [{ ...strayPreview, caution: 'Likely, not proven.' }, cliInstructions]) {
      await panel.push(makeView({ findings: [strayFinding], preview }));
      await panel.page.getByRole('dialog', { name: preview.title }).waitFor();
      await panel.page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      expect(await violations(panel)).toEqual([]);
    }
    await panel.push(makeView({ runs: [fixedRun] }));
    await panel.page.getByRole('button', { name: 'Undo…' }).click();
    await panel.page.getByRole('alertdialog').waitFor();
    expect(await violations(panel)).toEqual([]);
    expect(panel.complaints).toEqual([]);
    await panel.close();
  },
);

test.each(appearances)('axe finds nothing in the dialog for a provider, %s', async (_name, options) => {
  const panel = await openWithAxe(options);
  for (const locale of locales) {
    const models = everyView(locale).find(({ name }) => name === 'models')?.view.models;
    await panel.push(makeView({ locale, models: models ?? null }));
    await panel.page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    const { open = '', words, presets = [] } = models?.setup ?? {};
    await panel.page.getByRole('button', { name: open }).click();
    const dialog = panel.page.getByRole('dialog', { name: words?.title ?? '' });
    await dialog.waitFor();
    for (const { id } of presets) {
      await dialog.locator('select').first().selectOption(id);
      await dialog.getByText(words?.variable ?? '').click();
      expect(await violations(panel)).toEqual([]);
      await dialog.getByText(words?.typed ?? '').click();
      await panel.answerNext({ test: { tone: 'bad', text: 'No.', models: [] } });
      await dialog.getByRole('button', { name: words?.test ?? '', exact: true }).click();
      await dialog
        .getByRole('alert')
        .getByText(words?.keyFirst ?? '')
        .waitFor();
      expect(await violations(panel)).toEqual([]);
    }
    await panel.page.keyboard.press('Escape');
  }
  expect(panel.complaints).toEqual([]);
  await panel.close();
});

test.each(locales)('the dialog for a provider in %s is not wider than a window of 360 points', async (locale) => {
  const panel = await browser.open(makeView(), { viewport: { width: 360, height: 500 } });
  const models = everyView(locale).find(({ name }) => name === 'models')?.view.models ?? null;
  await panel.push(makeView({ locale, models }));
  await panel.page.locator('.models').evaluate((each) => each.setAttribute('open', ''));
  await panel.page.getByRole('button', { name: models?.setup.open ?? '' }).click();
  for (const { id } of models?.setup.presets ?? []) {
    await panel.page.getByRole('dialog').locator('select').first().selectOption(id);
    const overflow = await panel.page.locator('.sheet-words').evaluate((each) => each.scrollWidth - each.clientWidth);
    expect({ id, overflow }).toEqual({ id, overflow: 0 });
  }
  await panel.close();
});

test('axe sees what it should: a grey on grey text is found', async () => {
  const panel = await openWithAxe({ colorScheme: 'light' });
  await panel.page.evaluate(() => document.querySelector('h1')?.style.setProperty('color', '#ccc'));
  expect(await violations(panel)).toEqual([expect.stringMatching(/^color-contrast: <h1/)]);
  await panel.close();
});

test.each(locales)('no view in %s is wider than a window of 360 points', async (locale) => {
  const panel = await browser.open(makeView(), { viewport: { width: 360, height: 500 } });
  for (const { name, view } of everyView(locale)) {
    await panel.push(view);
    await panel.page.getByRole('heading', { level: 1, name: view.headline, exact: true }).waitFor();
    await panel.page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ name, overflow }).toEqual({ name, overflow: 0 });
  }
  await panel.close();
});

test.each(locales)('no preview in %s is wider than a window of 360 points', async (locale) => {
  const panel = await browser.open(makeView(), { viewport: { width: 360, height: 500 } });
  for (const { name, view } of everyPreview(locale)) {
    await panel.push(view);
    await panel.page.getByRole('dialog', { name: view.preview?.title ?? '', exact: true }).waitFor();
    await panel.page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    const overflow = await panel.page.evaluate(() => {
      const words = document.querySelector('.sheet-words');
      return words === null ? null : words.scrollWidth - words.clientWidth;
    });
    expect({ name, overflow }).toEqual({ name, overflow: 0 });
  }
  await panel.close();
});

test('with reduced motion nothing moves', async () => {
  const panel = await browser.open(makeView(), { reducedMotion: 'reduce' });
  await panel.push(makeView({ actions: [], activity: { action: 'stop', text: 'Stopping…', startedAt: 0 } }));
  await panel.page.getByRole('progressbar').waitFor();
  await panel.push(makeView({ runs: [runningRun] }));
  await panel.page.locator('[data-progress="running"]').waitFor();
  expect(await panel.page.evaluate(() => document.getAnimations().length)).toBe(0);
  await panel.close();
});
