import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ModelsView } from '../../app/core/model/models-view.ts';
import { makeView, runningRun, strayPreview, viewReadAt } from './make-view.ts';
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

async function open(models: ModelsView = someModels): Promise<OpenPanel['page']> {
  const options = { atTime: viewReadAt, viewport: { width: 460, height: 900 } };
  panel = await browser.open(makeView({ models }), options);
  await panel.page.getByText(models.title, { exact: true }).first().click();
  await panel.page.getByRole('button', { name: 'Add Provider…' }).click();
  await panel.page.getByRole('dialog', { name: 'Add a provider' }).waitFor();
  return panel.page;
}

const qwen = {
  preset: 'qwen',
  choice: 'coding-china',
  address: null,
  models: ['qwen3.5-plus', 'glm-5'],
  isDefault: false,
};
const typed = { kind: 'typed', ticket: 't-1', name: null };
const good = { tone: 'good', text: 'It answers.', models: ['qwen3.5-plus'] } as const;

const keyField = (page: OpenPanel['page']) => page.getByLabel('Key of the provider');
const show = (page: OpenPanel['page']) => page.getByRole('button', { name: 'Show What Would Be Done…' });

describe('a key', () => {
  test('is handed over once, as soon as its field is left, and is a ticket from then on', async () => {
    const page = await open();
    await panel.answerNext({ ticket: 't-1' });
    await keyField(page).fill('sk-secret-1');
    await keyField(page).blur();
    await page.getByText('Taken; held in memory').waitFor();
    expect(await keyField(page).inputValue()).toBe('');
    await panel.answerNext({ test: good });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('It answers.').waitFor();
    await show(page).click();
    await expect
      .poll(() => panel.requests())
      .toEqual([
        { name: 'holdKey', body: { key: 'sk-secret-1' } },
        { name: 'testNewProvider', body: { ...qwen, key: typed } },
        { name: 'previewProvider', body: { ...qwen, key: typed } },
      ]);
    expect(await page.content()).not.toContain('sk-secret');
  });

  test('is handed over before a click that comes right after typing', async () => {
    const page = await open();
    await panel.answerNext({ ticket: 't-1' });
    await keyField(page).pressSequentially('sk-2');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect
      .poll(() => panel.requests())
      .toEqual([
        { name: 'holdKey', body: { key: 'sk-2' } },
        { name: 'testNewProvider', body: { ...qwen, key: typed } },
      ]);
  });

  test('is followed by the next one, and no button moves away from a click meanwhile', async () => {
    const page = await open();
    const press = page.getByRole('button', { name: 'Test', exact: true });
    await panel.answerNext({ ticket: 't-1' });
    await panel.answerNext({ test: { tone: 'bad', text: 'The key was refused (401).', models: [] } });
    await keyField(page).fill('sk-1');
    await press.click();
    await page.getByText('The key was refused (401).').waitFor();
    await panel.answerNext({ ticket: 't-2' });
    await keyField(page).fill('sk-2');
    expect(await page.getByText('The key was refused (401).').count()).toBe(0);
    expect(await page.getByText('Taken; held in memory').count()).toBe(0);
    const before = await press.boundingBox();
    await press.click();
    await page.getByText('Taken; held in memory').waitFor();
    expect(await press.boundingBox()).toEqual(before);
    await expect
      .poll(async () => (await panel.requests()).at(-1))
      .toEqual({ name: 'testNewProvider', body: { ...qwen, key: { ...typed, ticket: 't-2' } } });
  });

  test('is in a field that shows and keeps nothing', async () => {
    const page = await open();
    expect(await keyField(page).getAttribute('type')).toBe('password');
    expect(await keyField(page).getAttribute('autocomplete')).toBe('off');
  });

  test('that is missing is told, and nothing is asked', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'The key is missing.' }).waitFor();
    expect(await panel.requests()).toEqual([]);
  });

  test('that cannot be one is told, and nothing else is asked', async () => {
    const page = await open();
    await panel.answerNext({ notice: 'That cannot be a key.' });
    await keyField(page).fill('two words');
    await keyField(page).press('Enter');
    await page.getByRole('alert').filter({ hasText: 'That cannot be a key.' }).waitFor();
    expect(await panel.requests()).toEqual([{ name: 'holdKey', body: { key: 'two words' } }]);
  });

  test('of one plan is not that of another', async () => {
    const page = await open();
    await panel.answerNext({ ticket: 't-1' });
    await keyField(page).fill('sk-1');
    await keyField(page).blur();
    await page.getByText('Taken; held in memory').waitFor();
    await page.getByLabel('Plan and region').selectOption('standard-global');
    await page.getByText('Type or paste it').click();
    expect(await page.getByText('Taken; held in memory').count()).toBe(0);
    await show(page).click();
    await page.getByText('The key is missing.').waitFor();
  });

  test('may be there already, or in a variable', async () => {
    const page = await open();
    await page.getByLabel('Plan and region').selectOption('standard-global');
    await show(page).click();
    await page.getByText('Out of an environment variable').click();
    await page.getByLabel('Name of the variable').fill(' MY_API_KEY ');
    await show(page).click();
    const body = { ...qwen, choice: 'standard-global', models: ['qwen3.7-max'] };
    await expect
      .poll(() => panel.requests())
      .toEqual([
        { name: 'previewProvider', body: { ...body, key: null } },
        { name: 'previewProvider', body: { ...body, key: { kind: 'variable', name: 'MY_API_KEY' } } },
      ]);
  });
});

