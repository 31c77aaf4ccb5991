import { homedir } from 'node:os';
import { join } from 'node:path';
import { chmod, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createPorts } from '../../../app/platform/node/create-ports.ts';
import { readEnvironment } from '../../../app/platform/node/environment.ts';
import { notebookFolder } from '../../../app/platform/node/notebook-folder.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const switched = {
  CLAWTENDER_PLATFORM: 'darwin',
  CLAWTENDER_TOOLS_DIR: '/sandbox/tools',
  CLAWTENDER_SYSTEM_ROOT: '/sandbox',
  HOME: '/Users/爱丽丝 a',
};

describe('the development switches', () => {
  it('make a checkout behave as on a Mac', () => {
    expect(readEnvironment({ packaged: false, variables: switched })).toMatchObject({
      os: 'darwin',
      systemRoot: '/sandbox',
      home: '/Users/爱丽丝 a',
    });
  });

  it('mean nothing to a packaged app', () => {
    expect(readEnvironment({ packaged: true, variables: switched })).toMatchObject({
      os: process.platform,
      systemRoot: '/',
    });
  });

  it.each([
    [false, '5', 5_000],
    [false, '0', 0],
    [true, '5', undefined],
    [false, '-1', undefined],
    [false, '1e9', undefined],
    [false, '', undefined],
    [false, undefined, undefined],
  ])('shorten how long a repair is watched: packaged %j, %j', (packaged, seconds, expected) => {
    expect(readEnvironment({ packaged, variables: { CLAWTENDER_HOLD_SECONDS: seconds } }).holdAtMostMs).toBe(expected);
  });

  it.each(['linux', 'windows', '', 'DARWIN'])('are only understood as they are written: %j', (name) => {
    const { os } = readEnvironment({ packaged: false, variables: { CLAWTENDER_PLATFORM: name } });
    expect(os).toBe(process.platform);
  });

  it.each([
    [false, 'stand-in\n'],
    [true, undefined],
  ])('choose the tools: packaged %j', async (packaged, expected) => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, 'launchctl'), '#!/bin/sh\necho stand-in\n');
    await chmod(join(folder, 'launchctl'), 0o755);
    const variables = { ...switched, CLAWTENDER_TOOLS_DIR: folder };
    const environment = readEnvironment({ packaged, variables });
    const ports = createPorts({ packaged, environment, appVersion: '0', variables });
    const result = await ports.programs.run({ tool: 'launchctl', args: ['help'], timeoutMs: 10_000 });
    expect(result.kind === 'exited' ? result.stdout : undefined).toBe(expected);
  });
});

it('keeps OpenClaw’s own settings, and no others', () => {
  const variables = {
    OPENCLAW_PROFILE: 'work',
    OPENCLAW_STATE_DIR: '',
    OPENCLAW_GATEWAY_TOKEN: 'abc',
    OPENAI_API_KEY: 'sk-abc',
  };
  expect(readEnvironment({ packaged: false, variables }).variables).toEqual({ OPENCLAW_PROFILE: 'work' });
});

it('takes absolute folders of PATH, and a home that is one', () => {
  const { searchPath, home } = readEnvironment({
    packaged: false,
    variables: { PATH: '/opt/homebrew/bin:.::bin:/usr/bin', HOME: 'alice' },
  });
  expect(searchPath).toEqual(['/opt/homebrew/bin', '/usr/bin']);
  expect(home).toBe(homedir());
});

describe('our own folder', () => {
  const mac = { os: 'darwin', uid: 501, home: '/Users/alice', variables: {} } as const;
  const linux = { ...mac, os: 'linux', home: '/home/alice' } as const;

  it.each([
    [mac, {}, '/Users/alice/Library/Application Support/Clawtender'],
    [mac, { XDG_STATE_HOME: '/elsewhere' }, '/Users/alice/Library/Application Support/Clawtender'],
    [linux, {}, '/home/alice/.local/state/clawtender'],
    [linux, { XDG_STATE_HOME: '/elsewhere' }, '/elsewhere/clawtender'],
    [linux, { XDG_STATE_HOME: 'relative' }, '/home/alice/.local/state/clawtender'],
  ])('%j %j', (environment, variables, folder) => {
    expect(notebookFolder(environment, variables)).toBe(folder);
  });
});
