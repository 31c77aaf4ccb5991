import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Locale, View } from '../../app/core/model/view.ts';
import type { PanelBrowser } from '../renderer/open-panel.ts';
import { launchChromium } from '../renderer/build-panel.ts';
import { startPanelBrowser } from '../renderer/open-panel.ts';
import { writeMenuPage } from './menu-page.ts';
import {
  deriveHistoryMoment,
  deriveModelsMoment,
  deriveMoment,
  deriveRepaired,
  deriveSettingsMoment,
  moments,
} from './moments.ts';
import { writeNotificationPage } from './notification-page.ts';
import { drift } from './history.ts';

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
          await takePanel(panels, asReadJustNow(view), { colorScheme, file });
        }
      }
      const view = deriveModelsMoment(locale);
      for (const [name, prepare] of Object.entries(modelPages)) {
        for (const colorScheme of schemes) {
          const file = path.join(folder, `panel-${name}-${colorScheme}-${locale}.png`);
          await takePanel(panels, asReadJustNow(view), { colorScheme, file, prepare });
        }
      }
    }
  } finally {
    await panels.close();
  }
  for (const locale of locales) {
    await takePage(
      await writeMenuPage(deriveMoment(moments.conflict, locale)),
      path.join(folder, `menu-${locale}.png`),
    );
    await takePage(await writeMenuPage(deriveModelsMoment(locale)), path.join(folder, `menu-models-${locale}.png`));
    await takePage(await writeNotificationPage(drift, locale), path.join(folder, `notification-${locale}.png`));
  }
}

function viewsIn(locale: Locale): Readonly<Record<string, View>> {
  return {
    healthy: deriveMoment(moments.healthy, locale),
    conflict: deriveMoment(moments.conflict, locale),
    preview: deriveMoment(moments.conflict, locale, { previewing: true }),
    fixed: deriveRepaired(locale),
    history: deriveHistoryMoment(locale, 'timeline'),
    diff: deriveHistoryMoment(locale, 'comparison'),
    restore: deriveHistoryMoment(locale, 'preview'),
    settings: deriveSettingsMoment(locale),
  };
}

/** What a person does before there is something to see. */
const modelPages: Readonly<Record<string, (page: Page, view: View) => Promise<void>>> = {
  models: async (page) => unfoldModels(page),
  provider: async (page, view) => {
    await unfoldModels(page);
    await page.getByRole('button', { name: view.models?.setup.open ?? '' }).click();
  },
};

async function unfoldModels(page: Page): Promise<void> {
  const section = page.locator('details.models');
  await section.locator('summary').first().click();
  await section.evaluate((each) => each.scrollIntoView({ block: 'start' }));
}

interface Shot {
  readonly colorScheme: 'light' | 'dark';
  readonly file: string;
  readonly prepare?: (page: Page, view: View) => Promise<void>;
}

async function takePanel(panels: PanelBrowser, view: View, { colorScheme, file, prepare }: Shot): Promise<void> {
  const viewport = { width: 460, height: 680 };
  const options = { colorScheme, viewport, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
  const panel = await panels.open(view, options);
  await panel.page.getByRole('heading').first().waitFor();
  await prepare?.(panel.page, view);
  await panel.page.screenshot({ path: file });
  await panel.close();
  if (panel.complaints.length > 0) throw new Error(`the panel complained: ${panel.complaints.join('; ')}`);
}

/** Menus and notifications are drawn by macOS: these are drawings, with the words that the app gives it. */
async function takePage(content: string, file: string): Promise<void> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 640, height: 480 }, deviceScaleFactor: 2 });
    await page.setContent(content);
    await page.locator('body').screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

/** The page counts the age with its own clock. */
function asReadJustNow(view: View): View {
  return { ...view, readAt: Date.now() };
}
