import { array, assert, nat, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { isUnder, parsePath } from '../../../app/core/settings/parse-path.ts';
import { writePath } from '../../../app/core/settings/read.ts';

test.each([
  ['', []],
  ['gateway', ['gateway']],
  ['gateway.port', ['gateway', 'port']],
  ['models.providers["my.ark"].models[0].id', ['models', 'providers', 'my.ark', 'models', 0, 'id']],
  ['["odd name"][2]', ['odd name', 2]],
])('%s', (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test.each(['.gateway', 'gateway.', 'gateway..port', 'gateway[', 'gateway[x]', 'gateway port', '[0]port'])(
  'not understood: %s',
  (text) => {
    expect(parsePath(text)).toBeNull();
  },
);

test('reads whatever is written', () => {
  const path = array(oneof(string({ minLength: 1 }), nat(99)), { maxLength: 6 });
  assert(
    property(path, (steps) => {
      expect(parsePath(writePath(steps))).toEqual(steps);
    }),
    { numRuns: 2_000 },
  );
});

test('under is in, or the same', () => {
  expect(isUnder(['a', 'b'], ['a'])).toBe(true);
  expect(isUnder(['a'], ['a'])).toBe(true);
  expect(isUnder(['a'], ['a', 'b'])).toBe(false);
  expect(isUnder(['ab'], ['a'])).toBe(false);
});
