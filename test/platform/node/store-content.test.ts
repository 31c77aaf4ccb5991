import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from '../../../app/platform/node/store.ts';
import type { Store } from '../../../app/ports/store.ts';
import type { Clock } from '../../../app/ports/clock.ts';
import { makeInstantClock } from '../../fakes/instant-clock.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    rename: vi.fn<typeof real.rename>(real.rename),
    link: vi.fn<typeof real.link>(real.link),
    open: vi.fn<typeof real.open>(real.open),
  };
});

let root = '';
let store: Store;
let clock: Clock;
let onWait: () => void;
const at = (name: string) => path.join(root, 'home', name);
const bytes = (text: string) => new TextEncoder().encode(text);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  mkdirSync(at(''), { recursive: true });
  onWait = () => undefined;
  clock = makeInstantClock(Date.now(), () => onWait());
  store = createStore({ folder: path.join(root, 'data'), clock });
});
afterEach(() => {
  vi.mocked(fs.rename).mockReset();
  vi.mocked(fs.link).mockReset();
  vi.mocked(fs.open).mockReset();
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, content: string, mode = 0o600): string {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  chmodSync(at(name), mode);
  return at(name);
}

const replace = (file: string, before: string | null, after: string) =>
  store.replaceContent({
    path: file,
    expectedSha256: before === null ? null : sha256(before),
    bytes: bytes(after),
  });

describe('another content', () => {
  test('keeps the mode, and leaves nothing beside the file', async () => {
    const config = write('openclaw.json', 'old', 0o640);
    expect(await replace(config, 'old', 'new')).toEqual({ kind: 'done', note: null });
    expect([readFileSync(config, 'utf8'), statSync(config).mode & 0o7777]).toEqual(['new', 0o640]);
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });

  test('goes behind a symlink, which stays one', async () => {
    write('dotfiles/openclaw.json', 'old');
    symlinkSync(at('dotfiles/openclaw.json'), at('openclaw.json'));
    expect(await replace(at('openclaw.json'), 'old', 'new')).toMatchObject({ kind: 'done' });
    expect(lstatSync(at('openclaw.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('dotfiles/openclaw.json'), 'utf8')).toBe('new');
    expect(readdirSync(at('dotfiles'))).toEqual(['openclaw.json']);
  });

  test.runIf(process.getuid?.() === 0)('keeps the owner', async () => {
    const config = write('openclaw.json', 'old');
    chownSync(config, 501, 20);
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'done' });
    expect([statSync(config).uid, statSync(config).gid]).toEqual([501, 20]);
  });

  test('that is there already changes nothing', async () => {
    const config = write('openclaw.json', 'new');
    const { ino } = statSync(config);
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'already' });
    expect(statSync(config).ino).toBe(ino);
  });

  test('of a file that is missing makes one for its user alone', async () => {
    expect(await replace(at('openclaw.json'), null, 'new')).toMatchObject({ kind: 'done' });
    expect([readFileSync(at('openclaw.json'), 'utf8'), statSync(at('openclaw.json')).mode & 0o777]).toEqual([
      'new',
      0o600,
    ]);
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });
});

describe('nothing is written', () => {
  test.each<[string, string | null, string]>([
    ['what was read is not what is there', 'older', 'has changed since it was read'],
    ['a file is there that was not', null, 'has changed since it was read'],
  ])('when %s', async (_what, before, message) => {
    const config = write('openclaw.json', 'old');
    expect(await replace(config, before, 'new')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(message),
    });
    expect(readFileSync(config, 'utf8')).toBe('old');
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });

  test('when the file is gone', async () => {
    expect(await replace(at('openclaw.json'), 'old', 'new')).toMatchObject({ kind: 'failed' });
    expect(readdirSync(at(''))).toEqual([]);
  });

  test('when it is a folder', async () => {
    mkdirSync(at('openclaw.json'));
    expect(await replace(at('openclaw.json'), null, 'new')).toMatchObject({ kind: 'failed' });
  });

  test('when somebody changes it while the draft is written', async () => {
    const config = write('openclaw.json', 'old');
    const { open } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.open).mockImplementation(async (...args) => {
      if (String(args[0]).endsWith('.openclaw.json.clawtender.tmp')) writeFileSync(config, 'theirs');
      return open(...args);
    });
    expect(await replace(config, 'old', 'new')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('has changed since it was read; nothing was written'),
    });
    expect(readFileSync(config, 'utf8')).toBe('theirs');
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });

  test('when somebody else makes the missing file first', async () => {
    const { link } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.link).mockImplementation(async (from, to) => {
      if (!String(to).endsWith('.lock')) writeFileSync(to, 'theirs');
      return link(from, to);
    });
    expect(await replace(at('openclaw.json'), null, 'new')).toMatchObject({ kind: 'failed' });
    expect(readFileSync(at('openclaw.json'), 'utf8')).toBe('theirs');
  });

  test.each(['ENOSPC', 'EROFS', 'EPERM'])('when the disk says %s', async (code) => {
    const config = write('openclaw.json', 'old');
    vi.mocked(fs.rename).mockRejectedValue(Object.assign(new Error(code), { code }));
    expect(await replace(config, 'old', 'new')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(code),
    });
    expect(readFileSync(config, 'utf8')).toBe('old');
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });
});

