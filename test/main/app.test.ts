import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { app } from '../electron-double/app.ts';
import { answers, clipboard, desktopCalls, powerMonitor, questions } from '../electron-double/desktop.ts';
import { invoke } from '../electron-double/ipc-main.ts';
import { escapedRequests, stoppedRequests } from '../electron-double/page-requests.ts';
import { grants, letsThrough } from '../electron-double/session.ts';
import { trays } from '../electron-double/tray.ts';
import type { TrayDouble } from '../electron-double/tray.ts';
import type { RunningApp } from './running-app.ts';
import { openMenu, press, runApp, shapeOf, theTray, theWindow, until, untilShape } from './running-app.ts';
import { installGateway, label } from './stand-in-gateway.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

const requestChannel = 'clawtender:request';
let running: RunningApp;
let tray: TrayDouble;

beforeAll(async () => {
  running = await runApp();
  tray = await theTray();
});
afterAll(() => running.close());

const labels = () => openMenu(tray).map((item) => (item.type === 'separator' ? '---' : item.label));
const healthz = async () => (await fetch(`http://127.0.0.1:${running.port}/healthz`)).status;

describe('on a Mac without OpenClaw', () => {
  test('there is one hollow template icon, and no Dock icon', async () => {
    await untilShape(tray, 'hollow');
    expect(trays).toHaveLength(1);
    expect(tray.$image.isTemplateImage()).toBe(true);
    expect(tray.$image.getScaleFactors()).toEqual([1, 2]);
    expect(tray.$image.getSize()).toEqual({ width: 16, height: 16 });
    expect(app.$calls).toEqual(['enableSandbox', 'setActivationPolicy accessory']);
  });

  test('the menu opens in less than 100 ms and offers no action', () => {
    const before = performance.now();
    const rows = labels();
    expect(performance.now() - before).toBeLessThan(100);
    expect(rows[0]).toMatch(/^Gateway: /);
    expect(rows.join()).not.toMatch(/Start|Stop|Restart|Dashboard/);
    expect(rows.at(-1)).toBe('Quit Clawtender');
    expect(tray.$contextMenu).toBeNull();
  });
});

describe('with a gateway', () => {
  test('what appears in LaunchAgents is noticed: installed, stopped, then healthy', async () => {
    const definition = installGateway(running.mac, running.port);
    await until(labels, (rows) => rows.includes('Start'));
    await running.mac.launchctl('bootstrap', running.mac.domain, definition);
    await untilShape(tray, 'plain');
    expect(labels()).toEqual(expect.arrayContaining(['Restart', 'Stop', 'Open Dashboard', 'Open Log']));
  });

  test('restart changes the process, offers nothing meanwhile, and says that it worked', async () => {
    const before = await pid();
    press(tray, 'Restart');
    await untilShape(tray, 'dots');
    expect(labels().join()).not.toMatch(/Stop|Restart,/);
    await untilShape(tray, 'plain');
    // Before anything that takes time: a success fades.
    expect(labels().join()).toContain('✓');
    expect(await pid()).not.toBe(before);
  });

  test('the dashboard opens in the browser without a token; the log opens as a text', async () => {
    press(tray, 'Open Dashboard');
    press(tray, 'Open Log');
    const log = path.join(running.mac.home, 'Library/Logs/openclaw/gateway.log');
    await until(
      () => desktopCalls.length,
      (count) => count === 2,
    );
    expect(desktopCalls).toEqual([`openExternal http://127.0.0.1:${running.port}/`, `openPath ${log}`]);
  });

  test('after a wake from sleep it still runs', () => {
    powerMonitor.emit('resume');
    expect(shapeOf(tray)).toBe('plain');
  });
});

describe('the details', () => {
  test('open from the menu and show the same truth', async () => {
    press(tray, 'Settings…');
    const { window, page } = await theWindow();
    expect(window.webContents.getURL()).toBe('app://panel/index.html');
    expect(window.isVisible()).toBe(true);
    expect(app.$calls).toContain('focus steal');
    await page.getByRole('heading', { name: 'Gateway: running · healthy' }).waitFor();
  });

  test('Escape answers a question with no, then hides the window; a second start shows it', async () => {
    const { window, page } = await theWindow();
    await page.getByRole('button', { name: 'Restart…' }).click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    await window.webContents.$press('Escape');
    await question.waitFor({ state: 'detached' });
    expect([window.isVisible(), shapeOf(tray)]).toEqual([true, 'plain']);
    await window.webContents.$press('Escape');
    await until(
      () => window.isVisible(),
      (visible) => !visible,
    );
    app.emit('second-instance');
    expect(window.isVisible()).toBe(true);
    window.close();
    expect([window.isVisible(), window.isDestroyed()]).toEqual([false, false]);
    app.emit('activate');
    expect(window.isVisible()).toBe(true);
  });

  test('stop and start from the panel go through', async () => {
    const { page } = await theWindow();
    await page.getByRole('button', { name: 'Stop' }).click();
    await untilShape(tray, 'hollow');
    await page.getByRole('button', { name: 'Start' }).click();
    await untilShape(tray, 'plain');
    expect(await healthz()).toBe(200);
  });

  test('the report that is copied is the one of the command line', async () => {
    const { page } = await theWindow();
    await page.getByRole('button', { name: 'Copy Report' }).click();
    const text = await until(
      () => clipboard.readText(),
      (copied) => copied !== '',
    );
    expect(JSON.parse(text)).toMatchObject({ schema: 1, state: 'healthy', gateway: { port: running.port } });
  });

  test('the language that is chosen there is everywhere, and stays', async () => {
    const { page } = await theWindow();
    await page.getByRole('combobox').selectOption('zh-Hans');
    await page.locator('html[lang=zh-Hans]').waitFor();
    expect(labels().at(-1)).toBe('退出 Clawtender');
    const stored = readFileSync(path.join(app.getPath('userData'), 'settings.json'), 'utf8');
    expect(JSON.parse(stored)).toMatchObject({ locale: 'zh-Hans' });
    await page.getByRole('combobox').selectOption({ index: 0 });
    await page.locator('html[lang=en]').waitFor();
  });

  test('up to here the page has complained of nothing', async () => {
    const { window } = await theWindow();
    expect(window.webContents.$complaints).toEqual([]);
  });
});

