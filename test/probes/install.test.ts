import { describe, expect, test } from 'vitest';
import type { Reading } from '../../app/core/model/reading.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { ServiceDefinition } from '../../app/core/model/service.ts';
import type { Environment } from '../../app/core/model/target.ts';
import { installProbe } from '../../app/probes/install.ts';
import type { FakeFile } from './fake-disk.ts';
import { linux, mac, makeContext } from './make-context.ts';

const brew = '/opt/homebrew/lib/node_modules/openclaw';
const manifest = (version: string, name = 'openclaw') => JSON.stringify({ name, version });
const brewPackage = {
  [`${brew}/package.json`]: manifest('2026.9.6'),
  [`${brew}/openclaw.mjs`]: 'js',
  [`${brew}/dist/index.js`]: 'js',
};
const brewCommand = { ...brewPackage, '/opt/homebrew/bin/openclaw': { linkTo: `${brew}/openclaw.mjs` } };
const noDefinition = absent(0);

function definitionOf(entryPath: string | null, entryExists: boolean | null = true): Reading<ServiceDefinition> {
  return known({ entryPath, entryExists, nodePath: '/opt/homebrew/opt/node/bin/node' } as ServiceDefinition, 0);
}

const read = (
  files: Readonly<Record<string, FakeFile>>,
  definition: Reading<ServiceDefinition> = noDefinition,
  environment: Environment = mac,
) => installProbe.read(makeContext({ files, environment }), { definition });

describe('nothing installed', () => {
  test('neither definition nor command is absent', async () => {
    expect(await read({})).toMatchObject({ status: 'absent' });
  });

  test('a definition that cannot be read leaves it unknown', async () => {
    expect(await read({}, unknown('not-permitted', 'x', 0))).toMatchObject({
      status: 'unknown',
      reason: { code: 'not-permitted' },
    });
  });

  test('a place that may not be read leaves it unknown', async () => {
    const files = { '/usr/local/bin/openclaw': { kind: 'not-permitted' } } as const;
    expect(await read(files)).toMatchObject({ status: 'unknown', reason: { detail: '/usr/local/bin/openclaw' } });
  });
});

describe('the package of the service', () => {
  test('counts, with the version of its package.json', async () => {
    expect(await read(brewCommand, definitionOf(`${brew}/dist/index.js`))).toMatchObject({
      status: 'known',
      value: {
        cliPath: '/opt/homebrew/bin/openclaw',
        packageRoot: brew,
        version: '2026.9.6',
        entryPath: `${brew}/dist/index.js`,
        nodePath: '/opt/homebrew/opt/node/bin/node',
        cliPackageRoot: null,
        cliVersion: '2026.9.6',
      },
    });
  });

  test('another package behind the command is told apart', async () => {
    const old = '/Users/alice/.npm-global/lib/node_modules/openclaw';
    const files = { ...brewCommand, [`${old}/package.json`]: manifest('2026.3.13'), [`${old}/dist/entry.js`]: 'js' };
    expect(await read(files, definitionOf(`${old}/dist/entry.js`))).toMatchObject({
      value: { packageRoot: old, version: '2026.3.13', cliPackageRoot: brew, cliVersion: '2026.9.6' },
    });
  });

  test('two paths to one package are one package', async () => {
    const files = { ...brewCommand, '/usr/local/openclaw/dist/index.js': { linkTo: `${brew}/dist/index.js` } };
    expect(await read(files, definitionOf('/usr/local/openclaw/dist/index.js'))).toMatchObject({
      value: { packageRoot: brew, cliPackageRoot: null },
    });
  });

  test('an entry point that is gone: the command’s package counts', async () => {
    expect(await read(brewCommand, definitionOf('/gone/openclaw/dist/index.js', false))).toMatchObject({
      value: { packageRoot: brew, entryPath: `${brew}/openclaw.mjs`, version: '2026.9.6', cliPackageRoot: null },
    });
  });

  test('a definition without command and package is still an installation, of unknown version', async () => {
    expect(await read({}, definitionOf('/gone/openclaw/dist/index.js', false))).toMatchObject({
      status: 'known',
      value: { cliPath: null, packageRoot: null, version: null, entryPath: '/gone/openclaw/dist/index.js' },
    });
  });

  test.each([
    ['broken', '{"name":"openclaw","version":'],
    ['of another package', manifest('1.0.0', 'left-pad')],
    ['binary', new Uint8Array([0, 1, 2])],
    ['huge', ' '.repeat(3 * 1024 * 1024)],
  ])('a package.json that is %s gives no version', async (_what, content) => {
    const files = { [`${brew}/package.json`]: content, [`${brew}/dist/index.js`]: 'js' };
    expect(await read(files, definitionOf(`${brew}/dist/index.js`))).toMatchObject({ value: { version: null } });
  });
});

