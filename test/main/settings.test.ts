import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings } from '../../app/main/settings.ts';
import { defaultSettings } from '../fakes/fake-settings.ts';

const defaults = defaultSettings;
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'clawtender 设置-'));
  file = path.join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('without a file there are the defaults, and none is made', async () => {
  expect((await openSettings(folder)).current()).toEqual(defaults);
  expect(existsSync(file)).toBe(false);
});

test.each(['', '{', 'null', '[]', '{"locale":"fr","toldIconHidden":"yes"}'])(
  'from %j come the defaults, and it is not touched',
  async (content) => {
    writeFileSync(file, content);
    expect((await openSettings(folder)).current()).toEqual(defaults);
    expect(readFileSync(file, 'utf8')).toBe(content);
  },
);

test('one spoilt setting does not spoil the others', async () => {
  writeFileSync(
    file,
    '{"locale":"zh-Hant","toldIconHidden":7,"news":{"down":false,"degraded":3},"automatic":1,"fromLater":true}',
  );
  expect((await openSettings(folder)).current()).toEqual({
    ...defaults,
    locale: 'zh-Hant',
    news: { ...defaults.news, down: false },
  });
});

test('a change is kept for the next start, for this user alone', async () => {
  const settings = await openSettings(folder);
  await settings.change({ locale: 'zh-Hans' });
  await settings.change({ toldIconHidden: true });
  expect((await openSettings(folder)).current()).toEqual({ ...defaults, locale: 'zh-Hans', toldIconHidden: true });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
