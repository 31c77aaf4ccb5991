import { expect, test } from 'vitest';
import type { Settings, SettingsStore } from '../../app/main/settings.ts';
import { createViews } from '../../app/main/views.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makePicture } from '../fakes/snapshots.ts';

function makeSettings(locale: Settings['locale'] = null): SettingsStore {
  let settings: Settings = { locale, toldIconHidden: false };
  return {
    current: () => settings,
    async change(change) {
      settings = { ...settings, ...change };
    },
  };
}

test('before the first look there is no view, and none is made up', async () => {
  const views = createViews(makeFakeEngine(), makeSettings(), ['en-US']);
  const shown: unknown[] = [];
  views.onView((view) => shown.push(view));
  await views.chooseLocale('zh-Hans');
  expect([views.current(), shown]).toEqual([null, []]);
});

test.each([
  [['zh-Hant-TW', 'en-US'], null, 'zh-Hant'],
  [['fr-FR', 'zh-CN'], null, 'zh-Hans'],
  [['fr-FR'], null, 'en'],
  [[], null, 'en'],
  [['zh-CN'], 'en', 'en'],
] as const)('of a system in %j with the choice %s the views are in %s', (system, choice, locale) => {
  const views = createViews(makeFakeEngine(makePicture()), makeSettings(choice), system);
  expect(views.locale()).toBe(locale);
  expect(views.current()).toMatchObject({ locale, localeChoice: choice });
});

test('each picture, and each change of language, is shown', async () => {
  const engine = makeFakeEngine();
  const views = createViews(engine, makeSettings(), ['en-US']);
  const shown: string[] = [];
  views.onView((view) => shown.push(view.locale));
  engine.publish(makePicture());
  await views.chooseLocale('zh-Hant');
  await views.chooseLocale(null);
  expect(shown).toEqual(['en', 'zh-Hant', 'en']);
});
