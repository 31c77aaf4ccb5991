import { app } from './app.ts';
import { windows } from './browser-window.ts';
import { closeChromium, openChromium } from './chromium.ts';

/**
 * Does what electron does with an app's main file on macOS: load it, then become ready. One app per process. The
 * browser starts first, for it must not take this machine for a Mac.
 */
export async function launch(load: () => Promise<unknown>): Promise<void> {
  await openChromium();
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  await load();
  app.$becomeReady();
}

export async function shutDown(): Promise<void> {
  for (const window of windows) await window.webContents.$close();
  await closeChromium();
}
