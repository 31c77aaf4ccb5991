import { Menu, screen, Tray } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { View } from '../core/model/view.ts';
import { loadIcons } from './icons.ts';
import type { MenuCommand, MenuRow } from './menu.ts';

export interface TraySituation {
  /** The menu as it should open now. */
  readonly rows: () => readonly MenuRow[];
  readonly perform: (command: MenuCommand) => void;
  readonly onOpen: () => void;
  readonly firstToolTip: string;
}

export interface TrayIcon {
  show(view: View): void;
  isHidden(): boolean;
}

/** Keeps the icon's place in the menu bar between launches. */
const trayGuid = '5f0d4b0e-3c57-4d6a-9c9b-8f1f3f6f2a71';

/** The icon and its menu. The menu is made at the click from what is known, and never changes while it is open. */
export function createTrayIcon({ rows, perform, onOpen, firstToolTip }: TraySituation): TrayIcon {
  const icons = loadIcons();
  const tray = new Tray(icons.question, trayGuid);
  const menu = () => Menu.buildFromTemplate(rows().map((row) => toMenuItem(row, perform)));
  tray.setToolTip(firstToolTip);
  if (process.platform === 'darwin') {
    tray.setIgnoreDoubleClickEvents(true);
    const open = () => {
      tray.popUpContextMenu(menu());
      onOpen();
    };
    tray.on('click', open);
    tray.on('right-click', open);
  } else {
    tray.setContextMenu(menu());
  }
  return {
    show(view) {
      tray.setImage(icons[view.icon]);
      tray.setToolTip(view.activity?.text ?? view.sentence);
      // Linux desktops open the menu themselves and must have it beforehand.
      if (process.platform !== 'darwin') tray.setContextMenu(menu());
    },
    isHidden: () => isBelowScreen(tray.getBounds(), screen.getPrimaryDisplay().bounds),
  };
}

/** macOS 26 lets the person switch an icon off: it is then still there, at the lower edge of the screen. */
export function isBelowScreen(
  icon: { readonly y: number },
  display: { readonly y: number; readonly height: number },
): boolean {
  return icon.y >= display.y + display.height;
}

function toMenuItem(row: MenuRow, perform: (command: MenuCommand) => void): MenuItemConstructorOptions {
  if (row.kind === 'separator') return { type: 'separator' };
  if (row.kind === 'text') return { label: row.label, enabled: false };
  if (row.kind === 'submenu') return { label: row.label, submenu: row.rows.map((each) => toMenuItem(each, perform)) };
  const click = () => perform(row.command);
  if (row.kind === 'tick') return { label: row.label, type: 'checkbox', checked: row.ticked, click };
  return { label: row.label, click, ...(row.accelerator === undefined ? {} : { accelerator: row.accelerator }) };
}
