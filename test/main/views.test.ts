import { expect, test } from 'vitest';
import { createExtras } from '../../app/main/extras.ts';
import type { Settings } from '../../app/main/settings.ts';
import { createViews } from '../../app/main/views.ts';
import type { FakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeSettings } from '../fakes/fake-settings.ts';
import { makePicture } from '../fakes/snapshots.ts';

interface Wish {
  readonly engine?: FakeEngine;
  readonly choice?: Settings['locale'];
  readonly system?: readonly string[];
}

function make({ engine = makeFakeEngine(), choice = null, system = ['en-US'] }: Wish) {
  const settings = makeFakeSettings({ locale: choice });
  return createViews({ engine, settings, extras: createExtras(), systemLanguages: system });
}

test('before the first look there is no view, and none is made up', async () => {
  const views = make({});
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
  const views = make({ engine: makeFakeEngine(makePicture()), choice, system });
  expect(views.locale()).toBe(locale);
  expect(views.current()).toMatchObject({ locale, localeChoice: choice });
});

test('each picture, and each change of language, is shown', async () => {
  const engine = makeFakeEngine();
  const views = make({ engine });
  const shown: string[] = [];
  views.onView((view) => shown.push(view.locale));
  engine.publish(makePicture());
  await views.chooseLocale('zh-Hant');
  await views.chooseLocale(null);
  expect(shown).toEqual(['en', 'zh-Hant', 'en']);
});
