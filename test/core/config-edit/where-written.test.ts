import { describe, expect, test } from 'vitest';
import {
  countIncluded,
  findWritten,
  isInSpreadList,
  resolveInclude,
} from '../../../app/core/config-edit/where-written.ts';
import type { Setting, Settings } from '../../../app/core/model/setting.ts';

const main = '/home/alice/.openclaw/openclaw.json';
const file = (name: string) => `/home/alice/.openclaw/${name}`;
const inMain = (settings: Settings, others: Readonly<Record<string, Setting>> = {}) => [
  { path: main, settings },
  ...Object.entries(others).map(([name, each]) => ({ path: file(name), settings: each })),
];
const at = (name: string | null, path: readonly (string | number)[], missing = 0) => ({
  file: name === null ? main : file(name),
  path,
  missing,
});

describe('a setting is written', () => {
  test.each<[string, ReturnType<typeof inMain>, readonly (string | number)[], ReturnType<typeof at>[]]>([
    ['in the one file', inMain({ a: { b: 1 } }), ['a', 'b'], [at(null, ['a', 'b'])]],
    ['in a list', inMain({ a: [{ b: 1 }] }), ['a', 0, 'b'], [at(null, ['a', 0, 'b'])]],
    ['nowhere: in the group that is there', inMain({ a: {} }), ['a', 'b', 'c'], [at(null, ['a', 'b', 'c'], 2)]],
    ['nowhere, not even its group', inMain({}), ['a', 'b'], [at(null, ['a', 'b'], 2)]],
    ['below what is no group', inMain({ a: 1 }), ['a', 'b'], [at(null, ['a', 'b'], 1)]],
    [
      'in the file that is included there',
      inMain({ a: { $include: './a.json' } }, { 'a.json': { b: 1 } }),
      ['a', 'b'],
      [at('a.json', ['b'])],
    ],
    [
      'in both: what stands beside wins',
      inMain({ a: { $include: './a.json', b: 2 } }, { 'a.json': { b: 1 } }),
      ['a', 'b'],
      [at(null, ['a', 'b']), at('a.json', ['b'])],
    ],
    [
      'in the last of several',
      inMain({ $include: ['./a.json', './b.json'] }, { 'a.json': { x: { y: 1 } }, 'b.json': { x: { y: 2 } } }),
      ['x', 'y'],
      [at('b.json', ['x', 'y']), at('a.json', ['x', 'y'])],
    ],
    [
      'in a file that a file includes',
      inMain({ a: { $include: 'sub/a.json' } }, { 'sub/a.json': { b: { $include: '../b.json' } }, 'b.json': { c: 1 } }),
      ['a', 'b', 'c'],
      [at('b.json', ['c'])],
    ],
    [
      'nowhere, in a group that is another file altogether',
      inMain({ a: { $include: './a.json' } }, { 'a.json': { b: 1 } }),
      ['a', 'new'],
      [at('a.json', ['new'], 1)],
    ],
    [
      'nowhere, in a group with settings beside the other file',
      inMain({ a: { $include: './a.json', b: 1 } }, { 'a.json': { c: 1 } }),
      ['a', 'new'],
      [at('a.json', ['new'], 1)],
    ],
    [
      'in a list that is another file altogether',
      inMain({ a: { $include: './a.json' } }, { 'a.json': [{ b: 1 }] }),
      ['a', 0, 'b'],
      [at('a.json', [0, 'b'])],
    ],
    [
      'in a file that an entry of a list is',
      inMain({ a: [{ $include: './a.json' }] }, { 'a.json': { b: 1 } }),
      ['a', 0, 'b'],
      [at('a.json', ['b'])],
    ],
    ['in a file that was not read', inMain({ a: { $include: '/etc/a.json' } }), ['a', 'b'], [at(null, ['a', 'b'], 1)]],
    [
      'in a file that includes itself',
      inMain({ $include: './a.json' }, { 'a.json': { $include: './a.json' } }),
      ['b'],
      [at('a.json', ['b'], 1)],
    ],
  ])('%s', (_what, files, path, expected) => {
    expect(findWritten(files, path)).toEqual(expected);
  });

  test('nowhere, when there is no file', () => {
    expect(findWritten([], ['a'])).toEqual([]);
  });
});

test('a file counts each time it is included, in lists too', () => {
  const files = inMain(
    { a: { $include: './x.json' }, b: { c: { $include: ['./y.json', 'x.json'] } }, list: [{ $include: 'x.json' }] },
    { 'x.json': {}, 'y.json': {} },
  );
  expect([file('x.json'), file('y.json'), main].map((path) => countIncluded(files, path))).toEqual([3, 1, 0]);
});

test.each([
  ['./a.json', file('a.json')],
  ['sub/../a.json', file('a.json')],
  ['../x/./a.json', '/home/alice/x/a.json'],
  ['/etc/a.json', '/etc/a.json'],
])('%s means %s', (name, path) => {
  expect(resolveInclude(main, name)).toBe(path);
});

describe('a position in a list', () => {
  const parts = { 'a.json': { list: [1, 2] } };
  test.each<[string, ReturnType<typeof inMain>, readonly (string | number)[], boolean]>([
    ['is its own where one file has the list', inMain({ list: [{ a: 1 }] }), ['list', 0, 'a'], false],
    ['in another file altogether', inMain({ $include: 'a.json' }, parts), ['list', 1], false],
    ['without a list on the way', inMain({ $include: 'a.json', list: [3] }, parts), ['list'], false],
    ['counts over all files', inMain({ $include: 'a.json', list: [{ b: 3 }] }, parts), ['list', 2, 'b'], true],
  ])('%s', (_name, files, path, expected) => {
    expect(isInSpreadList(files, path)).toBe(expected);
  });

  test('each entry may be included', () => {
    const files = inMain({ list: [{ $include: './a.json' }, { $include: 'a.json' }] }, { 'a.json': {} });
    expect(countIncluded(files, file('a.json'))).toBe(2);
  });
});
