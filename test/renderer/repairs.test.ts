import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../app/core/model/view.ts';
import {
  aliasFinding,
  cliInstructions,
  makeView,
  noticeFinding,
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
    await panel.push(makeView(previewing));
    await expect.poll(() => sheet(page).getByText('Likely, not proven.').count()).toBe(0);
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
    expect(await panel.requests()).toEqual([]);
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
