import { describe, expect, test } from 'vitest';
import { SecretMark, type Setting } from '../../../app/core/model/setting.ts';
import { mergeFiles } from '../../../app/core/settings/merge-files.ts';

const folder = '/home/alice/.openclaw';
const files = (main: Setting | null, others: Readonly<Record<string, Setting | null>> = {}) => [
  { path: `${folder}/openclaw.json`, settings: main },
  ...Object.entries(others).map(([name, settings]) => ({ path: `${folder}/${name}`, settings })),
];
const mark = new SecretMark('1f76c0de', 'ordinary');

describe('nothing', () => {
  test.each<[string, ReturnType<typeof files>]>([
    ['no file', []],
    ['not understood', files(null)],
    ['a list', files([])],
    ['a list in its stead', files({ $include: 'a' }, { a: [1] })],
  ])('%s', (_name, given) => {
    expect(mergeFiles(given)).toBeNull();
  });
});

describe('not whole', () => {
  test.each<[string, ReturnType<typeof files>]>([
    ['a file is missing', files({ $include: 'a', b: 1 })],
    ['a file is not understood', files({ $include: 'a', b: 1 }, { a: null })],
    ['a name is none', files({ $include: 7, b: 1 })],
    ['a file includes itself', files({ $include: 'a', b: 1 }, { a: { $include: 'a' } })],
  ])('%s', (_name, given) => {
    expect(mergeFiles(given)).toEqual({ settings: { b: 1 }, isWhole: false });
  });
});

describe('whole', () => {
  test.each<[string, ReturnType<typeof files>, Setting]>([
    ['one file', files({ a: [mark, { b: null }] }), { a: [mark, { b: null }] }],
    ['what is outside is no part of it', files({ $include: ['../x', '/etc/y'], b: 1 }), { b: 1 }],
    ['beside wins, lists go on', files({ $include: 'a', x: 2, l: [2] }, { a: { x: 1, l: [1] } }), { x: 2, l: [1, 2] }],
    ['a list', files({ $include: ['a', 'b'] }, { a: { x: { y: 1 } }, b: { x: { z: 2 } } }), { x: { y: 1, z: 2 } }],
    ['a mark is one value', files({ $include: 'a', token: mark }, { a: { token: { id: 'x' } } }), { token: mark }],
    [
      'from one to the other, each from where it is',
      files({ a: [{ $include: 'sub/a' }] }, { 'sub/a': { b: { $include: '../b' } }, b: [1] }),
      { a: [{ b: [1] }] },
    ],
  ])('%s', (_name, given, settings) => {
    expect(mergeFiles(given)).toEqual({ settings, isWhole: true });
  });
});
