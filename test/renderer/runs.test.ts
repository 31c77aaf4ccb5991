import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../app/core/model/view.ts';
import { failedRun, fixedRun, makeView, runningRun, strayFinding, strayPreview, viewReadAt } from './make-view.ts';
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

async function open(change: Partial<View>): Promise<OpenPanel['page']> {
  panel = await browser.open(makeView(change), { atTime: viewReadAt + 12_000 });
  await panel.page.getByRole('heading', { level: 1 }).waitFor();
  return panel.page;
}

const withStray = { findings: [strayFinding] };
const previewing = { ...withStray, preview: strayPreview };
const sheet = (page: OpenPanel['page']) => page.getByRole('dialog');
const focused = (page: OpenPanel['page']) => page.evaluate(() => document.activeElement?.textContent ?? null);

describe('a run', () => {
  const running: Partial<View> = {
    actions: [],
    activity: { action: 'repair', text: 'Repairing…', startedAt: viewReadAt },
    runs: [runningRun, failedRun],
  };

  test('is followed step by step, and only its sentence is read aloud', async () => {
    const page = await open(running);
    const live = page.locator('.run-area [aria-live="polite"]');
    await live.getByText('Step 2 of 3: Wait until port 18789 is free').waitFor();
    const items = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
    expect(await items.evaluateAll((all) => all.map((each) => each.dataset['progress']))).toEqual([
      'done',
      'running',
      'waiting',
    ]);
    expect(await page.locator('[aria-current="step"]').innerText()).toContain('Wait until port 18789 is free');
    expect(await live.locator('li').count()).toBe(0);
  });

  test('takes the focus of the button that is gone, not of another', async () => {
    const page = await open(previewing);
    await sheet(page).getByRole('button', { name: 'Repair' }).click();
    await panel.push(makeView(running));
    await page.getByRole('list', { name: 'Steps' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('run-steps');
    await page.getByRole('button', { name: 'Check Now' }).focus();
    await panel.push(makeView({ ...running, sequence: 2 }));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Check Now');
  });

  test('that has ended says how, in the live region that was there before', async () => {
    const page = await open({});
    const live = await page.locator('.run-area [aria-live="polite"]').elementHandle();
    await panel.push(makeView({ runs: [fixedRun] }));
    await page.getByText('It is repaired.').waitFor();
    expect(await live?.innerText()).toContain('It is repaired.');
  });

  test('is undone after a question that says what undoing does', async () => {
    const page = await open({ runs: [fixedRun] });
    await page.getByRole('button', { name: 'Undo…' }).click();
    const question = page.getByRole('alertdialog', { name: 'Take this repair back?' });
    await question.getByText('Unload the service ai.openclaw.gateway').waitFor();
    expect(await focused(page)).toBe('Cancel');
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await panel.requests()).toEqual([]);
    await page.getByRole('button', { name: 'Undo…' }).click();
    await question.getByRole('button', { name: 'Continue' }).click();
    expect(await panel.requests()).toEqual([{ name: 'undoRun', body: { runId: 'run-1', confirmed: true } }]);
  });

  test('that was undone meanwhile leaves no question behind', async () => {
    const page = await open({ runs: [fixedRun] });
    await page.getByRole('button', { name: 'Undo…' }).click();
    await page.getByRole('alertdialog').waitFor();
    await panel.push(makeView({ runs: [{ ...fixedRun, state: 'undone', undo: null }] }));
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await panel.push(makeView({ runs: [fixedRun] }));
    await page.getByRole('button', { name: 'Undo…' }).waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });

  test('cannot be undone while something runs', async () => {
    const page = await open({ ...running, runs: [fixedRun] });
    await page.getByRole('button', { name: 'Undo…' }).click({ force: true });
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });

  test('of the past is closed until it is asked for', async () => {
    const page = await open({ runs: [fixedRun, failedRun] });
    const earlier = page.getByText('That did not help.');
    expect(await earlier.isVisible()).toBe(false);
    await page.getByText('Earlier repairs (1)').click();
    await earlier.waitFor();
    expect(await page.getByText('Look at the next plan.').isVisible()).toBe(true);
  });
});

test('a notice for a request outside of the sheet stands with the warnings', async () => {
  const page = await open({ runs: [fixedRun] });
  await page.getByRole('button', { name: 'Undo…' }).click();
  await panel.answerNext({ notice: 'Somebody else is at work.' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').filter({ hasText: 'Somebody else is at work.' }).waitFor();
  await page.getByRole('button', { name: 'Check Now' }).click();
  await page.getByText('Somebody else is at work.').waitFor({ state: 'detached' });
  expect(await panel.requests()).toHaveLength(2);
});