describe('what a page may not do', () => {
  test('leave, open windows, reach the network or be granted anything', async () => {
    const { window, page } = await theWindow();
    await page.evaluate(() => {
      globalThis.open('https://example.com/');
      location.href = 'https://example.com/';
    });
    const fetched = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
    await until(
      () => window.webContents.$openedWindows,
      (opened) => opened.length === 1,
    );
    expect(window.webContents.$openedWindows).toEqual([{ url: 'https://example.com/', action: 'deny' }]);
    expect(window.webContents.getURL()).toBe('app://panel/index.html');
    expect(escapedRequests).toEqual([]);
    expect(stoppedRequests).toEqual([]);
    expect(grants('media')).toEqual({ request: false, check: false, device: false });
  });

  test.each([
    ['https://example.com/', false],
    [`http://127.0.0.1:18789/`, false],
    ['file:///etc/passwd', false],
    ['app://other/index.html', false],
    ['devtools://devtools/bundled/x.js', true],
    ['app://panel/index.html', true],
  ])('the filter behind the policy: %s', (url, expected) => {
    expect(letsThrough(url)).toBe(expected);
  });

  test('the page has the bridge and nothing of electron or Node', async () => {
    const { page } = await theWindow();
    const found = await page.evaluate(() => [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
      typeof Reflect.get(globalThis, 'clawtender'),
      Object.isFrozen(Reflect.get(globalThis, 'clawtender')),
    ]);
    expect(found).toEqual(['undefined', 'undefined', 'object', true]);
  });

  test('no file but the panel’s own is served', async () => {
    const { page } = await theWindow();
    const statuses = await page.evaluate(async () => {
      const urls = ['/../../package.json', '/..%2f..%2fpackage.json', '/missing.js', '/'];
      return Promise.all(
        urls.map(
          (url) =>
            new Promise((resolve) => {
              const script = document.createElement('script');
              script.addEventListener('load', () => resolve('served'));
              script.addEventListener('error', () => resolve('refused'));
              script.src = url;
              document.head.append(script);
            }),
        ),
      );
    });
    expect(statuses).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  test.each([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: 'app://panel/index.html', parent: { url: 'app://panel/index.html' } }],
    ['another page', { url: 'https://example.com/', parent: null }],
    ['another file of the panel', { url: 'app://panel/other.html', parent: null }],
    ['a look-alike', { url: 'app://panel.example/index.html', parent: null }],
  ])('a request of %s is refused', async (_who, senderFrame) => {
    const { window } = await theWindow();
    const event = { sender: window.webContents, senderFrame };
    const answer = await invoke(requestChannel, event, ['act', { action: 'stop', confirmed: true }]);
    expect(answer).toEqual({ value: { ok: false, error: 'forbidden' } });
    const view = await invoke('clawtender:current-view', event, []);
    expect(view).toEqual({ error: expect.stringContaining('forbidden') as string });
  });

  test('a request of another window is refused', async () => {
    const event = { sender: { id: 999 }, senderFrame: { url: 'app://panel/index.html', parent: null } };
    expect(await invoke(requestChannel, event, ['look', {}])).toEqual({ value: { ok: false, error: 'forbidden' } });
  });
});

test('quitting waits for a restart that runs, and leaves the gateway alone', async () => {
  // The second restart within ten minutes is a question.
  answers.push(0);
  press(tray, 'Restart…');
  await untilShape(tray, 'dots');
  app.quit();
  expect(app.$calls).not.toContain('quit');
  await until(
    () => app.$calls,
    (calls) => calls.includes('quit'),
  );
  expect(await healthz()).toBe(200);
  expect(questions).toHaveLength(1);
});

async function pid(): Promise<string> {
  const printed = (await running.mac.launchctl('print', `${running.mac.domain}/${label}`)).stdout;
  return /^\tpid = (\d+)$/m.exec(printed)?.[1] ?? 'none';
}
