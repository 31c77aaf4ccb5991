import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import { viewChannel } from '../contract/channels.ts';
import type { View } from '../core/model/view.ts';
import { panelUrl } from './panel-protocol.ts';

/** The details: the panel in a small window that is hidden, not closed, and made when it is first wanted. */
export interface DetailsWindow {
  show(): void;
  send(view: View): void;
  /** The request comes from the panel's own page in this window, and from nothing inside or beside it. */
  isSender(event: IpcMainInvokeEvent): boolean;
  /** From now on closing closes. */
  letGo(): void;
}

export function createDetailsWindow(): DetailsWindow {
  let window: BrowserWindow | null = null;
  let letGo = false;

  function open(): BrowserWindow {
    const opened = new BrowserWindow(windowOptions());
    opened.once('ready-to-show', () => bringToFront(opened));
    opened.on('closed', () => (window = null));
    opened.on('close', (event) => {
      if (letGo) return;
      event.preventDefault();
      opened.hide();
    });
    // A dead page cannot be shown again; the next call makes a new one.
    opened.webContents.on('render-process-gone', () => opened.destroy());
    opened.webContents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown' || input.key !== 'Escape') return;
      event.preventDefault();
      void leave(opened);
    });
    void opened.loadURL(panelUrl);
    return opened;
  }

  return {
    show() {
      if (window === null) window = open();
      else bringToFront(window);
    },
    send: (view) => window?.webContents.send(viewChannel, view),
    isSender: (event) => window !== null && event.sender.id === window.webContents.id && isPanelPage(event),
    letGo: () => void (letGo = true),
  };
}

function isPanelPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  // `null` when the frame has gone or navigated meanwhile.
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url === panelUrl;
}

/** Escape answers an open question with no; without one it hides the window. */
async function leave(window: BrowserWindow): Promise<void> {
  const wasAsked: unknown = await window.webContents.executeJavaScript(
    `(() => { const asked = document.querySelector('dialog[open]'); asked?.requestClose(); return asked !== null; })()`,
  );
  if (wasAsked !== true) window.hide();
}

function bringToFront(window: BrowserWindow): void {
  window.show();
  // An accessory app is not brought forward by showing its window alone.
  app.focus({ steal: true });
}

function windowOptions(): Electron.BrowserWindowConstructorOptions {
  return {
    title: app.getName(),
    width: 460,
    height: 680,
    minWidth: 360,
    minHeight: 400,
    show: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  };
}
