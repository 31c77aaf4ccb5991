import type { Locale, View } from '../core/model/view.ts';
import { chooseLocale } from '../core/text/define.ts';
import { deriveView } from '../core/view.ts';
import type { Engine } from '../engine/engine.ts';
import type { SettingsStore } from './settings.ts';

/** The engine's newest picture in the person's language. */
export interface Views {
  /** `null` before the first look has ended. */
  current(): View | null;
  locale(): Locale;
  onView(listener: (view: View) => void): void;
  /** `null` follows the system. Everything is shown again in the new language. */
  chooseLocale(locale: Locale | null): Promise<void>;
}

export function createViews(engine: Engine, settings: SettingsStore, systemLanguages: readonly string[]): Views {
  const listeners: ((view: View) => void)[] = [];
  const locale = () => settings.current().locale ?? chooseLocale(systemLanguages);

  function current(): View | null {
    const picture = engine.current();
    if (picture === null) return null;
    return deriveView(picture, { locale: locale(), localeChoice: settings.current().locale });
  }

  function publish(): void {
    const view = current();
    if (view === null) return;
    for (const listener of listeners) listener(view);
  }

  engine.onPicture(publish);
  return {
    current,
    locale,
    onView: (listener) => void listeners.push(listener),
    async chooseLocale(chosen) {
      await settings.change({ locale: chosen });
      publish();
    },
  };
}
