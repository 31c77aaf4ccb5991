import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ModelsView } from '../../app/core/model/models-view.ts';
import type { View } from '../../app/core/model/view.ts';
import { makeView, runningRun, viewReadAt } from './make-view.ts';
import { someModels } from './models-views.ts';
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

async function open(models: ModelsView | null = someModels, change: Partial<View> = {}): Promise<OpenPanel['page']> {
  const options = { atTime: viewReadAt, viewport: { width: 460, height: 1200 } };
  panel = await browser.open(makeView({ models, ...change }), options);
  const { page } = panel;
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (models !== null) await page.getByText(models.title, { exact: true }).first().click();
  return page;
}

const order = (page: OpenPanel['page']) => page.locator('.order > li > span').allTextContents();
const glm = 'glm – ark/glm-4.7';
const deepseek = 'ark/deepseek-v3.2';

describe('models', () => {
  test('are not there where no gateway is', async () => {
    const page = await open(null);
    expect(await page.locator('.models').count()).toBe(0);
  });

  test('are not told where the configuration cannot be read', async () => {
    const page = await open({ ...someModels, title: 'Models', fault: 'It cannot be read.' });
    await page.getByText('It cannot be read.').waitFor();
    expect(await page.locator('.models button').count()).toBe(0);
  });

  test('say who answers, who stands in, what can be chosen, and whose it is', async () => {
    const page = await open();
    expect(await page.locator('.models').ariaSnapshot()).toMatchInlineSnapshot(`
      "- group:
        - text: Models (kimi)
        - heading "Default" [level=3]
        - paragraph: kimi – ark/kimi-k2.5
        - region "Fallbacks":
          - heading "Fallbacks" [level=3]
          - paragraph: When the default model gives no answer, these answer in its place, in this order.
          - list "Fallbacks":
            - listitem:
              - text: glm – ark/glm-4.7
              - 'button "Up: glm – ark/glm-4.7" [disabled]': Up
              - 'button "Down: glm – ark/glm-4.7"': Down
              - 'button "Remove: glm – ark/glm-4.7"': Remove
            - listitem:
              - text: ark/deepseek-v3.2
              - 'button "Up: ark/deepseek-v3.2"': Up
              - 'button "Down: ark/deepseek-v3.2" [disabled]': Down
              - 'button "Remove: ark/deepseek-v3.2"': Remove
          - paragraph
        - region "Models":
          - heading "Models" [level=3]
          - list "Models":
            - listitem:
              - paragraph: kimi – ark/kimi-k2.5 default
            - listitem:
              - paragraph: glm – ark/glm-4.7 fallback
              - button "Use glm…": Use…
              - 'button "As fallback: glm" [disabled]': As Fallback
            - listitem:
              - paragraph: ark/minimax-m2.5
              - button "Use ark/minimax-m2.5…": Use…
              - 'button "As fallback: ark/minimax-m2.5"': As Fallback
            - listitem:
              - paragraph: ark/gone its provider does not have it
        - region "Providers":
          - heading "Providers" [level=3]
          - paragraph: The test only asks for the list of models, which costs nothing.
          - list "Providers":
            - listitem:
              - paragraph: ark key missing
              - paragraph: https://ark.cn-beijing.volces.com/api/coding/v3
              - paragraph: "key: ARK_API_KEY, not set"
              - status
              - button "Test ark": Test
              - button "Repair… ark": Repair…
          - button "Add Provider…""
    `);
    expect(await panel.requests()).toEqual([]);
  });

  test.each([
    ['Use glm…', { name: 'previewModel', body: { ref: 'ark/glm-4.7' } }],
    ['Test ark', { name: 'testProvider', body: { name: 'ark' } }],
    ['Repair… ark', { name: 'previewRepair', body: { findingId: 'env-key-missing:ARK_API_KEY' } }],
  ])('%s asks for just that', async (name, request) => {
    const page = await open();
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => panel.requests()).toEqual([request]);
  });

  test('a provider that is being asked is not asked twice', async () => {
    const providers = someModels.providers.map((each) => ({ ...each, isAsking: true, result: 'Asking…' }));
    const page = await open({ ...someModels, providers });
    await page.getByRole('button', { name: 'Test ark' }).click({ force: true });
    expect(await page.getByRole('status').filter({ hasText: 'Asking…' }).getAttribute('aria-busy')).toBe('true');
    expect(await panel.requests()).toEqual([]);
  });

  test('nothing is previewed while something is done', async () => {
    const activity = { action: 'repair', text: 'Repairing…', startedAt: runningRun.startedAt } as const;
    const page = await open(someModels, { activity, actions: [], runs: [runningRun] });
    for (const name of ['Use glm…', 'Repair… ark', 'Add Provider…']) {
      await page.getByRole('button', { name, exact: true }).click({ force: true });
    }
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await panel.requests()).toEqual([]);
  });
});

