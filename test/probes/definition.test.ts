import { describe, expect, test } from 'vitest';
import { definitionProbe } from '../../app/probes/definition.ts';
import type { FakeFile } from './fake-disk.ts';
import { readFixture, readFixtureBytes } from '../fixtures/read-fixture.ts';
import { linux, mac, makeContext } from './make-context.ts';

const plistPath = '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist';
const envPath = '/Users/alice/.openclaw/service-env/ai.openclaw.gateway.env';
const entry = '/opt/homebrew/lib/node_modules/openclaw/dist/index.js';
const installed = {
  [plistPath]: readFixture('plist/gateway-2026.9.6-installed.plist'),
  [envPath]: readFixture('plist/gateway-2026.9.6.env'),
  '/opt/homebrew/bin/node': 'binary',
  [entry]: 'js',
};
const read = (files: Readonly<Record<string, FakeFile>>) => definitionProbe.read(makeContext({ files }));

const readLinux = (files: Readonly<Record<string, FakeFile>>) =>
  definitionProbe.read(makeContext({ environment: linux, files }));

describe('LaunchAgent', () => {
  test('no file is absent', async () => {
    expect(await read({})).toMatchObject({ status: 'absent' });
  });

  test('the environment comes from the env file of the wrapper', async () => {
    expect(await read(installed)).toMatchObject({
      status: 'known',
      value: {
        path: plistPath,
        format: 'plist-xml',
        label: 'ai.openclaw.gateway',
        nodePath: '/opt/homebrew/bin/node',
        nodeExists: true,
        entryExists: true,
        portArgument: 18_789,
        fileMode: 0o644,
        environment: { home: '/Users/alice', gatewayPort: 18_789 },
      },
    });
  });

  test('binary', async () => {
    const binary = { ...installed, [plistPath]: readFixtureBytes('plist/gateway-2026.9.6-binary.plist') };
    expect(await read(binary)).toMatchObject({ status: 'known', value: { format: 'plist-binary', entryPath: entry } });
  });

  test('UTF-16 text', async () => {
    const text = `\uFEFF${readFixture('plist/gateway-2026.9.6.plist')}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
    expect(await read({ [plistPath]: bytes })).toMatchObject({ status: 'known', value: { format: 'plist-xml' } });
  });

  test('which files of the wrapper are there', async () => {
    const script = '/Users/alice/.openclaw/service-env/ai.openclaw.gateway-env-wrapper.sh';
    expect(await read({ ...installed, [script]: '#!/bin/sh' })).toMatchObject({
      value: { wrapperFiles: { script: true, envFile: true }, ownerUid: 501 },
    });
    expect(await read(installed)).toMatchObject({ value: { wrapperFiles: { script: false, envFile: true } } });
    const hidden = { ...installed, [script]: { kind: 'not-permitted' } } as const;
    expect(await read(hidden)).toMatchObject({ value: { wrapperFiles: null } });
  });

  test('node and entry point that are gone', async () => {
    const { [entry]: _entry, '/opt/homebrew/bin/node': _node, ...rest } = installed;
    expect(await read(rest)).toMatchObject({ value: { nodeExists: false, entryExists: false } });
  });

  test('what could not be checked is not known to exist', async () => {
    const files = {
      ...installed,
      [entry]: { kind: 'not-permitted' },
      '/opt/homebrew/bin/node': { kind: 'not-permitted' },
    } as const;
    expect(await read(files)).toMatchObject({ value: { nodeExists: null, entryExists: null } });
  });

  test('folders that ask for consent are not looked into, relative programs are not guessed', async () => {
    const text = readFixture('plist/gateway-2026.3.8.plist')
      .replace(entry, '/Users/alice/Documents/openclaw/dist/index.js')
      .replace('/opt/homebrew/bin/node', 'node');
    const files = { [plistPath]: text, '/Users/alice/Documents/openclaw/dist/index.js': 'js' };
    expect(await read(files)).toMatchObject({ value: { nodePath: 'node', nodeExists: null, entryExists: null } });
  });

  test('an env file that is missing or foreign says nothing', async () => {
    const { [envPath]: _env, ...rest } = installed;
    expect(await read(rest)).toMatchObject({ value: { environment: { names: [], gatewayPort: null } } });
  });

  test.each([
    ['empty', '', 'not-understood'],
    ['half-written', installed[plistPath]?.slice(0, 700) ?? '', 'not-understood'],
    ['binary noise', new Uint8Array([0, 255, 1, 254]), 'not-understood'],
    ['foreign', '<plist><dict><key>Name</key><string>x</string></dict></plist>', 'not-understood'],
    ['too large', 'x'.repeat(300_000), 'too-large'],
    ['not readable', { kind: 'not-permitted' }, 'not-permitted'],
    ['a folder', { kind: 'not-a-file' }, 'not-a-file'],
    ['broken disk', { kind: 'failed', message: 'EIO' }, 'tool-failed'],
  ] as const)('%s is unknown, never absent', async (_what, file, code) => {
    expect(await read({ [plistPath]: file })).toMatchObject({ status: 'unknown', reason: { code } });
  });

  test('a home with blanks and Chinese characters', async () => {
    const home = '/Users/爱丽丝 Li';
    const context = makeContext({
      environment: { ...mac, home },
      files: {
        [`${home}/Library/LaunchAgents/ai.openclaw.gateway.plist`]: readFixtureBytes(
          'plist/gateway-unicode-home-binary.plist',
        ),
        [`${home}/.openclaw/service-env/ai.openclaw.gateway.env`]: `export OPENCLAW_STATE_DIR='${home}/.openclaw'\n`,
      },
    });
    expect(await definitionProbe.read(context)).toMatchObject({
      value: { environment: { stateDir: `${home}/.openclaw` } },
    });
  });
});

describe('systemd unit', () => {
  const unitPath = '/home/alice/.config/systemd/user/openclaw-gateway.service';
  const unit = readFixture('systemd/openclaw-gateway-2026.9.6.service');

  test('drop-ins and environment files', async () => {
    const files = {
      [unitPath]: unit,
      '/etc/systemd/user/openclaw-gateway.service.d/10-port.conf': '[Service]\nEnvironment=OPENCLAW_GATEWAY_PORT=1\n',
      [`${unitPath}.d/10-port.conf`]: '[Service]\nEnvironment=OPENCLAW_GATEWAY_PORT=18790\n',
      [`${unitPath}.d/20-node.conf`]: '[Service]\nExecStart=\nExecStart=/opt/node/bin/node /o/openclaw.mjs gateway\n',
      [`${unitPath}.d/notes.txt`]: '[Service]\nExecStart=\n',
      '/home/alice/.openclaw/gateway.systemd.env': 'OPENCLAW_PROFILE=work\nOPENAI_API_KEY=sk-secret\n',
      '/opt/node/bin/node': 'binary',
    };
    const reading = await readLinux(files);
    expect(reading).toMatchObject({
      status: 'known',
      value: {
        format: 'systemd-unit',
        label: 'openclaw-gateway.service',
        nodePath: '/opt/node/bin/node',
        nodeExists: true,
        entryExists: false,
        dropIns: [`${unitPath}.d/10-port.conf`, `${unitPath}.d/20-node.conf`],
        environment: { gatewayPort: 18_790, profile: 'work' },
      },
    });
    expect(JSON.stringify(reading)).not.toContain('sk-secret');
  });

  test('a drop-in that may not be read leaves the definition unknown', async () => {
    const files = { [unitPath]: unit, [`${unitPath}.d/a.conf`]: { kind: 'not-permitted' } } as const;
    expect(await readLinux(files)).toMatchObject({ status: 'unknown', reason: { code: 'not-permitted' } });
  });

  test('a unit that runs nothing is not understood', async () => {
    expect(await readLinux({ [unitPath]: '[Unit]\nDescription=x\n' })).toMatchObject({
      status: 'unknown',
      reason: { code: 'not-understood' },
    });
  });
});
