import net from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ensureBuilt } from '../../build/ensure-built.mjs';
import { windows } from '../electron-double/browser-window.ts';
import type { BrowserWindowDouble } from '../electron-double/browser-window.ts';
import { launch, shutDown } from '../electron-double/launch.ts';
import type { MenuItemDouble } from '../electron-double/menu.ts';
import { trays } from '../electron-double/tray.ts';
import type { TrayDouble } from '../electron-double/tray.ts';
import { createSimulatedMac } from '../simulated-macos/create.mjs';
import type { SimulatedMac } from '../simulated-macos/create.mjs';

/** What electron would load. A name only the run time knows: before the first build the compiler does not find it. */
export const builtMain = path.resolve(import.meta.dirname, '../../out/main/index.js');

export interface RunningApp {
  readonly mac: SimulatedMac;
  readonly port: number;
  close(): Promise<void>;
}

/** The real bundled app on a simulated Mac of its own, over the electron double. Once per process. */
export async function runApp(): Promise<RunningApp> {
  await ensureBuilt();
  const mac = await createSimulatedMac();
  const port = await findFreePort();
  Object.assign(process.env, mac.env, { OPENCLAW_GATEWAY_PORT: String(port) });
  await launch(() => import(builtMain));
  return {
    mac,
    port,
    async close() {
      await shutDown();
      await mac.close();
    },
  };
}

/** Asks again until `wanted` holds. Longer than any action may take on a busy machine; fails with the last answer. */
export async function until<Answer>(
  ask: () => Answer | Promise<Answer>,
  wanted: (answer: Answer) => boolean,
): Promise<Answer> {
  const deadline = Date.now() + 40_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`never came true; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The one icon, as soon as it is there. */
export async function theTray(): Promise<TrayDouble> {
  await until(
    () => trays.length,
    (count) => count === 1,
  );
  const [tray] = trays;
  if (tray === undefined) throw new Error('the app made no icon');
  return tray;
}

/** The name of the silhouette in the menu bar: `plain`, `hollow` … */
export function shapeOf(tray: TrayDouble): string {
  return /([a-z]+)Template\.png$/.exec(tray.$image.$file)?.[1] ?? tray.$image.$file;
}

export async function untilShape(tray: TrayDouble, shape: string): Promise<void> {
  await until(
    () => `${shapeOf(tray)}: ${tray.$toolTip}`,
    (shown) => shown.startsWith(`${shape}:`),
  );
}

/** Clicks the icon and gives the rows of the menu that opens. */
export function openMenu(tray: TrayDouble): readonly MenuItemDouble[] {
  tray.$openMenu = null;
  tray.emit('click', {});
  return (tray.$openMenu as { readonly items: readonly MenuItemDouble[] } | null)?.items ?? [];
}

export function press(tray: TrayDouble, name: string): void {
  const item = openMenu(tray).find(({ label }) => label === name);
  if (item === undefined) throw new Error(`the menu has no row "${name}"`);
  item.click();
}

/** The details window and its page, loaded. */
export async function theWindow(): Promise<{ readonly window: BrowserWindowDouble; readonly page: Page }> {
  const window = windows.at(-1);
  if (window === undefined) throw new Error('no window was opened');
  await window.webContents.$idle();
  const page = window.webContents.$page;
  if (page === null) throw new Error('the window has no page');
  return { window, page };
}

async function findFreePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
