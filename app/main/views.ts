import type { Locale, View } from '../core/model/view.ts';
import { chooseLocale } from '../core/text/define.ts';
import { deriveView } from '../core/view.ts';
import type { Engine } from '../engine/engine.ts';
import type { Extras } from './extras.ts';
import type { SettingsStore } from './settings.ts';

/** The engine's newest picture in the person's language. */
export interface Views {
  /** `null` before the first look has ended. */
  current(): View | null;
  locale(): Locale;
  /** Shows all again, after something beside the picture has changed. */
  refresh(): void;
  onView(listener: (view: View) => void): void;
  /** `null` follows the system. Everything is shown again in the new language. */
  chooseLocale(locale: Locale | null): Promise<void>;
}

export interface ViewSources {
  readonly engine: Engine;
  readonly settings: SettingsStore;
  readonly extras: Extras;
  /** Preferred first, BCP 47. */
  readonly systemLanguages: readonly string[];
}

export function createViews({ engine, settings, extras, systemLanguages }: ViewSources): Views {
  const listeners: ((view: View) => void)[] = [];
  const locale = () => settings.current().locale ?? chooseLocale(systemLanguages);

  function current(): View | null {
    const picture = engine.current();
    if (picture === null) return null;
    const { locale: localeChoice, news: kinds, snoozedUntil, automatic } = settings.current();
    const chosen = { news: { kinds, snoozedUntil }, automatic, isRefused: extras.isRefused(), asked: extras.asked() };
    return deriveView(picture, {
      locale: locale(),
      localeChoice,
      news: extras.news(),
      historyAsked: extras.historyAsked(),
      settings: chosen,
    });
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
    refresh: publish,
    onView: (listener) => void listeners.push(listener),
    async chooseLocale(chosen) {
      await settings.change({ locale: chosen });
      publish();
    },
  };
}
