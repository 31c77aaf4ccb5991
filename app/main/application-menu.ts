import { app, Menu } from 'electron';
import { labelTexts } from '../core/text/labels.ts';
import { menuTexts } from '../core/text/menu.ts';
import type { Locale } from '../core/model/view.ts';

/** Never seen, for an accessory app has no menu bar: but ⌘C, ⌘W and ⌘Q work in its window only with these roles. */
export function installApplicationMenu(locale: Locale): void {
  const labels = labelTexts(locale);
  const texts = menuTexts(locale);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: app.getName(),
        submenu: [
          { role: 'about', label: labels.about },
          { role: 'quit', label: labels.quit },
        ],
      },
      {
        label: texts.edit,
        submenu: [
          { role: 'undo', label: texts.undo },
          { role: 'redo', label: texts.redo },
          { type: 'separator' },
          { role: 'cut', label: texts.cut },
          { role: 'copy', label: texts.copy },
          { role: 'paste', label: texts.paste },
          { role: 'selectAll', label: texts.selectAll },
          { type: 'separator' },
          { role: 'close', label: texts.closeWindow },
        ],
      },
    ]),
  );
}
