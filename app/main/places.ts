import { clipboard, shell } from 'electron';
import { deriveDashboardUrl } from '../core/dashboard-url.ts';
import type { Picture } from '../core/model/picture.ts';

/** Opens the gateway's own page in the browser: on this machine only, without any token. */
export async function openDashboard(picture: Picture): Promise<void> {
  const url = deriveDashboardUrl(picture);
  if (!/^https?:\/\/127\.0\.0\.1:\d{1,5}\//.test(url)) throw new Error(`not a dashboard of this machine: ${url}`);
  await shell.openExternal(url);
}

/**
 * The log's path comes out of a service definition that anyone may have written. Opening could start a program, so
 * only what is plainly a text is opened; everything else, and what no app wants to open, is shown in its folder.
 */
export async function openLog(logPath: string): Promise<void> {
  const complaint = /\.(?:log|txt)$/i.test(logPath) ? await shell.openPath(logPath) : 'not plainly a text';
  if (complaint !== '') shell.showItemInFolder(logPath);
}

export async function copyText(text: string): Promise<void> {
  await clipboard.writeText(text);
}
