import { appendFileSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TokenCopy } from '../../app/core/model/history.ts';
import { valueOf } from '../../app/core/model/reading.ts';
import { systemClock } from '../../app/platform/node/clock.ts';
import { nodeFiles } from '../../app/platform/node/files.ts';
import { createSecrets } from '../../app/platform/node/secrets.ts';
import type { Files } from '../../app/ports/files.ts';
import type { Ports } from '../../app/ports/index.ts';
import { listConfigBackups } from '../../app/probes/config-backups.ts';
import { configProbe } from '../../app/probes/config.ts';
import { findTokenCopy } from '../../app/probes/token-copy.ts';
import { makeSnapshot } from '../core/make-snapshot.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeTemporaryFolder } from '../platform/node/temporary-folder.ts';
import { mac } from './make-context.ts';

const token = 'b7c0ffee5eed4242';
const withToken = `{ gateway: { auth: { token: '${token}' } } }`;
const without = '{ gateway: { port: 1 } }';

let home = '';
let reads: string[] = [];
let ports: Ports;
const config = () => path.join(home, 'openclaw.json');
const copy = (name: string) => `${config()}.${name}`;

beforeEach(async () => {
  home = await makeTemporaryFolder();
  reads = [];
  const files: Files = {
    ...nodeFiles,
    async read(file, options) {
      reads.push(path.basename(file));
      return nodeFiles.read(file, options);
    },
  };
  // Long after the files were written, so that how they look can be trusted.
  const clock = { ...systemClock, now: () => Date.now() + 3_600_000 };
  ports = makeStrictPorts({ files, clock, secrets: createSecrets({ folder: path.join(home, 'data') }) });
});

function write(file: string, content: string, ageMinutes = 60): void {
  writeFileSync(file, content);
  const at = Date.now() / 1000 - ageMinutes * 60;
  utimesSync(file, at, at);
}

async function find(): Promise<TokenCopy | null> {
  const context = { ports, environment: { ...mac, home }, target: makeSnapshot().target };
  const signal = new AbortController().signal;
  const read = valueOf(await configProbe.read({ ...context, signal }, { configPath: config() }));
  reads = [];
  return findTokenCopy(ports, read, await listConfigBackups(ports.files, config()));
}

describe('none, and nothing is read', () => {
  test.each([
    ['the configuration has its token', withToken],
    ['a password is asked for', '{ gateway: { auth: { mode: "password" } } }'],
    ['nothing is asked for', '{ gateway: { auth: { mode: "none" } } }'],
    ['the configuration is broken', '{ gateway: '],
  ])('%s', async (_name, content) => {
    write(config(), content);
    write(copy('bak'), withToken);
    expect(await find()).toBeNull();
    expect(reads).toEqual([]);
  });

  test('there is no configuration', async () => {
    write(copy('bak'), withToken);
    expect(await find()).toBeNull();
  });

  test('contents that were never in force', async () => {
    write(config(), without);
    for (const name of ['clobbered.2026-09-20', 'rejected.2026-09-20', 'pre-update', 'bak.5', 'bak.mine'])
      write(copy(name), withToken);
    expect(await find()).toBeNull();
    expect(reads).toEqual([]);
  });
});

describe('none', () => {
  test.each([
    ['without one', without],
    ['a word', '{ gateway: { auth: { token: "undefined" } } }'],
    ['a placeholder', '{ gateway: { auth: { token: "__OPENCLAW_REDACTED__" } } }'],
    ['a variable', '{ gateway: { auth: { token: "${MY_TOKEN}" } } }'],
    ['no JSON5', `{ gateway: { auth: { token: '${token}'`],
    ['empty', ''],
  ])('%s', async (_name, content) => {
    write(config(), without);
    write(copy('bak'), content);
    expect(await find()).toBeNull();
  });

  test('a link that leads nowhere', async () => {
    write(config(), without);
    symlinkSync('nowhere', copy('bak'));
    mkdirSync(copy('bak.1'));
    expect(await find()).toBeNull();
  });
});

describe('found', () => {
  test.each(['bak', 'bak.1', 'bak.4', 'last-good'])('%s', async (name) => {
    write(config(), without);
    write(copy(name), withToken);
    const found = await find();
    const sha256 = ports.secrets.sha256(new TextEncoder().encode(withToken));
    expect(found).toMatchObject({ path: copy(name), sha256 });
    expect(JSON.stringify(found)).not.toContain(token);
  });

  test('a word where the token was', async () => {
    write(config(), '{ gateway: { auth: { token: "undefined" } } }');
    write(copy('bak'), withToken);
    expect(await find()).toMatchObject({ path: copy('bak') });
  });

  test('the newest that has one, whatever its number', async () => {
    write(config(), without);
    write(copy('bak'), without, 1);
    write(copy('bak.1'), '{ broken', 2);
    write(copy('last-good'), withToken, 3);
    write(copy('bak.2'), withToken, 4);
    expect(await find()).toMatchObject({ path: copy('last-good') });
    expect(reads).toEqual(['openclaw.json.bak', 'openclaw.json.bak.1', 'openclaw.json.last-good']);
  });
});

describe('a second look', () => {
  test('reads nothing that did not change', async () => {
    write(config(), without);
    write(copy('bak'), without, 1);
    write(copy('bak.1'), withToken, 2);
    const first = await find();
    expect(await find()).toEqual(first);
    expect(reads).toEqual([]);
  });

  test('reads what was written since', async () => {
    write(config(), without);
    write(copy('bak'), withToken);
    await find();
    appendFileSync(copy('bak'), '\n');
    expect((await find())?.sha256).toBe(ports.secrets.sha256(new TextEncoder().encode(`${withToken}\n`)));
    expect(reads).toEqual(['openclaw.json.bak']);
  });

  test('forgets what is gone', async () => {
    write(config(), without);
    write(copy('bak'), withToken);
    await find();
    rmSync(copy('bak'));
    expect(await find()).toBeNull();
  });

  test('reads again what changed in this very moment', async () => {
    const busy = { ...ports, clock: systemClock };
    ports = busy;
    write(config(), without);
    write(copy('bak'), withToken);
    await find();
    await find();
    expect(reads).toEqual(['openclaw.json.bak']);
  });
});
