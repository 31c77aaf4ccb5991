import { expect, test } from 'vitest';
import { nodeVersionOfPath, parseNodeHeader } from '../../../app/core/parse/node-version.ts';

test.each(['/usr/local/bin/node', '/opt/homebrew/bin/node', '/Users/alice/24.16.0/bin/node', '/v24.16.0/node'])(
  'the place %s tells no version',
  (path) => {
    expect(nodeVersionOfPath(path)).toBeNull();
  },
);

test.each([
  ['/opt/homebrew/Cellar/node/26.1.0/bin/node', '26.1.0'],
  ['/opt/homebrew/Cellar/node@24/24.16.0_1/bin/node', '24.16.0'],
  ['/Users/alice/.nvm/versions/node/v22.12.0/bin/node', '22.12.0'],
  ['/usr/local/n/versions/node/22.12.0/bin/node', '22.12.0'],
  ['/Users/alice/.local/share/fnm/node-versions/v24.16.0/installation/bin/node', '24.16.0'],
  ['/Users/alice/.volta/tools/image/node/24.16.0/bin/node', '24.16.0'],
  ['/Users/alice/.asdf/installs/nodejs/24.16.0/bin/node', '24.16.0'],
  ['/Users/alice/.local/share/mise/installs/node/24.16.0/bin/node', '24.16.0'],
])('the place %s tells it', (path, version) => {
  expect(nodeVersionOfPath(path)).toBe(version);
});

const header =
  '#ifndef X\n#define NODE_MAJOR_VERSION 24\n#define NODE_MINOR_VERSION 16\n#define NODE_PATCH_VERSION 0\n';

test('the header of a package', () => {
  expect(parseNodeHeader(header)).toBe('24.16.0');
});

test.each(['', header.replace('MINOR', 'MINER'), 'NODE_MAJOR_VERSION 24'])('no header: %j', (text) => {
  expect(parseNodeHeader(text)).toBeNull();
});
