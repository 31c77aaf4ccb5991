import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ComparisonView, HistoryView, VersionView } from '../../app/core/model/history-view.ts';
import type { NewsView, SettingsView, View } from '../../app/core/model/view.ts';
import { emptyHistory, makeView, runningRun, viewReadAt } from './make-view.ts';
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
  panel = await browser.open(makeView(change), { atTime: viewReadAt });
  await panel.page.getByRole('heading', { level: 1 }).waitFor();
  return panel.page;
}

const newest: VersionView = {
  id: 'v2',
  when: '09:58',
  file: 'openclaw.json',
  by: 'by an editor or another program',
  changes: ['gateway.port 18789 → 18790'],
  more: null,
  marks: ['in the file now'],
  isNow: true,
};
const former: VersionView = {
  ...newest,
  id: 'v1',
  when: '09:00',
  by: 'by OpenClaw (config set)',
  changes: ['gateway.bind added: "lan"'],
  more: 'and 3 more',
  marks: ['a gateway ran on it'],
  isNow: false,
};
const kept: HistoryView = { ...emptyHistory, empty: null, versions: [newest, former] };
const comparison: ComparisonView = {
  versionId: 'v1',
  title: '09:00 and now',
  rows: [
    { id: 'r1', path: 'gateway.port', former: '18789', now: '18790', tick: 'Restore gateway.port' },
    { id: 'r2', path: 'gateway.auth.token', former: '••• 1f76', now: 'nothing', tick: 'Restore gateway.auth.token' },
  ],
  message: null,
  restoreAll: 'Restore This Version…',
  restoreTicked: 'Restore Ticked…',
  close: 'Close',
};
const comparing: HistoryView = { ...kept, asked: 1, compared: comparison };

describe('the timeline', () => {
  test('is folded until it is wanted', async () => {
    const page = await open({ history: kept });
    expect(await page.getByText('09:58').isVisible()).toBe(false);
    await page.getByText('History').click();
    expect(await page.getByText('09:58').isVisible()).toBe(true);
  });

  test('says of each version when, which file, who, what, and what is special', async () => {
    const page = await open({ history: { ...kept, asked: 1, older: '12 older versions are listed elsewhere.' } });
    expect(await page.locator('.history').ariaSnapshot()).toMatchInlineSnapshot(`
      "- group:
        - text: History
        - list "Versions":
          - listitem:
            - paragraph: 09:58 openclaw.json in the file now
            - paragraph: by an editor or another program
            - list:
              - listitem: gateway.port 18789 → 18790
          - listitem:
            - paragraph: 09:00 openclaw.json a gateway ran on it
            - paragraph: by OpenClaw (config set)
            - list:
              - listitem: "gateway.bind added: \\"lan\\""
              - listitem: and 3 more
            - 'button "Compare with Now: 09:00, openclaw.json"': Compare with Now
        - paragraph: 12 older versions are listed elsewhere."
    `);
  });

  test('opens, and takes the keyboard, when somebody asked for it elsewhere', async () => {
    const page = await open({ history: kept });
    await panel.push(makeView({ history: { ...kept, asked: 1 } }));
    await page.getByText('09:58').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('History');
  });

  test('stays as a person left it when the next view comes', async () => {
    const page = await open({ history: { ...kept, asked: 1 } });
    await page.getByText('09:58').waitFor();
    await page.getByText('History').click();
    await panel.push(makeView({ sequence: 2, history: { ...kept, asked: 1 } }));
    expect(await page.getByText('09:58').isVisible()).toBe(false);
  });

  test('says so when there is nothing', async () => {
    const page = await open({ history: { ...emptyHistory, asked: 1 } });
    await page.getByText('Nothing is kept yet.').waitFor();
    expect(await page.getByRole('list', { name: 'Versions' }).count()).toBe(0);
  });

  test('says why a version could not be kept', async () => {
    const page = await open({ history: { ...kept, asked: 1, fault: 'A version could not be kept: disk full' } });
    expect(await page.getByText('A version could not be kept: disk full').isVisible()).toBe(true);
  });
});

