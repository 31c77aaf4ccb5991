import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { View } from '../../app/core/model/view.ts';
import type { MenuRow } from '../../app/main/menu.ts';
import { deriveMenu } from '../../app/main/menu.ts';

const icons = path.resolve(import.meta.dirname, '../../build/icons');
const keys: Readonly<Record<string, string>> = { CommandOrControl: '⌘' };

const style = `
  body { margin: 0; width: fit-content; padding: 0 24px 24px; background: linear-gradient(#b9d3dc, #e8d9cf);
    font: 13px/1.35 -apple-system, 'Helvetica Neue', Arial, 'Noto Sans CJK SC', sans-serif; color: #1d1d1f; }
  header { display: flex; justify-content: end; gap: 14px; margin: 0 -24px; padding: 4px 180px 4px 0;
    background: rgb(255 255 255 / 45%); }
  header img { width: 16px; height: 16px; padding: 2px 6px; border-radius: 4px; background: rgb(0 0 0 / 12%); }
  menu { margin: 4px 0 0; padding: 5px; list-style: none; max-width: 560px; border-radius: 9px;
    background: rgb(246 246 246 / 96%); box-shadow: 0 0 0 .5px rgb(0 0 0 / 20%), 0 8px 24px rgb(0 0 0 / 22%); }
  li { display: flex; justify-content: space-between; align-items: center; gap: 36px; position: relative;
    min-height: 18px; padding: 2px 9px 2px 21px; white-space: nowrap; }
  li.ticked::before { content: '✓'; position: absolute; left: 7px; }
  li.text { color: rgb(0 0 0 / 42%); }
  li.separator { min-height: 0; margin: 5px 9px; padding: 0; border-top: .5px solid rgb(0 0 0 / 18%); }
  kbd { font: inherit; color: rgb(0 0 0 / 42%); }
`;

/** A drawing of the open menu below its icon, with the rows that the app gives to macOS. */
export async function writeMenuPage(view: View): Promise<string> {
  const rows = deriveMenu({ view, locale: view.locale, now: view.readAt, loginItem: 'on' });
  const icon = (await readFile(path.join(icons, `${view.icon}Template@2x.png`))).toString('base64');
  const bar = `<header><img alt="" src="data:image/png;base64,${icon}"></header>`;
  return `<!doctype html><html lang="${view.locale}"><style>${style}</style><body>${bar}<menu>${rows.map(writeRow).join('')}</menu>`;
}

function writeRow(row: MenuRow): string {
  switch (row.kind) {
    case 'separator':
      return '<li class="separator"></li>';
    case 'text':
      return `<li class="text">${escape(row.label)}</li>`;
    case 'submenu':
      return `<li>${escape(row.label)}<kbd>›</kbd></li>`;
    case 'tick':
      return `<li class="${row.ticked ? 'ticked' : ''}">${escape(row.label)}</li>`;
    case 'press':
      return `<li>${escape(row.label)}<kbd>${(row.accelerator ?? '').split('+').map(keyName).join('')}</kbd></li>`;
    default:
      return row satisfies never;
  }
}

function keyName(key: string): string {
  return keys[key] ?? key;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
