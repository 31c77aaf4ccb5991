import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

/** Everything the app asked of the desktop, in order: `openExternal https://…`. */
export const desktopCalls: string[] = [];

export const shell = strict('shell', {
  openExternal: async (url: string) => void desktopCalls.push(`openExternal ${url}`),
  openPath: async (path: string) => {
    desktopCalls.push(`openPath ${path}`);
    return '';
  },
  showItemInFolder: (path: string) => void desktopCalls.push(`showItemInFolder ${path}`),
});

let clipboardText = '';
export const clipboard = strict('clipboard', {
  writeText: async (text: string) => void (clipboardText = text),
  readText: async () => clipboardText,
});

export interface MessageBox {
  readonly message: string;
  readonly buttons?: readonly string[];
}
/** Questions asked, and the scripted answers to the next ones (index of the button). An unscripted one fails. */
export const questions: MessageBox[] = [];
export const answers: number[] = [];

export const dialog = strict('dialog', {
  async showMessageBox(box: MessageBox) {
    questions.push(box);
    const response = answers.shift();
    if (response === undefined) throw new Error(`electron double: nobody answers "${box.message}"`);
    return { response, checkboxChecked: false };
  },
  showErrorBox: (title: string, content: string) => void desktopCalls.push(`showErrorBox ${title}: ${content}`),
});

export const powerMonitor = strict('powerMonitor', new EventEmitter());

const bounds = { x: 0, y: 0, width: 1440, height: 900 };
export const screen = strict('screen', {
  getPrimaryDisplay: () => strict('Display', { id: 1, scaleFactor: 2, bounds }),
});