describe('a comparison', () => {
  test('is asked for with the id alone; of what the file holds now there is none', async () => {
    const page = await open({ history: { ...kept, asked: 1 } });
    const buttons = page.getByRole('button', { name: 'Compare with Now' });
    expect(await buttons.count()).toBe(1);
    await buttons.click();
    expect(await panel.requests()).toEqual([{ name: 'compareVersion', body: { versionId: 'v1' } }]);
  });

  test('its button names the version to who does not see it', async () => {
    const page = await open({ history: { ...kept, asked: 1 } });
    const named = page.getByRole('button', { name: 'Compare with Now: 09:00, openclaw.json', expanded: false });
    expect(await named.isVisible()).toBe(true);
  });

  test('is read as a group of settings, each with its former value and that of now', async () => {
    const page = await open({ history: comparing });
    expect(await page.getByRole('group', { name: '09:00 and now' }).ariaSnapshot()).toMatchInlineSnapshot(`
      "- group "09:00 and now":
        - list "Differences":
          - listitem:
            - checkbox "Restore gateway.port"
            - code: gateway.port
            - term: Then
            - definition:
              - code: "18789"
            - term: Now
            - definition:
              - code: "18790"
          - listitem:
            - checkbox "Restore gateway.auth.token"
            - code: gateway.auth.token
            - term: Then
            - definition:
              - code: ••• 1f76
            - term: Now
            - definition:
              - code: nothing
        - button "Restore Ticked…" [disabled]
        - button "Restore This Version…""
    `);
  });

  test('closes by the button that opened it', async () => {
    const page = await open({ history: comparing });
    await page.getByRole('button', { name: 'Compare with Now', expanded: true }).click();
    expect(await panel.requests()).toEqual([{ name: 'compareVersion', body: { versionId: null } }]);
  });

  test('restores nothing before something is ticked, then what is ticked', async () => {
    const page = await open({ history: comparing });
    const restore = page.getByRole('button', { name: 'Restore Ticked…' });
    await restore.click({ force: true });
    expect(await panel.requests()).toEqual([]);
    await page.getByRole('checkbox', { name: 'Restore gateway.auth.token' }).click();
    await restore.click();
    expect(await panel.requests()).toEqual([{ name: 'previewRestore', body: { versionId: 'v1', rows: ['r2'] } }]);
  });

  test('a row that is gone by now is not asked for', async () => {
    const page = await open({ history: comparing });
    await page.getByRole('checkbox', { name: 'Restore gateway.port' }).check();
    await page.getByRole('checkbox', { name: 'Restore gateway.auth.token' }).check();
    const rows = comparison.rows.slice(0, 1);
    await panel.push(makeView({ sequence: 2, history: { ...comparing, compared: { ...comparison, rows } } }));
    await page.getByRole('button', { name: 'Restore Ticked…' }).click();
    expect(await panel.requests()).toEqual([{ name: 'previewRestore', body: { versionId: 'v1', rows: ['r1'] } }]);
  });

  test('restores the whole version', async () => {
    const page = await open({ history: comparing });
    await page.getByRole('button', { name: 'Restore This Version…' }).click();
    expect(await panel.requests()).toEqual([{ name: 'previewRestore', body: { versionId: 'v1', rows: null } }]);
  });

  test('restores nothing while something else is being done', async () => {
    const activity = { action: 'repair', text: 'Repairing…', startedAt: viewReadAt } as const;
    const page = await open({ history: comparing, activity, actions: [], runs: [runningRun] });
    await page.getByRole('button', { name: 'Restore This Version…' }).click({ force: true });
    expect(await panel.requests()).toEqual([]);
  });

  test('works by keyboard alone', async () => {
    const page = await open({ history: comparing });
    await page.getByRole('button', { name: 'Compare with Now' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await panel.requests()).toEqual([{ name: 'previewRestore', body: { versionId: 'v1', rows: ['r1'] } }]);
  });

  test('says why it shows nothing', async () => {
    const compared = { ...comparison, rows: [], message: 'No difference.', restoreAll: null, restoreTicked: null };
    const page = await open({ history: { ...comparing, compared } });
    await page.getByText('No difference.').waitFor();
    expect(await page.getByRole('button', { name: /^Restore/ }).count()).toBe(0);
  });
});

describe('a change that could not be notified', () => {
  const settings: SettingsView = {
    asked: 0,
    title: 'Settings',
    newsLabel: 'Notifications',
    switches: [],
    snooze: null,
    snoozes: [],
    refused: null,
    automatic: { label: 'Repair without asking', explanation: '', on: false },
  };
  const news: NewsView = {
    kind: 'drift',
    at: viewReadAt,
    title: 'The configuration was changed',
    text: 'gateway.port 18789 → 18790, by another program, 09:58',
    when: '09:58',
    drift: { id: 'v2', review: 'Review', undo: 'Undo…' },
  };

  test('Review shows the history', async () => {
    const page = await open({ history: kept, settings, news: [news] });
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('list', { name: 'Versions' }).waitFor();
    expect(await panel.requests()).toEqual([]);
  });

  test('Undo asks for the preview', async () => {
    const page = await open({ history: kept, settings, news: [news] });
    await page.getByRole('button', { name: 'Undo…' }).click();
    expect(await panel.requests()).toEqual([{ name: 'previewDriftUndo', body: { driftId: 'v2' } }]);
  });
});
