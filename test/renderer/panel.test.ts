import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { View } from '../../app/core/model/view.ts';
import { aliasFinding, makeView, noticeFinding, restart, strayFinding, viewReadAt } from './make-view.ts';
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

async function open(view: View | null): Promise<OpenPanel['page']> {
  panel = await browser.open(view, { atTime: viewReadAt + 12_000 });
  return panel.page;
}

const words = (page: OpenPanel['page']) => page.locator('body').innerText();

test('before the first view there are no words, and assistive technology knows why', async () => {
  const page = await open(null);
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
  expect(await words(page)).toBe('');
  await panel.push(makeView());
  await page.getByRole('heading', { level: 1, name: 'Gateway: running · healthy' }).waitFor();
  expect(await page.locator('main').getAttribute('aria-busy')).toBeNull();
});

test('says what it has to say to VoiceOver', async () => {
  const page = await open(makeView({ findings: [strayFinding] }));
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('main').ariaSnapshot()).toMatchInlineSnapshot(`
    "- main:
      - 'heading "Gateway: running · healthy" [level=1]'
      - paragraph: It answers on port 18789 and is kept running by launchd, since 08:00.
      - time: 12 s ago
      - button "Check Now"
      - alert
      - button "Restart"
      - button "Stop…"
      - button "Open Dashboard"
      - button "Open Log"
      - term: Configuration
      - definition: openclaw.json can be read and has no syntax errors.
      - region "Findings":
        - heading "Findings" [level=2]
        - list:
          - listitem:
            - paragraph: Blocking
            - heading "Another gateway holds port 18789" [level=3]
            - paragraph: Process 5822, started at 09:12, answers on the port. The service cannot start as long as it runs.
            - heading "What to do" [level=4]
            - paragraph: Stop process 5822, then start the service.
            - button "Repair…"
            - heading "Also caused by this" [level=4]
            - list:
              - listitem: The service starts and exits again and again
            - group: What was read
      - region "Facts":
        - heading "Facts" [level=2]
        - term: Port
        - definition: "18789"
        - term: Process
        - definition: "4711"
        - term: Version
        - definition: 2026.9.6
        - term: Service
        - definition: ai.openclaw.gateway
        - term: Definition
        - definition: /Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist
      - group: History
      - combobox "Language":
        - option "System Language" [selected]
        - option "English"
        - option "简体中文"
        - option "繁體中文"
      - button "Copy Report""
  `);
});

test('the age ticks from the time of the reading, outside of live regions', async () => {
  const page = await open(makeView());
  await page.getByText('12 s ago').waitFor();
  await page.clock.setFixedTime(viewReadAt + 15_000);
  await page.getByText('15 s ago').waitFor();
  expect(await page.locator('[aria-live] time').count()).toBe(0);
});

test('a newer view replaces everything and leaves an open disclosure open', async () => {
  const page = await open(makeView({ findings: [strayFinding, noticeFinding] }));
  await page.getByText('What was read').first().click();
  await page.getByText('node 5822 alice').waitFor();
  await panel.push(
    makeView({ locale: 'zh-Hant', headline: '閘道:兩個', findings: [{ ...strayFinding, title: '另一個閘道' }] }),
  );
  await page.getByRole('heading', { name: '另一個閘道' }).waitFor();
  expect(await page.getByText('node 5822 alice').isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: noticeFinding.title }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
  expect(await page.title()).toBe('閘道:兩個 – Clawtender');
});

test('an action without a question is asked for at once, and only once', async () => {
  const page = await open(makeView());
  await panel.answerNext('wait');
  const button = page.getByRole('button', { name: 'Restart' });
  await button.dblclick();
  expect(await panel.requests()).toEqual([{ name: 'act', body: { action: 'restart', confirmed: false } }]);
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await panel.release();
  await page.locator('button[aria-disabled="false"]', { hasText: 'Restart' }).waitFor();
});