describe('finding the command', () => {
  test('PATH comes before the known folders', async () => {
    const files = { ...brewCommand, '/srv/tools/bin/openclaw': { linkTo: `${brew}/openclaw.mjs` } };
    const environment = { ...mac, searchPath: ['relative/bin', '/srv/tools/bin'] };
    expect(await read(files, noDefinition, environment)).toMatchObject({
      value: { cliPath: '/srv/tools/bin/openclaw' },
    });
  });

  test('folders that ask for consent are left alone', async () => {
    const files = { '/Users/alice/Documents/bin/openclaw': { linkTo: `${brew}/openclaw.mjs` }, ...brewPackage };
    const environment = { ...mac, searchPath: ['/Users/alice/Documents/bin'] };
    expect(await read(files, noDefinition, environment)).toMatchObject({ status: 'absent' });
  });

  test('nvm: the newest Node that has it', async () => {
    const nvm = '/Users/alice/.nvm/versions/node';
    const installed = (node: string, version: string) => ({
      [`${nvm}/${node}/bin/openclaw`]: { linkTo: `${nvm}/${node}/lib/node_modules/openclaw/openclaw.mjs` },
      [`${nvm}/${node}/lib/node_modules/openclaw/openclaw.mjs`]: 'js',
      [`${nvm}/${node}/lib/node_modules/openclaw/package.json`]: manifest(version),
    });
    const files = {
      ...installed('v9.0.0', '2026.1.1'),
      ...installed('v24.16.0', '2026.9.6'),
      [`${nvm}/v26.1.0/bin/node`]: 'binary',
      [`${nvm}/v24.16.0/bin/node`]: 'binary',
    };
    expect(await read(files)).toMatchObject({
      value: { cliPath: `${nvm}/v24.16.0/bin/openclaw`, version: '2026.9.6', nodePath: `${nvm}/v24.16.0/bin/node` },
    });
  });

  const pnpmRoot = '/Users/alice/Library/pnpm/global/5/node_modules/openclaw';
  test.each([
    ['pnpm', '/Users/alice/Library/pnpm/bin', '"$basedir/../global/5/node_modules/openclaw/openclaw.mjs"'],
    ['pnpm, braces', '/Users/alice/Library/pnpm/bin', '"${basedir}/../global/5/node_modules/openclaw/openclaw.mjs"'],
    ['OpenClaw’s installer', '/Users/alice/.openclaw/bin', `"${pnpmRoot}/openclaw.mjs"`],
  ])('the script that %s leaves as a command leads to the package', async (_who, folder, argument) => {
    const files = {
      [`${pnpmRoot}/package.json`]: manifest('2026.9.6'),
      [`${pnpmRoot}/openclaw.mjs`]: 'js',
      [`${folder}/openclaw`]: `#!/bin/sh\nbasedir=$(dirname "$0")\nexec "/usr/local/bin/node"  ${argument} "$@"\n`,
    };
    expect(await read(files)).toMatchObject({
      value: { cliPath: `${folder}/openclaw`, packageRoot: pnpmRoot, version: '2026.9.6' },
    });
  });

  test('a version manager’s own binary is a command of unknown package', async () => {
    expect(await read({ '/Users/alice/.volta/bin/openclaw': new Uint8Array([127, 69, 76, 70]) })).toMatchObject({
      status: 'known',
      value: { cliPath: '/Users/alice/.volta/bin/openclaw', packageRoot: null, version: null },
    });
  });

  test('Linux', async () => {
    const root = '/usr/lib/node_modules/openclaw';
    const files = {
      '/usr/bin/openclaw': { linkTo: `${root}/openclaw.mjs` },
      '/usr/bin/node': 'binary',
      [`${root}/openclaw.mjs`]: 'js',
      [`${root}/package.json`]: manifest('2026.3.13'),
    };
    expect(await read(files, noDefinition, linux)).toMatchObject({
      value: { cliPath: '/usr/bin/openclaw', version: '2026.3.13', nodePath: '/usr/bin/node' },
    });
  });
});
