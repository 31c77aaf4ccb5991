import { expect, test } from 'vitest';
import { locateSettings } from '../../../app/core/validation/locate-setting.ts';

const text = `// mine
{
  gateway: { port: 1, 'mode': "local" },
  "models": [
    { id: 'a' }, { id: 'b', bogus: 1 },
  ],
  gateway: { port: 2 },
}
`;

test.each([
  [['gateway', 'port'], { line: 7, column: 14 }],
  [['gateway', 'mode'], null],
  [['models', 1, 'bogus'], { line: 5, column: 29 }],
  [['models', 1], { line: 5, column: 18 }],
  [['models', 2], null],
  [['models', 'x'], null],
  [['nothing', 'at', 'all'], null],
])('%j', (path, expected) => {
  expect(locateSettings(text, [path])).toEqual([expected]);
});

test('a text that momoa does not understand has no places', () => {
  expect(locateSettings('{ a: ', [['a'], ['b']])).toEqual([null, null]);
});

test('what JSON5 allows and momoa does not has its place', () => {
  const odd = '{ b: -.5,\n null: { true: 1 },\n a: null }';
  expect(locateSettings(odd, [['a'], ['null', 'true'], ['____'], ['b']])).toEqual([
    { line: 3, column: 2 },
    { line: 2, column: 10 },
    null,
    { line: 1, column: 3 },
  ]);
});

test('a byte order mark is no character', () => {
  expect(locateSettings('\uFEFF{\n a: 1 }', [['a']])).toEqual([{ line: 2, column: 2 }]);
});
