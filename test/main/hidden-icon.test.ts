import { beforeEach, expect, test, vi } from 'vitest';
import { tellWhenIconIsHidden } from '../../app/main/hidden-icon.ts';
import type { SettingsStore } from '../../app/main/settings.ts';
import { answers, questions } from '../electron-double/desktop.ts';
import { makeFakeClock } from '../fakes/fake-clock.ts';
import { makeFakeSettings } from '../fakes/fake-settings.ts';
import { makeView } from '../renderer/make-view.ts';

vi.mock('electron', () => import('../electron-double/index.ts'));

beforeEach(() => void (questions.length = 0));

async function start(hidden: boolean, toldIconHidden: boolean) {
  const clock = makeFakeClock();
  const show = vi.fn<() => void>();
  const change = vi.fn<SettingsStore['change']>(async () => undefined);
  answers.push(0);
  tellWhenIconIsHidden({
    clock,
    tray: { show: () => undefined, isHidden: () => hidden },
    details: { show },
    views: {
      current: makeView,
      locale: () => 'en',
      onView: () => undefined,
      refresh: () => undefined,
      chooseLocale: async () => undefined,
    },
    settings: { ...makeFakeSettings({ toldIconHidden }), change },
  });
  await clock.advance(1_999);
  const early = show.mock.calls.length;
  await clock.advance(1);
  return { early, show, change };
}

test('an icon that is there needs no words', async () => {
  const { show } = await start(false, false);
  expect(show).not.toHaveBeenCalled();
  expect(questions).toEqual([]);
});

test('who was told once is not told again', async () => {
  const { show } = await start(true, true);
  expect(show).not.toHaveBeenCalled();
  expect(questions).toEqual([]);
});

test('a hidden icon opens the window once it is sure, and says how to get it back', async () => {
  const { early, show, change } = await start(true, false);
  expect(early).toBe(0);
  expect(show).toHaveBeenCalledOnce();
  expect(change).toHaveBeenCalledExactlyOnceWith({ toldIconHidden: true });
  expect(questions).toMatchObject([{ message: expect.stringContaining('System Settings') as string }]);
});