describe('models', () => {
  test('are picked, and the first becomes the default', async () => {
    const page = await open();
    await page.getByText('Out of an environment variable').click();
    await page.getByLabel('Name of the variable').fill('MY_API_KEY');
    await page.getByLabel('Default model').selectOption('glm-5');
    await show(page).click();
    await expect.poll(async () => (await panel.requests()).length).toBe(1);
    await page.getByRole('checkbox', { name: 'glm-5' }).click();
    await show(page).click();
    const key = { kind: 'variable', name: 'MY_API_KEY' };
    await expect
      .poll(() => panel.requests())
      .toEqual([
        { name: 'previewProvider', body: { ...qwen, key, models: ['glm-5', 'qwen3.5-plus'], isDefault: true } },
        { name: 'previewProvider', body: { ...qwen, key, models: ['qwen3.5-plus'] } },
      ]);
  });

  test('one is needed', async () => {
    const page = await open();
    for (const name of ['glm-5', 'qwen3.5-plus']) await page.getByRole('checkbox', { name }).click();
    await show(page).click();
    await page.getByText('Pick at least one model.').waitFor();
    expect(await panel.requests()).toEqual([]);
  });

  test('where none is the default yet, the first one becomes it', async () => {
    const page = await open({ ...someModels, setup: { ...someModels.setup, needsDefault: true } });
    expect(await page.getByLabel('Default model').inputValue()).toBe('qwen3.5-plus');
  });
});

describe('a server of one’s own', () => {
  test('is asked for its models before they can be picked', async () => {
    const page = await open();
    await page.getByLabel('Provider', { exact: true }).selectOption('local');
    await page.getByLabel('Address of the server').fill(' http://127.0.0.1:8317/v1 ');
    await show(page).click();
    await page.getByRole('alert').filter({ hasText: 'test it first' }).waitFor();
    expect(await panel.requests()).toEqual([]);
    await panel.answerNext({ test: { ...good, models: ['glm-5', 'qwen3'] } });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByRole('checkbox', { name: 'qwen3' }).click();
    await show(page).click();
    const asked = { preset: 'local', choice: null, address: 'http://127.0.0.1:8317/v1', key: null, isDefault: false };
    await expect
      .poll(() => panel.requests())
      .toEqual([
        { name: 'testNewProvider', body: { ...asked, models: null } },
        { name: 'previewProvider', body: { ...asked, models: ['qwen3'] } },
      ]);
    // Another address has other models.
    await page.getByLabel('Address of the server').fill('http://127.0.0.1:9000/v1');
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await page.getByText('It answers.').count()).toBe(0);
  });

  test('an answer that comes late says nothing of another address', async () => {
    const page = await open();
    await page.getByLabel('Provider', { exact: true }).selectOption('local');
    await page.getByLabel('Address of the server').fill('http://127.0.0.1:1/v1');
    await panel.answerNext({ test: { ...good, models: ['glm-5'] }, late: true });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('Asking for its models…').waitFor();
    await page.getByLabel('Address of the server').fill('http://127.0.0.1:2/v1');
    await panel.release();
    await expect.poll(() => page.getByText('Asking for its models…').count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });
});

describe('the dialog', () => {
  test('asks nothing by itself, and says that a test costs nothing', async () => {
    const page = await open();
    await page.getByText('The test only asks for the list of models, which costs nothing.').last().waitFor();
    expect(await panel.requests()).toEqual([]);
  });

  test('tells why a test failed', async () => {
    const page = await open();
    await page.getByLabel('Plan and region').selectOption('standard-global');
    await panel.answerNext({ test: { tone: 'bad', text: 'The key was refused (401).', models: [] } });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    const told = page.getByRole('dialog').getByRole('status');
    await expect.poll(() => told.textContent()).toBe('The key was refused (401).');
  });

  test('tells what is still to be said', async () => {
    const page = await open();
    await page.getByLabel('Plan and region').selectOption('standard-global');
    await panel.answerNext({ notice: 'The key is missing: QWEN_API_KEY is not set.' });
    await show(page).click();
    const told = page.getByRole('dialog').getByRole('alert');
    await expect.poll(() => told.textContent()).toBe('The key is missing: QWEN_API_KEY is not set.');
  });

  test('waits below a preview, and goes with what is done', async () => {
    const page = await open();
    await page.getByLabel('Plan and region').selectOption('standard-global');
    await panel.push(makeView({ models: someModels, preview: { ...strayPreview, title: 'Set up Qwen' } }));
    await page.getByRole('dialog', { name: 'Set up Qwen' }).waitFor();
    expect(await page.getByRole('dialog', { name: 'Add a provider' }).count()).toBe(0);
    await panel.push(makeView({ models: someModels }));
    await page.getByRole('dialog', { name: 'Add a provider' }).waitFor();
    expect(await page.getByLabel('Plan and region').inputValue()).toBe('standard-global');
    await expect.poll(() => show(page).evaluate((button) => button === document.activeElement)).toBe(true);
    const activity = { action: 'repair', text: 'Repairing…', startedAt: runningRun.startedAt } as const;
    await panel.push(makeView({ models: someModels, activity, actions: [], runs: [runningRun] }));
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await panel.push(makeView({ models: someModels }));
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test.each(['Escape', 'Cancel'])('%s closes it, and brings the keyboard back', async (how) => {
    const page = await open();
    if (how === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add Provider…');
    expect(await panel.requests()).toEqual([]);
  });
});
