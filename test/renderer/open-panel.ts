import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Given } from '../../app/contract/requests.ts';
import type { View } from '../../app/core/model/view.ts';
import { buildPanel, launchChromium } from './build-panel.ts';

const origin = 'https://panel.test';
/** The policy under which Electron shows the page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface PanelBrowser {
  open(view: View | null, options?: WindowOptions): Promise<OpenPanel>;
  close(): Promise<void>;
}

export interface WindowOptions extends BrowserContextOptions {
  /** The page's clock stands at this moment (epoch ms) until `page.clock.setFixedTime`; its timers run. */
  readonly atTime?: number;
}

/** One window with a fake `window.clawtender` behind it. */
export interface OpenPanel {
  readonly page: Page;
  push(view: View): Promise<void>;
  setConnected(connected: boolean): Promise<void>;
  /** The next request is answered with `ok: false`, waits until `release`, or is answered with this. */
  answerNext(how: Answer): Promise<void>;
  release(): Promise<void>;
  requests(): Promise<readonly unknown[]>;
  /** Errors and warnings of the console, and of the page. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** `late`: after `release`. */
export type Answer = 'fail' | 'wait' | ({ readonly notice?: string; readonly late?: true } & Partial<Given>);

/** Builds the real renderer with the project's own settings and starts Chromium. */
export async function startPanelBrowser(): Promise<PanelBrowser> {
  const built = await buildPanel();
  const browser = await launchChromium();
  return {
    open: (view, options) => openPanel(browser, built.assetsFolder, view, options),
    async close() {
      await browser.close();
      await built.remove();
    },
  };
}

async function openPanel(
  browser: Browser,
  folder: string,
  view: View | null,
  { atTime, ...options }: WindowOptions = {},
): Promise<OpenPanel> {
  const context = await browser.newContext({ viewport: { width: 420, height: 560 }, ...options });
  await context.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname === '/' ? '/index.html' : pathname;
    const contentType = contentTypes[path.extname(name)] ?? 'application/octet-stream';
    const headers = { 'Content-Security-Policy': policy, 'Content-Type': contentType };
    await route.fulfill({ headers, body: await readFile(path.join(folder, name)) });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  if (atTime !== undefined) {
    await page.clock.setFixedTime(atTime);
  }
  await page.addInitScript(fakePanelApi, view);
  await page.goto(`${origin}/`);
  return {
    page,
    complaints,
    push: (next) => page.evaluate((pushed) => window.$fake.push(pushed), next),
    setConnected: (connected) => page.evaluate((value) => window.$fake.connect(value), connected),
    answerNext: (how) => page.evaluate((value) => window.$fake.answers.push(value), how).then(() => undefined),
    release: () => page.evaluate(() => window.$fake.release()),
    requests: () => page.evaluate(() => window.$fake.requests),
    close: () => context.close(),
  };
}

declare global {
  interface Window {
    $fake: {
      push(view: View): void;
      connect(connected: boolean): void;
      answers: Answer[];
      requests: unknown[];
      release(): void;
    };
  }
}

/** Runs in the page, before its own scripts. */
function fakePanelApi(first: View | null): void {
  const views = new Set<(view: View) => void>();
  const connections = new Set<(connected: boolean) => void>();
  const waiting: (() => void)[] = [];
  window.$fake = {
    push: (view) => views.forEach((listener) => listener(view)),
    connect: (connected) => connections.forEach((listener) => listener(connected)),
    answers: [],
    requests: [],
    release: () => waiting.splice(0).forEach((resolve) => resolve()),
  };
  Object.defineProperty(window, 'clawtender', {
    value: Object.freeze({
      currentView: async () => first,
      onView(listener: (view: View) => void) {
        views.add(listener);
        return () => views.delete(listener);
      },
      onConnection(listener: (connected: boolean) => void) {
        connections.add(listener);
        return () => connections.delete(listener);
      },
      async request(name: string, body: unknown) {
        window.$fake.requests.push({ name, body });
        const how = window.$fake.answers.shift();
        const isLate = how === 'wait' || (typeof how === 'object' && how.late === true);
        if (isLate) await new Promise<void>((resolve) => waiting.push(resolve));
        if (typeof how === 'object') return { ok: true, ...how };
        return how === 'fail' ? { ok: false, error: 'failed' } : { ok: true };
      },
    }),
  });
}
