import { describe, expect, test } from 'vitest';
import { deriveChanges, maxChanges } from '../../../app/core/history/derive-changes.ts';
import type { Change } from '../../../app/core/model/history.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import { maskSettings } from '../../../app/core/settings/mask.ts';
import { fakeSecrets } from '../../fakes/fake-secrets.ts';

const settings = (value: Record<string, unknown>): Settings =>
  maskSettings(value, (secret) => fakeSecrets.mark(secret));
const between = (before: Record<string, unknown>, after: Record<string, unknown>): readonly Change[] =>
  deriveChanges(settings(before), settings(after));
const written = (changes: readonly Change[]) =>
  changes.map(({ path, kind, before, after }) => `${kind} ${path}: ${before ?? '-'} > ${after ?? '-'}`);

describe('silent', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['the same', { a: { b: [1, 2] } }, { a: { b: [1, 2] } }],
    ['names in another order', { a: 1, b: { c: 1, d: 2 } }, { b: { d: 2, c: 1 }, a: 1 }],
    ['models in another order', { models: [{ id: 'x' }, { id: 'y' }] }, { models: [{ id: 'y' }, { id: 'x' }] }],
    ['an equal secret', { token: 'abc' }, { token: 'abc' }],
    ['an empty group', { a: {} }, { a: {} }],
  ])('%s', (_what, before, after) => {
    expect(between(before, after)).toEqual([]);
  });
});

describe('by meaning', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>, readonly string[]]>([
    ['a value', { gateway: { port: 1 } }, { gateway: { port: 2 } }, ['changed gateway.port: 1 > 2']],
    ['one that is new', { a: {} }, { a: { b: 'x' } }, ['added a.b: - > "x"']],
    ['one that is gone', { a: { b: null } }, { a: {} }, ['removed a.b: null > -']],
    ['a group that is new', {}, { a: { b: 1 } }, ['added a: - > {"b":1}']],
    ['another kind of value', { a: [1] }, { a: { b: 1 } }, ['changed a: [1] > {"b":1}']],
    ['a short list', { allow: ['a', 'b'] }, { allow: ['b'] }, ['changed allow: ["a","b"] > ["b"]']],
    [
      'an entry by its id',
      { m: [{ id: 'x' }, { id: 'y', n: 1 }] },
      { m: [{ id: 'y', n: 2 }, { id: 'z' }] },
      ['removed m[0]: {"id":"x"} > -', 'changed m[0].n: 1 > 2', 'added m[1]: - > {"id":"z"}'],
    ],
    [
      'entries without ids',
      { b: [{ n: 1 }, { n: 2 }, { n: 3 }] },
      { b: [{ n: 1 }, { n: 3 }] },
      ['removed b[1]: {"n":2} > -'],
    ],
    [
      'entries that share an id',
      { b: [{ id: 1 }, { id: 1 }] },
      { b: [{ id: 1 }, { id: 1, x: 1 }] },
      ['added b[1].x: - > 1'],
    ],
    ['names with dots', { 'a.b': 1 }, { 'a.b': 2 }, ['changed ["a.b"]: 1 > 2']],
    [
      'a name of the language',
      JSON.parse('{"__proto__":1}'),
      JSON.parse('{"__proto__":2}'),
      ['changed __proto__: 1 > 2'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(written(between(before, after))).toEqual(expected);
  });

  test('secrets are told apart, and not told', () => {
    const [change] = between({ token: 'first' }, { token: 'second' });
    expect(change).toMatchObject({
      path: 'token',
      before: expect.stringMatching(/^"••• /),
      after: expect.stringMatching(/^"••• /),
    });
    expect(change?.before).not.toBe(change?.after);
  });

  test('what OpenClaw stamps comes last', () => {
    const changes = between({ meta: { lastTouchedAt: 1 }, x: 1 }, { meta: { lastTouchedAt: 2 }, x: 2 });
    expect(changes.map(({ path }) => path)).toEqual(['x', 'meta.lastTouchedAt']);
  });

  test('long values are cut, and long lists of differences', () => {
    const [change] = between({ prompt: 'x' }, { prompt: 'word '.repeat(100) });
    expect(change?.after).toHaveLength(120);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_value, index) => [`k${index}`, index]));
    expect(between({}, many)).toHaveLength(maxChanges);
  });

  test('long lists of words by position', () => {
    const words = Array.from({ length: 30 }, (_value, index) => `word-${index}`);
    expect(written(between({ w: words }, { w: ['new', ...words] }))).toEqual(['added w[0]: - > "new"']);
  });
});

test('a text that nobody understands is the whole file', () => {
  const whole = [{ path: '', kind: 'changed', before: null, after: null }];
  expect(deriveChanges(null, {})).toEqual(whole);
  expect(deriveChanges({}, null)).toEqual(whole);
  expect(deriveChanges(null, null)).toEqual(whole);
});
