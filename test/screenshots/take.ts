import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locale, View } from '../../app/core/model/view.ts';
import type { PanelBrowser } from '../renderer/open-panel.ts';
import { launchChromium } from '../renderer/build-panel.ts';
import { startPanelBrowser } from '../renderer/open-panel.ts';
import { writeMenuPage } from './menu-page.ts';
import { deriveMoment, deriveRepaired, moments } from './moments.ts';

const locales = ['en', 'zh-Hans'] as const satisfies readonly Locale[];
const schemes = ['light', 'dark'] as const;

/** The real panel with real views of made-up machines, and the menu's real rows in a drawing of a menu. */
export async function takeScreenshots(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const panels = await startPanelBrowser();
  try {
    for (const locale of locales) {
      for (const [name, view] of Object.entries(viewsIn(locale))) {
        for (const colorScheme of schemes) {
          const file = path.join(folder, `panel-${name}-${colorScheme}-${locale}.png`);
          await takePanel(panels, asReadJustNow(view), colorScheme, file);
        }
      }
    }
  } finally {
    await panels.close();
  }
  for (const locale of locales) {
    await takeMenu(deriveMoment(moments.conflict, locale), path.join(folder, `menu-${locale}.png`));
  }
}

function viewsIn(locale: Locale): Readonly<Record<string, View>> {
  return {
    healthy: deriveMoment(moments.healthy, locale),
    conflict: deriveMoment(moments.conflict, locale),
    preview: deriveMoment(moments.conflict, locale, { previewing: true }),
    fixed: deriveRepaired(locale),
  };
}

async function takePanel(panels: PanelBrowser, view: View, colorScheme: 'light' | 'dark', file: string): Promise<void> {
  const viewport = { width: 460, height: 680 };
  const options = { colorScheme, viewport, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
  const panel = await panels.open(view, options);
  await panel.page.getByRole('heading').first().waitFor();
  await panel.page.screenshot({ path: file });
  await panel.close();
  if (panel.complaints.length > 0) throw new Error(`the panel complained: ${panel.complaints.join('; ')}`);
}

/** electron's own menus are drawn by macOS: this is a drawing of one, with the rows that the app would give it. */
async function takeMenu(view: View, file: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 640, height: 480 }, deviceScaleFactor: 2 });
    await page.setContent(await writeMenuPage(view));
    await page.locator('body').screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

/** The page counts the age with its own clock. */
function asReadJustNow(view: View): View {
  return { ...view, readAt: Date.now() };
}
