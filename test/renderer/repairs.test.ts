import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../app/core/model/view.ts';
import {
  aliasFinding,
  cliInstructions,
  failedRun,
  fixedRun,
  makeView,
  noticeFinding,
  runningRun,
  strayFinding,
  strayPreview,
  viewReadAt,
} from './make-view.ts';
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

describe('the button of a finding', () => {
  test('is there where something is offered, and only asks for the preview', async () => {
    const page = await open({ findings: [strayFinding, aliasFinding, noticeFinding] });
    await page.getByRole('button', { name: 'Repair…', exact: true }).click();
    expect(await page.getByRole('button', { name: /Repair…|What to Do…/ }).allInnerTexts()).toEqual([
      'Repair…',
      'Possible Repair…',
    ]);
    expect(await panel.requests()).toEqual([{ name: 'previewRepair', body: { findingId: strayFinding.id } }]);
  });

  test('is the one thing that is urged, where it is a plan for the first finding', async () => {
    const page = await open({ findings: [strayFinding, { ...strayFinding, id: 'second' }] });
    const classes = await page.locator('.finding .row button').evaluateAll((all) => all.map((each) => each.className));
    expect(classes).toEqual(['primary', '']);
  });

  test('a second click before the answer asks for nothing', async () => {
    const page = await open(withStray);
    await panel.answerNext('wait');
    await page.getByRole('button', { name: 'Repair…' }).dblclick();
    expect(await panel.requests()).toHaveLength(1);
    await panel.release();
  });
});

