import { describe, expect, it } from 'vitest';
import { absent, known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { configProbe } from '../../app/probes/config.ts';
import { makeDefinition, makeServiceEnvironment } from '../core/make-service.ts';
import { makeFakeClock } from '../fakes/fake-clock.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { type FakeFile, makeFakeFiles } from './fake-disk.ts';
import { mac, makeContext } from './make-context.ts';

const path = '/Users/alice/.openclaw/openclaw.json';

function read(files: Readonly<Record<string, FakeFile>>, configPath = path) {
  return configProbe.read(makeContext({ files }), { configPath });
}

describe('what cannot be read is not broken', () => {
  it.each([
    ['no file', undefined, { status: 'absent' }],
    ['a symlink to nothing', { linkTo: '/Users/alice/gone' }, { status: 'absent' }],
    ['a folder or a pipe', { kind: 'not-a-file' }, { status: 'unknown', reason: { code: 'not-a-file', detail: path } }],
    ['another user’s file', { kind: 'not-permitted' }, { status: 'unknown', reason: { code: 'not-permitted' } }],
    ['50 MB', { kind: 'too-large', sizeBytes: 50_000_000 }, { status: 'unknown', reason: { code: 'too-large' } }],
    ['a disk error', { kind: 'failed', message: 'EIO' }, { status: 'unknown', reason: { code: 'tool-failed' } }],
  ] as const)('%s', async (_name, file, expected) => {
    expect(await read(file === undefined ? {} : { [path]: file })).toMatchObject(expected);
  });
});

it('reads the settings, and where the file really is', async () => {
  const files = {
    [path]: { linkTo: '/Users/alice/dotfiles/claw.json' },
    '/Users/alice/dotfiles/claw.json': '{gateway:{port:1}}',
  };
  expect(await read(files)).toMatchObject({
    status: 'known',
    value: { path, realPath: '/Users/alice/dotfiles/claw.json', content: { kind: 'parsed', port: 1 } },
  });
});

const definition = (change: Parameters<typeof makeServiceEnvironment>[0] = {}) =>
  known(makeDefinition({ environment: makeServiceEnvironment({ stateDir: null, ...change }) }), 0);

describe('.env in the state folder moves the configuration', () => {
  const other = '/Users/alice/claw/other.json';
  const env = '/Users/alice/.openclaw/.env';
  const moved = '/Users/alice/claw/openclaw.json';
  const files = { [path]: '{gateway:{port:1}}', [other]: '{gateway:{port:2}}', [moved]: '{gateway:{port:3}}' };
  const pathOf = async (text: string, given: Snapshot['definition'] = definition(), shell = {}) => {
    const context = makeContext({ files: { ...files, [env]: text }, environment: { ...mac, variables: shell } });
    const reading = await configProbe.read(context, { configPath: path, definition: given });
    return reading.status === 'known' ? reading.value.path : reading.status;
  };

  it.each([
    ['for a service that does not say it', `OPENCLAW_CONFIG_PATH=${other}`, other],
    ['with a tilde', 'export OPENCLAW_CONFIG_PATH="~/claw/other.json" # mine', other],
    ['by its last line', `OPENCLAW_CONFIG_PATH=/a\nOPENCLAW_CONFIG_PATH=${other}`, other],
    ['not when it is commented out', `# OPENCLAW_CONFIG_PATH=${other}`, path],
    ['not by a variable', 'OPENCLAW_CONFIG_PATH=${HOME}/x.json', path],
    ['not by half a path', 'OPENCLAW_CONFIG_PATH=x.json', path],
    ['not by nothing', 'OPENCLAW_CONFIG_PATH=', path],
    ['not by the folder in which it is', 'OPENCLAW_STATE_DIR=/Users/alice/.openclaw/', path],
    ['not by half a folder', 'OPENCLAW_STATE_DIR=claw', path],
    ['with its folder', 'OPENCLAW_STATE_DIR=~/claw/', moved],
    ['elsewhere than its folder', `OPENCLAW_STATE_DIR=/srv\nOPENCLAW_CONFIG_PATH=${other}`, other],
  ])('%s', async (_name, text, expected) => {
    expect(await pathOf(text)).toBe(expected);
  });

  it('not with a folder where one is said already', async () => {
    const text = 'OPENCLAW_STATE_DIR=/Users/alice/claw';
    expect(await pathOf(text, definition({ stateDir: '/Users/alice/.openclaw' }))).toBe(path);
    expect(await pathOf(text, absent(0), { OPENCLAW_STATE_DIR: '/Users/alice/.openclaw' })).toBe(path);
    expect(await pathOf(text, absent(0))).toBe(moved);
  });

  it('not for a service that says it itself, nor for a shell that does', async () => {
    const text = `OPENCLAW_CONFIG_PATH=${other}`;
    expect(await pathOf(text, definition({ configPath: path }))).toBe(path);
    expect(await pathOf(text, absent(0), { OPENCLAW_CONFIG_PATH: path })).toBe(path);
    expect(await pathOf(text, absent(0))).toBe(other);
  });
});

describe('mistakes are known', () => {
  it.each([
    ['empty', '', 1, 1],
    ['half-written', '{ gateway: {', 1, 13],
    ['binary', new Uint8Array([0x89, 0x50, 0x0a, 0, 0]), 2, 1],
    ['in Latin-1', new Uint8Array([0x7b, 0xe9, 0xe9, 0x20, 0x31, 0x7d]), 1, 2],
  ])('%s', async (_name, content, line, column) => {
    expect(await read({ [path]: content })).toMatchObject({
      status: 'known',
      value: { path, content: { kind: 'broken', file: path, line, column } },
    });
  });

  it('and shows no value of the file', async () => {
    const text = '{\n  "gateway": { "auth": { "token": "hunter2" } }\n  "models": { "apiKey": "sk-0123456789" } }';
    expect(JSON.stringify(await read({ [path]: text }))).not.toMatch(/hunter2|0123456789/);
  });
});

const include = (name: string): string => JSON.stringify({ gateway: { $include: name } });

describe('included files', () => {
  it.each(['gateway.json5', './gateway.json5', 'a/../gateway.json5', '/Users/alice/.openclaw/gateway.json5'])(
    'beside the configuration are read: %s',
    async (name) => {
      const files = { [path]: include(name), '/Users/alice/.openclaw/gateway.json5': '{port: 7}' };
      expect(await read(files)).toMatchObject({
        value: { content: { port: 7, includes: ['/Users/alice/.openclaw/gateway.json5'] } },
      });
    },
  );

  it.each(['../gateway.json5', '/etc/gateway.json5', '/Users/alice/.openclaw-work/gateway.json5'])(
    'elsewhere are not even looked at: %s',
    async (name) => {
      const files = {
        [path]: include(name),
        '/Users/alice/gateway.json5': '{port: 7}',
        '/etc/gateway.json5': '{port: 7}',
      };
      expect(await read(files)).toMatchObject({ value: { content: { kind: 'parsed', port: null, includes: [] } } });
    },
  );

  it('that lead elsewhere by a symlink are not taken', async () => {
    const files = {
      [path]: include('gateway.json5'),
      '/Users/alice/.openclaw/gateway.json5': { linkTo: '/etc/gateway.json5' },
      '/etc/gateway.json5': '{port: 7}',
    };
    expect(await read(files)).toMatchObject({ value: { content: { port: null } } });
  });

  it('with a mistake are the file that is broken', async () => {
    const files = { [path]: include('gateway.json5'), '/Users/alice/.openclaw/gateway.json5': '{port 7}' };
    expect(await read(files)).toMatchObject({
      value: { path, content: { kind: 'broken', file: '/Users/alice/.openclaw/gateway.json5', line: 1, column: 7 } },
    });
  });

  it('that are hidden leave the whole unknown', async () => {
    const files = {
      [path]: include('gateway.json5'),
      '/Users/alice/.openclaw/gateway.json5': { kind: 'not-permitted' },
    } as const;
    expect(await read(files)).toMatchObject({ status: 'unknown', reason: { code: 'not-permitted' } });
  });
});

/** A file that an editor has emptied, and what it holds at the second look. */
async function readTwice(ageMs: number, then: string) {
  const clock = makeFakeClock();
  const modifiedAt = clock.now() - ageMs;
  const texts = ['', then];
  const files = makeFakeFiles({ [path]: '' });
  const ports = makeStrictPorts({
    clock,
    files: {
      read: async (name, options) => {
        const found = await files.read(name, options);
        if (found.kind !== 'read') return found;
        return { ...found, bytes: new TextEncoder().encode(texts.shift()), stat: { ...found.stat, modifiedAt } };
      },
    },
  });
  const reading = configProbe.read({ ...makeContext({}), environment: mac, ports }, { configPath: path });
  await clock.advance(200);
  return { reading: await reading, looksLeft: texts.length };
}

describe('a mistake in a file of just now', () => {
  it('is looked at twice: the editor may not be done', async () => {
    expect(await readTwice(50, '{}')).toMatchObject({
      reading: { value: { content: { kind: 'parsed' } } },
      looksLeft: 0,
    });
    expect(await readTwice(50, '{')).toMatchObject({
      reading: { value: { content: { kind: 'broken' } } },
      looksLeft: 0,
    });
  });

  it('is believed when it is older', async () => {
    expect(await readTwice(5_000, '{}')).toMatchObject({
      reading: { value: { content: { kind: 'broken' } } },
      looksLeft: 1,
    });
  });
});
