import { expect, test } from 'vitest';
import { readNodeVersion } from '../../app/probes/node-version.ts';
import type { FakeFile } from './fake-disk.ts';
import { makeContext } from './make-context.ts';

const header = '#define NODE_MAJOR_VERSION 24\n#define NODE_MINOR_VERSION 16\n#define NODE_PATCH_VERSION 0\n';
const read = (files: Readonly<Record<string, FakeFile>>, path: string | null) =>
  readNodeVersion(makeContext({ files }), path);

test.each([
  ['nothing is asked', null],
  ['it is gone', '/gone/bin/node'],
  ['its place tells nothing', '/usr/local/bin/node'],
  ['it is another runtime', '/opt/homebrew/Cellar/node/24.16.0/bin/bun'],
  ['looking would ask for consent', '/Users/alice/Documents/versions/node/v24.16.0/bin/node'],
])('nothing is known when %s', async (_why, path) => {
  const files = {
    '/usr/local/bin/node': 'binary',
    '/opt/homebrew/Cellar/node/24.16.0/bin/bun': 'binary',
    '/Users/alice/Documents/versions/node/v24.16.0/bin/node': 'binary',
  };
  expect(await read(files, path)).toBeNull();
});

test('by the place behind a link', async () => {
  const files = {
    '/opt/homebrew/bin/node': { linkTo: '/opt/homebrew/Cellar/node/26.1.0/bin/node' },
    '/opt/homebrew/Cellar/node/26.1.0/bin/node': 'binary',
  };
  expect(await read(files, '/opt/homebrew/bin/node')).toBe('26.1.0');
});

test('by the header files beside it', async () => {
  const files = { '/usr/local/bin/node': 'binary', '/usr/local/include/node/node_version.h': header };
  expect(await read(files, '/usr/local/bin/node')).toBe('24.16.0');
});
