import { app, session } from 'electron';
import type { WebContents } from 'electron';

/**
 * What a page of ours may never do, whatever runs in it: go elsewhere, open windows, use the network, ask for
 * permissions. Before the first window.
 */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents));
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnResource(url) }));
}

function lockNavigation(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** The panel with the images in its style sheet, and in a checkout the developer tools. */
function isOwnResource(url: string): boolean {
  return /^(?:app:\/\/panel\/|data:image\/)/.test(url) || (!app.isPackaged && url.startsWith('devtools://'));
}
