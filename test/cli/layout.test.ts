import { expect, test } from 'vitest';
import { readPreferredLocales } from '../../app/cli/real-world.ts';
import { displayWidth, writeRows } from '../../app/cli/layout.ts';

test.each([
  { text: 'Port', columns: 4 },
  { text: '连接端口', columns: 8 },
  { text: 'a，b', columns: 4 },
  { text: '', columns: 0 },
])('"$text" takes $columns columns', ({ text, columns }) => {
  expect(displayWidth(text)).toBe(columns);
});

test('values stand in one column whatever the language of the labels', () => {
  expect(
    writeRows([
      ['端口', '18789'],
      ['Profile', 'work'],
    ]),
  ).toEqual(['  端口     18789', '  Profile  work']);
});

test.each([
  { what: 'LC_ALL beats the others', variables: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US' }, first: 'zh_CN.UTF-8' },
  { what: 'an empty one does not count', variables: { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'en' }, first: 'zh_TW' },
  { what: 'LANG is the last', variables: { LANG: 'de_DE' }, first: 'de_DE' },
  { what: 'else the system', variables: {}, first: Intl.DateTimeFormat().resolvedOptions().locale },
])('language: $what', ({ variables, first }) => {
  expect(readPreferredLocales(variables)).toEqual([first]);
});
