import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { makeEvent } from './event.ts';
import { strict } from './strict.ts';
import { WebContentsDouble } from './web-contents.ts';

export const windows: BrowserWindowDouble[] = [];

export class BrowserWindowDouble extends EventEmitter {
  readonly webContents: WebContentsDouble;
  readonly $options: BrowserWindowConstructorOptions;
  private visible: boolean;
  private destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { width = 800, height = 600, webPreferences } = options;
    this.$options = options;
    this.visible = options.show !== false;
    this.webContents = strict(
      'WebContents',
      new WebContentsDouble({ width, height, preload: checkedPreload(webPreferences) }),
    );
    this.webContents.on('did-finish-load', () => this.emit('ready-to-show', makeEvent({})));
    const window = strict('BrowserWindow', this);
    windows.push(window);
    app.$openWindows.add(window);
    return window;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.$loadUrl(url);
  }
  show() {
    this.visible = true;
    this.emit('show', makeEvent({}));
  }
  hide() {
    this.visible = false;
    this.emit('hide', makeEvent({}));
  }
  isVisible() {
    return this.visible;
  }
  isDestroyed() {
    return this.destroyed;
  }
  close() {
    const event = makeEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    if (this.destroyed) return;
    this.destroyed = true;
    this.visible = false;
    for (const window of app.$openWindows) if (window.isDestroyed()) app.$openWindows.delete(window);
    void this.webContents.$close();
    this.emit('closed');
    if (app.$openWindows.size === 0 && !app.emit('window-all-closed')) app.quit();
  }
}

/** The only preferences the double will run: it cannot imitate what an unsafe page could do. */
function checkedPreload(preferences: BrowserWindowConstructorOptions['webPreferences']): string {
  const { preload, contextIsolation, sandbox, nodeIntegration } = preferences ?? {};
  if (contextIsolation !== true || sandbox !== true || nodeIntegration !== false) {
    throw new Error('electron double: a window must be isolated and sandboxed, and say so');
  }
  if (preload === undefined || !path.isAbsolute(preload)) throw new Error('preload must be an absolute path');
  return preload;
}
