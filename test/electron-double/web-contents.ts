import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { app } from './app.ts';
import { openChromium } from './chromium.ts';
import { makeEvent } from './event.ts';
import { invoke } from './ipc-main.ts';
import { routeRequest } from './page-requests.ts';
import { askName, deliverName, preloadScript } from './preload-world.ts';
import { toAppUrl, toPageUrl } from './protocol.ts';

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };
export interface PageOptions {
  readonly preload: string;
  readonly width: number;
  readonly height: number;
}

let nextId = 1;

/** A page in Chromium. What main asks of it is queued, as electron's calls are: they return before it is done. */
export class WebContentsDouble extends EventEmitter {
  readonly id = nextId++;
  $page: Page | null = null;
  /** Errors and complaints of the page's own scripts. A test that ends with any has failed. */
  readonly $complaints: string[] = [];
  readonly $openedWindows: { url: string; action: string }[] = [];
  $windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });
  private context: BrowserContext | null = null;
  private queue: Promise<unknown>;
  private ownNavigation = false;

  constructor(options: PageOptions) {
    super();
    this.queue = this.open(options);
    app.emit('web-contents-created', makeEvent({}), this);
  }

  setWindowOpenHandler(handler: WindowOpenHandler) {
    this.$windowOpenHandler = handler;
  }
  /** Electron runs the text in the page whatever its policy says. */
  executeJavaScript(text: string): Promise<unknown> {
    return this.ask((page) => page.evaluate(text));
  }
  getURL() {
    return toAppUrl(this.$page?.url() ?? '');
  }
  send(channel: string, ...args: unknown[]) {
    const copies = structuredClone(args);
    void this.$enqueue((page) =>
      page.evaluate(
        ({ name, channel: to, copies: sent }) =>
          (globalThis as unknown as Record<string, (channel: string, args: unknown[]) => void>)[name]?.(to, sent),
        { name: deliverName, channel, copies },
      ),
    );
  }

  $loadUrl(url: string): Promise<void> {
    return this.$enqueue(async (page) => {
      this.ownNavigation = true;
      await page.goto(toPageUrl(url));
    });
  }
  /** `true` once after main itself loaded something: electron asks no navigation rule then. */
  $takeOwnNavigation(): boolean {
    const own = this.ownNavigation;
    this.ownNavigation = false;
    return own;
  }
  $enqueue(act: (page: Page) => Promise<unknown>): Promise<void> {
    return this.ask(async (page) => void (await act(page)));
  }
  async $idle(): Promise<void> {
    await this.queue;
  }
  /** A key as the system hands it over: main sees it first. */
  async $press(key: string): Promise<void> {
    const event = makeEvent({});
    this.emit('before-input-event', event, { type: 'keyDown', key });
    if (!event.defaultPrevented) await this.$enqueue((page) => page.keyboard.press(key));
  }
  async $close(): Promise<void> {
    await this.$idle();
    // The browser may have ended first, and every page with it.
    await this.context?.close().catch(() => undefined);
  }

  private ask<Result>(act: (page: Page) => Promise<Result>): Promise<Result> {
    const done = this.after(this.queue, act);
    this.queue = done.catch((error: unknown) => this.$complaints.push(String(error)));
    return done;
  }
  private async after<Result>(earlier: Promise<unknown>, act: (page: Page) => Promise<Result>): Promise<Result> {
    await earlier;
    if (this.$page === null || this.$page.isClosed()) throw new Error('Object has been destroyed');
    return act(this.$page);
  }

  private async open({ preload, width, height }: PageOptions): Promise<void> {
    const browser = await openChromium();
    this.context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 2 });
    const page = await this.context.newPage();
    this.$page = page;
    await this.context.route('**/*', (route) => routeRequest(route, this));
    await page.exposeBinding(askName, ({ frame }, channel: string, args: readonly unknown[]) =>
      invoke(channel, makeEvent({ sender: this, senderFrame: this.frameOf(frame) }), args),
    );
    await page.addInitScript({ content: preloadScript(await readFile(preload, 'utf8')) });
    page.on('pageerror', (error) => this.$complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.$complaints.push(message.text());
    });
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    page.on('load', () => this.emit('did-finish-load', makeEvent({})));
  }

  private frameOf(frame: Frame): object {
    const parent = frame.parentFrame();
    return { url: toAppUrl(frame.url()), parent: parent === null ? null : { url: toAppUrl(parent.url()) } };
  }
}
