import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Drift } from '../../app/core/model/drift.ts';
import type { DriftNews } from '../../app/core/model/news.ts';
import type { Locale } from '../../app/core/model/view.ts';
import { writeNotice } from '../../app/main/drift-notice.ts';

const icon = path.resolve(import.meta.dirname, '../../renderer/icon.svg');

const style = `
  body { margin: 0; width: fit-content; padding: 22px; background: linear-gradient(120deg, #7fa8b8, #c9b6a8);
    font: 13px/1.35 -apple-system, 'Helvetica Neue', Arial, 'Noto Sans CJK SC', sans-serif; color: #1d1d1f; }
  article { display: grid; grid-template-columns: 38px 1fr; gap: 2px 10px; width: 344px; padding: 12px 14px;
    border-radius: 16px; background: rgb(248 248 248 / 92%); box-shadow: 0 0 0 .5px rgb(0 0 0 / 16%), 0 8px 24px rgb(0 0 0 / 22%); }
  img { grid-row: 1 / span 2; width: 38px; height: 38px; }
  b { display: block; } p { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
  footer { grid-column: 2; display: flex; gap: 8px; margin-top: 8px; }
  footer span { padding: 3px 14px; border-radius: 6px; background: rgb(0 0 0 / 9%); font-weight: 500; }
`;

/** A drawing of the notification, with the very words and buttons that the app gives to macOS. */
export async function writeNotificationPage(drift: Drift, locale: Locale): Promise<string> {
  const news: DriftNews = { kind: 'drift', at: drift.at, drift };
  const { title, body, buttons } = writeNotice(news, { locale, timeZone: 'UTC' });
  const image = (await readFile(icon)).toString('base64');
  const answers = buttons.map(({ label }) => `<span>${escape(label)}</span>`).join('');
  return `<!doctype html><html lang="${locale}"><style>${style}</style><body><article>
    <img alt="" src="data:image/svg+xml;base64,${image}"><b>${escape(title)}</b><p>${escape(body)}</p>
    <footer>${answers}</footer></article>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