test('while an action runs there is progress and no button for another', async () => {
  const page = await open(makeView());
  await page.getByRole('button', { name: 'Restart' }).focus();
  const activity = { action: 'restart', text: 'Restarting…', startedAt: viewReadAt + 5000 } as const;
  await panel.push(makeView({ actions: [], activity }));
  await page.getByRole('progressbar', { name: 'Restarting…' }).waitFor();
  expect(await words(page)).toContain('0:07');
  expect(await page.getByRole('button', { name: /Restart|Stop/ }).count()).toBe(0);
  // The pressed button is gone, but Tab goes on from its place.
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Open Dashboard');
});

test('a question has Cancel in focus; Escape and Cancel change nothing', async () => {
  const page = await open(makeView());
  for (const leave of ['Escape', 'Enter']) {
    await page.getByRole('button', { name: 'Stop…' }).click();
    const dialog = page.getByRole('alertdialog', { name: /Stop it all the same/ });
    await dialog.waitFor();
    expect(await focused(page)).toBe('Cancel');
    await page.keyboard.press(leave);
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Stop…');
  }
  expect(await panel.requests()).toEqual([]);
});

test('a question answered with yes acts as confirmed', async () => {
  const page = await open(makeView());
  await page.getByRole('button', { name: 'Stop…' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await panel.requests()).toEqual([{ name: 'act', body: { action: 'stop', confirmed: true } }]);
  expect(await page.getByRole('alertdialog').count()).toBe(0);
});

test('a question that the machine has outrun closes unanswered', async () => {
  const page = await open(makeView());
  await page.getByRole('button', { name: 'Stop…' }).click();
  await page.getByRole('alertdialog').waitFor();
  await panel.push(makeView({ actions: [restart] }));
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await panel.push(makeView());
  await page.getByRole('button', { name: 'Stop…' }).waitFor();
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  expect(await panel.requests()).toEqual([]);
});

test('a success fades, a failure stays with its next step', async () => {
  const finishedAt = viewReadAt + 11_000;
  const page = await open(
    makeView({
      lastResult: { action: 'restart', tone: 'good', text: 'Restarted.', next: null, steps: [], finishedAt },
    }),
  );
  await page.getByText('Restarted.').waitFor();
  await page.clock.setFixedTime(viewReadAt + 21_000);
  await page.getByText('Restarted.').waitFor({ state: 'detached' });
  const steps = [{ text: 'Wait for the port', outcome: 'timed out', detail: 'ECONNREFUSED' }];
  await panel.push(
    makeView({ lastResult: { action: 'restart', tone: 'bad', text: 'No.', next: 'Look here.', steps, finishedAt } }),
  );
  await page.getByText('Steps').click();
  await page.clock.setFixedTime(viewReadAt + 3_600_000);
  await page.getByText('60 min ago').waitFor();
  for (const text of ['No.', 'Look here.', 'Wait for the port', 'timed out', 'ECONNREFUSED']) {
    expect(await words(page)).toContain(text);
  }
});

test('the last result is no news while the next action runs', async () => {
  const lastResult = {
    action: 'stop',
    tone: 'bad',
    text: 'No.',
    next: null,
    steps: [],
    finishedAt: viewReadAt,
  } as const;
  const page = await open(
    makeView({ lastResult, actions: [], activity: { action: 'stop', text: 'Stopping…', startedAt: viewReadAt } }),
  );
  await page.getByRole('progressbar').waitFor();
  expect(await words(page)).not.toContain('No.');
});

test('severity is told by a word and by a shape of its own', async () => {
  const page = await open(makeView({ findings: [strayFinding, aliasFinding, noticeFinding] }));
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  await cards.first().waitFor();
  const shapes = await cards.locator('.severity svg').evaluateAll((icons) => icons.map((icon) => icon.innerHTML));
  expect(new Set(shapes).size).toBe(3);
  expect(await cards.locator('.severity').allInnerTexts()).toEqual(['Blocking', 'Degraded\nlikely', 'Notice']);
});

test('"nothing found" is only said where all is well and all could be read', async () => {
  const page = await open(makeView());
  const line = page.getByText('Nothing found that needs attention.');
  await line.waitFor();
  await panel.push(makeView({ unknown: [{ probe: 'log', label: 'Log', reason: 'not permitted' }] }));
  await page.getByRole('heading', { name: 'Cannot tell' }).waitFor();
  expect(await line.count()).toBe(0);
  await panel.push(makeView({ state: 'crash-looping', icon: 'attention' }));
  expect(await line.count()).toBe(0);
});

test('copies the evidence, as a person would type and see it', async () => {
  const page = await open(makeView({ findings: [aliasFinding] }));
  await page.getByText('What was read', { exact: true }).click();
  await page.evaluate(() => {
    window.addEventListener('copy', (event) => {
      document.body.dataset['copied'] = event.clipboardData?.getData('text/plain');
    });
  });
  await page.getByRole('button', { name: 'Copy What Was Read' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.locator('body').getAttribute('data-copied')).toBe(
    '$ ls ~/Library/LaunchAgents\ncom.clawdbot.gateway.plist',
  );
  await page.getByText('Copy What Was Read').waitFor();
});

test('each button sends its request, and the language its choice', async () => {
  const page = await open(makeView({ localeChoice: 'zh-Hans' }));
  const language = page.getByRole('combobox', { name: 'Language' });
  expect(await language.inputValue()).toBe('zh-Hans');
  await page.getByRole('button', { name: 'Check Now' }).click();
  await page.getByRole('button', { name: 'Open Dashboard' }).click();
  await page.getByRole('button', { name: 'Open Log' }).click();
  await page.getByRole('button', { name: 'Copy Report' }).click();
  await language.selectOption('繁體中文');
  await language.selectOption('System Language');
  expect(await panel.requests()).toEqual([
    { name: 'look', body: {} },
    { name: 'openDashboard', body: {} },
    { name: 'openLogs', body: {} },
    { name: 'copyReport', body: {} },
    { name: 'setLocale', body: { locale: 'zh-Hant' } },
    { name: 'setLocale', body: { locale: null } },
  ]);
});

test('a request that failed is admitted, and forgotten with the next one', async () => {
  const page = await open(makeView());
  await panel.answerNext('fail');
  await page.getByRole('button', { name: 'Open Dashboard' }).click();
  const warning = page.getByRole('alert').getByText(makeView().labels.requestFailed);
  await warning.waitFor();
  await page.getByRole('button', { name: 'Check Now' }).click();
  await warning.waitFor({ state: 'detached' });
  expect(await panel.requests()).toHaveLength(2);
});

test('what cannot be opened here has no button', async () => {
  const page = await open(makeView({ dashboard: false, logPath: null }));
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: /Dashboard|Log/ }).count()).toBe(0);
});

