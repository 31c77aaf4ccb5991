import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { NewsKind } from '../core/model/news.ts';
import { newsKinds } from '../core/model/news.ts';
import { locales } from '../core/model/view.ts';

const allNews = Object.fromEntries(newsKinds.map((kind) => [kind, true])) as Record<NewsKind, boolean>;

const newsSwitches = Object.fromEntries(newsKinds.map((kind) => [kind, z.boolean().catch(true)])) as Record<
  NewsKind,
  z.ZodCatch<z.ZodBoolean>
>;

const settingsSchema = z.object({
  /** `null` follows the system. */
  locale: z.enum(locales).nullable().catch(null),
  /** The person was told once that macOS hides the icon. */
  toldIconHidden: z.boolean().catch(false),
  /** Which kinds of news are told. */
  news: z.object(newsSwitches).catch(allNews),
  /** Epoch ms up to which nothing is told. */
  snoozedUntil: z.number().nullable().catch(null),
  /** Repairs without a question. */
  automatic: z.boolean().catch(false),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

const defaults: Settings = { locale: null, toldIconHidden: false, news: allNews, snoozedUntil: null, automatic: false };

export interface SettingsStore {
  current(): Settings;
  change(change: Partial<Settings>): Promise<void>;
}

/** The person's own choices, in our own folder. A missing or spoilt file gives the defaults until the next change. */
export async function openSettings(folder: string): Promise<SettingsStore> {
  const file = path.join(folder, 'settings.json');
  let settings = parseSettings(await readFile(file, 'utf8').catch(() => ''));
  return {
    current: () => settings,
    async change(change) {
      settings = { ...settings, ...change };
      // Loaded where it is used, as the notebook does: most runs of any face change nothing.
      const { writeFile } = await import('atomically');
      await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
    },
  };
}

function parseSettings(content: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(content));
  } catch {
    return defaults;
  }
}
