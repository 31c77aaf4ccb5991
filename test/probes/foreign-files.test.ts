import { expect, test } from 'vitest';
import { findForeignFiles } from '../../app/probes/foreign-files.ts';
import type { FakeFile } from './fake-disk.ts';
import { mac, makeContext } from './make-context.ts';

const state = '/Users/alice/.openclaw';
const find = (files: Readonly<Record<string, FakeFile>>, environment = mac) =>
  findForeignFiles(makeContext({ files, environment }), state);

test.each([
  ['an empty machine', {}],
  ['what is one’s own', { [`${state}/openclaw.json`]: '{}', [`${state}/logs/gateway.log`]: 'x' }],
  ['what no gateway writes', { [`${state}/notes.txt`]: { text: 'x', ownerUid: 0 } }],
  [
    'a configuration that Nix manages',
    {
      [`${state}/openclaw.json`]: { linkTo: '/nix/store/ab12-openclaw.json' },
      '/nix/store/ab12-openclaw.json': { text: '{}', ownerUid: 0, mode: 0o444 },
    },
  ],
])('nothing is foreign: %s', async (_what, files) => {
  expect(await find(files)).toEqual([]);
});

test('nothing is foreign to root', async () => {
  const files = { [`${state}/openclaw.json`]: { text: '{}', ownerUid: 501 } };
  expect(await find(files, { ...mac, uid: 0 })).toEqual([]);
});

test('another user’s files and hidden ones', async () => {
  const files = {
    [`${state}/openclaw.json`]: { text: '{}', ownerUid: 0, mode: 0o600 },
    [`${state}/devices/paired.json`]: { kind: 'not-permitted' },
  } as const;
  expect(await find(files)).toEqual([
    { path: `${state}/openclaw.json`, ownerUid: 0, mode: 0o600 },
    { path: `${state}/devices/paired.json`, ownerUid: null, mode: null },
  ]);
});