test('without a connection nothing can be pressed and the age goes on', async () => {
  const page = await open(makeView());
  await page.getByRole('button', { name: 'Stop…' }).click();
  await panel.setConnected(false);
  await page.getByRole('alert').filter({ hasText: 'Connection to Clawtender lost' }).waitFor();
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Restart' }).click({ force: true });
  expect(await panel.requests()).toEqual([]);
  await page.clock.setFixedTime(viewReadAt + 72_000);
  await page.getByText('72 s ago').waitFor();
  await panel.setConnected(true);
  await page.locator('.warning').waitFor({ state: 'detached' });
});

test('everything can be reached by keyboard, in the order in which it is read', async () => {
  const page = await open(makeView({ findings: [strayFinding] }));
  await page.getByRole('heading', { level: 1 }).waitFor();
  const path: (string | null)[] = [];
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press('Tab');
    path.push(await focused(page));
  }
  expect(path).toEqual([
    'Check Now',
    'Restart',
    'Stop…',
    'Open Dashboard',
    'Open Log',
    'Repair…',
    'What was read',
    'History',
    'Language',
    'Copy Report',
  ]);
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
    'solid',
  );
});

/** The accessible name of what has the focus, as far as this page gives names. */
function focused(page: OpenPanel['page']): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? null;
  });
}
