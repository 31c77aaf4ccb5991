import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DevicesView } from '../../app/core/model/devices-view.ts';
import type { View } from '../../app/core/model/view.ts';
import { makeView, runningRun, viewReadAt } from './make-view.ts';
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

const closed: DevicesView = {
  title: 'Devices',
  state: 'closed',
  note: 'OpenClaw has to be asked for its devices, which takes some seconds.',
  askLabel: 'Ask Again',
  requestsTitle: 'Waiting for Approval',
  requests: [],
  devicesTitle: 'Paired',
  devices: [],
};
const listed: DevicesView = {
  ...closed,
  title: 'Devices (1 waiting)',
  state: 'listed',
  note: null,
  requests: [
    {
      id: 'req-1',
      name: 'Phone',
      about: 'ios · 192.168.1.7',
      wants: 'Wants: operator (operator.read)',
      when: 'asked at 09:58',
      approve: { label: 'Admit…', spoken: 'Admit Phone…' },
      reject: { label: 'Reject…', spoken: 'Reject Phone…' },
    },
  ],
  devices: [
    {
      id: 'a1b2',
      name: 'Kitchen Mac',
      about: 'darwin · node-host',
      roles: 'May be: node',
      lastUse: 'last used 09:57',
      marks: [{ text: 'revoked', tone: 'bad' }],
      remove: { label: 'Remove…', spoken: 'Remove Kitchen Mac…' },
    },
  ],
};

describe('devices', () => {
  test('are not there where no gateway is', async () => {
    const page = await open({ devices: null });
    expect(await page.getByText('Devices').count()).toBe(0);
  });

  test('are asked for when a person unfolds them, and not before', async () => {
    const page = await open({ devices: closed });
    expect(await panel.requests()).toEqual([]);
    await page.getByText('Devices', { exact: true }).click();
    await expect.poll(() => panel.requests()).toEqual([{ name: 'askDevices', body: {} }]);
  });

  test('that are in files are not asked for', async () => {
    const page = await open({ devices: listed });
    await page.getByText('Devices (1 waiting)').click();
    await page.getByText('Kitchen Mac').waitFor();
    expect(await panel.requests()).toEqual([]);
  });

  test('say who waits, who is paired, and offer each decision by name', async () => {
    const page = await open({ devices: listed });
    await page.getByText('Devices (1 waiting)').click();
    expect(await page.locator('.devices').ariaSnapshot()).toMatchInlineSnapshot(`
      "- group:
        - text: Devices (1 waiting)
        - status
        - heading "Waiting for Approval" [level=3]
        - list "Waiting for Approval":
          - listitem:
            - paragraph: Phone
            - paragraph: ios · 192.168.1.7
            - paragraph: "Wants: operator (operator.read)"
            - paragraph: asked at 09:58
            - button "Reject Phone…": Reject…
            - button "Admit Phone…": Admit…
        - heading "Paired" [level=3]
        - list "Paired":
          - listitem:
            - paragraph: Kitchen Mac revoked
            - paragraph: darwin · node-host
            - paragraph: "May be: node"
            - paragraph: last used 09:57
            - button "Remove Kitchen Mac…": Remove…
        - button "Ask Again""
    `);
  });

  test.each([
    ['Admit Phone…', { command: 'approve', id: 'req-1' }],
    ['Reject Phone…', { command: 'reject', id: 'req-1' }],
    ['Remove Kitchen Mac…', { command: 'remove', id: 'a1b2' }],
  ])('%s shows what it would do', async (name, body) => {
    const page = await open({ devices: listed });
    await page.getByText('Devices (1 waiting)').click();
    await page.getByRole('button', { name }).click();
    await expect.poll(() => panel.requests()).toEqual([{ name: 'previewDevice', body }]);
  });

  test('nothing can be decided while something is done', async () => {
    const activity = { action: 'repair', text: 'Repairing…', startedAt: runningRun.startedAt } as const;
    const page = await open({ devices: listed, activity, actions: [], runs: [runningRun] });
    await page.getByText('Devices (1 waiting)').click();
    const button = page.getByRole('button', { name: 'Admit Phone…' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.click({ force: true });
    expect(await panel.requests()).toEqual([]);
  });

  test('the wait is told to those who cannot see it', async () => {
    const page = await open({ devices: { ...closed, state: 'asking', note: 'Asking OpenClaw for its devices…' } });
    await page.getByText('Devices', { exact: true }).click();
    const status = page.getByRole('status').filter({ hasText: 'Asking OpenClaw' });
    expect(await status.getAttribute('aria-busy')).toBe('true');
    expect(await panel.requests()).toEqual([]);
  });
});