describe('who stands in', () => {
  test('is moved by the keyboard, which stays with its row, and set by a preview alone', async () => {
    const page = await open();
    const down = page.getByRole('button', { name: `Down: ${glm}` });
    await down.focus();
    await page.keyboard.press('Enter');
    expect(await order(page)).toEqual([deepseek, glm]);
    await expect.poll(() => down.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.locator('.fallbacks [aria-live]').textContent()).toBe(`${glm}: 2 of 2`);
    // It is the last one now: pressed once more it stays.
    await page.keyboard.press('Enter');
    expect(await order(page)).toEqual([deepseek, glm]);
    expect(await panel.requests()).toEqual([]);
    await page.getByRole('button', { name: 'Set This Order…' }).click();
    await expect
      .poll(() => panel.requests())
      .toEqual([{ name: 'previewFallbacks', body: { refs: ['ark/deepseek-v3.2', 'ark/glm-4.7'] } }]);
  });

  test('is moved with the mouse', async () => {
    const page = await open();
    await page.locator('.order > li').nth(1).dragTo(page.locator('.order > li').nth(0));
    expect(await order(page)).toEqual([deepseek, glm]);
    expect(await panel.requests()).toEqual([]);
    await page.getByRole('button', { name: 'Set This Order…' }).waitFor();
  });

  test('stays where a row is let go elsewhere', async () => {
    const page = await open();
    await page
      .locator('.order > li')
      .nth(1)
      .dragTo(page.getByRole('heading', { level: 1 }));
    expect(await order(page)).toEqual([glm, deepseek]);
    expect(await page.locator('[data-drawn="true"], [data-drop]').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Set This Order…' }).count()).toBe(0);
  });

  test('is added and taken out, up to nobody', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'As fallback: ark/minimax-m2.5' }).click();
    expect(await order(page)).toEqual([glm, deepseek, 'ark/minimax-m2.5']);
    for (const name of [glm, deepseek, 'ark/minimax-m2.5']) {
      await page.getByRole('button', { name: `Remove: ${name}` }).click();
    }
    await page.getByText('No model stands in when the default one gives no answer.').waitFor();
    await page.getByRole('button', { name: 'Set This Order…' }).click();
    await expect.poll(() => panel.requests()).toEqual([{ name: 'previewFallbacks', body: { refs: [] } }]);
  });

  test('is as it was after Discard, and the keyboard is not lost', async () => {
    const page = await open();
    await page.getByRole('button', { name: `Remove: ${glm}` }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await order(page)).toEqual([glm, deepseek]);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('fallbacks');
  });

  test('is what the machine says as soon as that is another order', async () => {
    const page = await open();
    await page.getByRole('button', { name: `Up: ${deepseek}` }).click();
    const fallbacks = { ...someModels.fallbacks, rows: [{ ref: 'ark/other', name: 'ark/other' }] };
    await panel.push(makeView({ models: { ...someModels, fallbacks } }));
    await expect.poll(() => order(page)).toEqual(['ark/other']);
    expect(await page.getByRole('button', { name: 'Set This Order…' }).count()).toBe(0);
  });

  test('keeps its draft while other things change', async () => {
    const page = await open();
    await page.getByRole('button', { name: `Up: ${deepseek}` }).click();
    await panel.push(makeView({ models: { ...someModels }, sequence: 2 }));
    expect(await order(page)).toEqual([deepseek, glm]);
  });
});