describe('the preview', () => {
  test('says what is wrong, what will be done, what it interrupts, what stays and what is asked', async () => {
    const page = await open(previewing);
    expect(await sheet(page).ariaSnapshot()).toMatchInlineSnapshot(`
      "- dialog "Another gateway holds port 18789":
        - heading "Another gateway holds port 18789" [level=2]
        - paragraph: Process 5822, started at 09:12, answers on the port. The service cannot start as long as it runs.
        - heading "What will be done" [level=3]
        - list:
          - listitem: Ask process 5822 to end
          - listitem: Wait until port 18789 is free
          - listitem: Start the service ai.openclaw.gateway
        - paragraph: Meanwhile the gateway does not answer for a moment.
        - paragraph: "It cannot be undone: the process has ended."
        - paragraph: Process 5822 was not started by the service. Stop it all the same?
        - group: Exact commands and changes
        - alert
        - button "Cancel"
        - button "Repair""
    `);
  });

  test('shows the exact commands one click deeper', async () => {
    const page = await open(previewing);
    const exact = sheet(page).getByText('kill -TERM 5822');
    expect(await exact.isVisible()).toBe(false);
    await sheet(page).getByText('Exact commands and changes').click();
    await exact.waitFor();
    expect(await sheet(page).locator('.exact code').allInnerTexts()).toEqual([
      'kill -TERM 5822',
      'launchctl kickstart gui/501/ai.openclaw.gateway',
    ]);
  });

  test('is a modal dialog that begins at its title: Return there does nothing, Tab stays inside', async () => {
    const page = await open(previewing);
    expect(await focused(page)).toBe(strayPreview.title);
    await page.keyboard.press('Enter');
    expect(await panel.requests()).toEqual([]);
    const path: (string | null)[] = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('Tab');
      path.push(await focused(page));
    }
    expect(path).toEqual(['Exact commands and changes', 'Cancel', 'Repair']);
    // Then the browser's own controls have their turn, and the title again: never the page behind.
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      const isBehind = await page.evaluate(() => document.activeElement?.closest('main > :not(dialog)') ?? null);
      expect(isBehind).toBeNull();
    }
  });

  test.each(['Escape', 'Cancel'])(
    '%s closes it when the engine has, and the focus is back where it was',
    async (how) => {
      const page = await open(withStray);
      const button = page.getByRole('button', { name: 'Repair…' });
      await button.click();
      await panel.push(makeView(previewing));
      await sheet(page).waitFor();
      if (how === 'Escape') await page.keyboard.press('Escape');
      else await sheet(page).getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => panel.requests()).toContainEqual({ name: 'previewRepair', body: { findingId: null } });
      await panel.push(makeView(withStray));
      await sheet(page).waitFor({ state: 'detached' });
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    },
  );

  test('Repair executes the very plan that is shown, once', async () => {
    const page = await open(previewing);
    await panel.answerNext('wait');
    await sheet(page).getByRole('button', { name: 'Repair' }).dblclick();
    expect(await panel.requests()).toEqual([
      { name: 'executeRepair', body: { planId: strayPreview.planId, confirmed: true } },
    ]);
    await panel.release();
  });

  test('a plan that changed meanwhile is the one that is executed', async () => {
    const page = await open(previewing);
    await panel.push(makeView({ ...previewing, preview: { ...strayPreview, planId: 'other' } }));
    await sheet(page).getByRole('button', { name: 'Repair' }).click();
    expect(await panel.requests()).toEqual([{ name: 'executeRepair', body: { planId: 'other', confirmed: true } }]);
  });

  test('says in itself why nothing was begun, or that a request failed', async () => {
    const page = await open(previewing);
    await panel.answerNext({ notice: 'Clawtender in a terminal is repairing something now.' });
    await sheet(page).getByRole('button', { name: 'Repair' }).click();
    await sheet(page).getByRole('alert').filter({ hasText: 'in a terminal is repairing' }).waitFor();
    await panel.answerNext('fail');
    await sheet(page).getByRole('button', { name: 'Repair' }).click();
    await sheet(page).getByRole('alert').filter({ hasText: 'That did not work.' }).waitFor();
    expect(await sheet(page).getByText('in a terminal').count()).toBe(0);
  });

  test('a likely cause is called one', async () => {
    const page = await open({ ...previewing, preview: { ...strayPreview, caution: 'Likely, not proven.' } });
    await sheet(page).getByText('Likely, not proven.').waitFor();
  });

  test('goes as soon as something runs, and when the connection is lost', async () => {
    const page = await open(previewing);
    await panel.push(
      makeView({
        ...previewing,
        actions: [],
        activity: { action: 'repair', text: 'Repairing…', startedAt: viewReadAt },
      }),
    );
    await sheet(page).waitFor({ state: 'detached' });
    await panel.push(makeView(previewing));
    await sheet(page).waitFor();
    await panel.setConnected(false);
    await sheet(page).waitFor({ state: 'detached' });
  });

  test('what a person must do can be copied, and nothing else be done', async () => {
    const page = await open({ findings: [noticeFinding], preview: cliInstructions });
    await sheet(page).getByText('npm install --global openclaw').waitFor();
    await sheet(page).getByRole('button', { name: 'Copy Commands' }).click();
    await sheet(page).getByText('Copied').waitFor();
    expect(await panel.requests()).toEqual([{ name: 'copyInstructions', body: {} }]);
    expect(await sheet(page).getByRole('button').allInnerTexts()).toEqual(['Copied', 'Close']);
  });

  test('a refusal has its reason and no button but Close', async () => {
    const refusal = { ...cliInstructions, kind: 'refusal', reason: 'An update is running.', commands: [] } as const;
    const page = await open({ preview: refusal });
    await sheet(page).getByText('An update is running.').waitFor();
    expect(await sheet(page).getByRole('button').allInnerTexts()).toEqual(['Close']);
  });

  test('longer than the window its words scroll and its buttons stay', async () => {
    const steps = Array.from({ length: 40 }, (_, index) => ({ text: `Step ${index}`, exact: null }));
    const page = await open({ ...previewing, preview: { ...strayPreview, steps } });
    const box = await sheet(page).getByRole('button', { name: 'Repair' }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(560);
  });
});

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
});