const lock = () => at('openclaw.json.lock');
const ofOpenClaw = (pid: number, more: object = {}) =>
  `${JSON.stringify({ pid, createdAt: '2026-11-20T10:00:00.000Z', ...more }, null, 2)}\n\t\t\t\t\t\t\t\t \t \n`;

describe('OpenClaw’s lock', () => {
  test('is held while the file is written, in its own format', async () => {
    const config = write('openclaw.json', 'old');
    const seen: unknown[] = [];
    const { rename } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.rename).mockImplementation(async (from, to) => {
      seen.push([JSON.parse(readFileSync(lock(), 'utf8')), statSync(lock()).mode & 0o777]);
      return rename(from, to);
    });
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'done' });
    const held = { pid: process.pid, createdAt: new Date(clock.now()).toISOString() };
    expect(seen).toEqual([[expect.objectContaining(held), 0o600]]);
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });

  test('lies beside the link, not beside what it leads to', async () => {
    write('dotfiles/mine.json', 'old');
    symlinkSync(at('dotfiles/mine.json'), at('openclaw.json'));
    writeFileSync(lock(), ofOpenClaw(process.ppid));
    const running = replace(at('openclaw.json'), 'old', 'new');
    expect(await running).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(`${lock()} is held`),
    });
    expect(readFileSync(at('dotfiles/mine.json'), 'utf8')).toBe('old');
  });

  test('is waited for, and taken when it is free', async () => {
    const config = write('openclaw.json', 'old');
    writeFileSync(lock(), ofOpenClaw(process.ppid));
    let waits = 0;
    onWait = () => {
      waits += 1;
      if (waits === 3) rmSync(lock());
    };
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'done' });
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });

  test('is not taken while OpenClaw takes a dead one away', async () => {
    const config = write('openclaw.json', 'old');
    mkdirSync(at('openclaw.json.lock.reclaim'));
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'failed' });
    expect(readdirSync(at(''))).toEqual(['openclaw.json', 'openclaw.json.lock.reclaim']);
  });

  test.each<[string, () => string]>([
    ['of a process that is gone', () => ofOpenClaw(4_194_303)],
    ['without a process, and old', () => '{ "createdAt": "2001-01-01T00:00:00.000Z" }'],
    [
      'of a pid that was given away',
      () => (process.platform === 'linux' ? ofOpenClaw(process.ppid, { starttime: 1 }) : ofOpenClaw(4_194_303)),
    ],
  ])('that is dead is no obstacle: %s', async (_what, content) => {
    const config = write('openclaw.json', 'old');
    writeFileSync(lock(), content());
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'done' });
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
  });

  test.each<[string, string]>([
    ['empty, because it is written just now', ''],
    ['without a process, and young', JSON.stringify({ createdAt: new Date().toISOString() })],
    ['of a process that lives', ofOpenClaw(process.ppid)],
  ])('that may be alive is left alone: %s', async (_what, content) => {
    const config = write('openclaw.json', 'old');
    writeFileSync(lock(), content);
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'failed' });
    expect(readFileSync(lock(), 'utf8')).toBe(content);
  });

  test('that somebody takes at the very moment goes back to them', async () => {
    const config = write('openclaw.json', 'old');
    writeFileSync(lock(), ofOpenClaw(4_194_303));
    const theirs = ofOpenClaw(process.ppid);
    const { rename } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.rename).mockImplementation(async (from, to) => {
      if (from === lock()) writeFileSync(lock(), theirs);
      return rename(from, to);
    });
    expect(await replace(config, 'old', 'new')).toMatchObject({ kind: 'failed' });
    expect(readFileSync(lock(), 'utf8')).toBe(theirs);
    expect(readdirSync(at(''))).toEqual(['openclaw.json', 'openclaw.json.lock']);
  });

  test('is for files of JSON only', async () => {
    const env = write('.env', 'A=1\n');
    writeFileSync(at('.env.lock'), ofOpenClaw(process.ppid));
    expect(await replace(env, 'A=1\n', '')).toMatchObject({ kind: 'done' });
  });

  test('is held for what is put back, too, and what a crash has left goes', async () => {
    const config = write('openclaw.json', 'old');
    await store.keepCopy('one', [config]);
    writeFileSync(lock(), ofOpenClaw(4_194_303));
    writeFileSync(at('.openclaw.json.clawtender.tmp'), 'half');
    writeFileSync(at('.openclaw.json.lock.clawtender.tmp'), 'half');
    expect(await store.restoreCopy('one', [config], 'two')).toMatchObject({ kind: 'already' });
    expect(readdirSync(at(''))).toEqual(['openclaw.json']);
    writeFileSync(config, 'new');
    writeFileSync(lock(), ofOpenClaw(process.ppid));
    expect(await store.restoreCopy('one', [config], 'three')).toMatchObject({ kind: 'failed' });
    rmSync(lock());
    expect(await store.restoreCopy('one', [config], 'four')).toMatchObject({ kind: 'done' });
    expect(readFileSync(config, 'utf8')).toBe('old');
  });
});

test('a copy tells what it holds', async () => {
  const config = write('openclaw.json', 'old');
  await store.keepCopy('one', [config, at('missing')]);
  expect(await store.hashesOf('one')).toEqual(
    new Map([
      [config, sha256('old')],
      [at('missing'), null],
    ]),
  );
  expect(await store.hashesOf('none')).toEqual(new Map());
});
