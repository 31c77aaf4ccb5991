import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  appendFileSync,
  symlinkSync,
  mkdirSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHistory } from '../../../app/platform/node/history.ts';
import type { History, KeepResult, NewVersion } from '../../../app/ports/history.ts';
import { type FakeClock, makeFakeClock } from '../../fakes/fake-clock.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, open: vi.fn<typeof real.open>(real.open) };
});

const day = 86_400_000;
const file = '/Users/alice/.openclaw/openclaw.json';

let root = '';
let clock: FakeClock;
let history: History;
const at = (...names: readonly string[]) => path.join(root, 'data', 'history', ...names);
const indexPath = () => at('index.jsonl');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'history-'));
  clock = makeFakeClock(Date.parse('2026-11-20T11:00:00Z'));
  history = open();
});
afterEach(() => {
  vi.mocked(fs.open).mockReset();
  rmSync(root, { recursive: true, force: true });
});

const open = () => createHistory({ folder: path.join(root, 'data'), clock });

function content(text: string, change: Partial<NewVersion> = {}): NewVersion {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const by = { kind: 'other' } as const;
  return {
    file,
    kind: 'config',
    at: clock.now(),
    sha256,
    sizeBytes: bytes.length,
    mode: 0o600,
    by,
    changed: [],
    bytes,
    ...change,
  };
}

async function keep(text: string, change: Partial<NewVersion> = {}): Promise<string> {
  const result = await history.keep(content(text, change));
  if (result.kind !== 'kept') throw new Error(`not kept: ${JSON.stringify(result)}`);
  return result.version.id;
}

async function textsOf(of: History = history): Promise<readonly string[]> {
  const versions = await of.list();
  return Promise.all(versions.map(async ({ id }) => new TextDecoder().decode((await of.read(id)) ?? undefined)));
}

const fault = (code: string) => Object.assign(new Error(`${code}: made up`), { code });

describe('what is kept', () => {
  test('comes back, newest first, also for another process', async () => {
    await keep('{}');
    await clock.advance(1000);
    await keep('{"a":1}');
    expect(await textsOf(open())).toEqual(['{"a":1}', '{}']);
    const [newest, first] = await history.list();
    expect([newest?.id, first?.id].every((id) => /^[a-z0-9-]{5,20}$/.test(id ?? ''))).toBe(true);
    expect((newest?.id ?? '') > (first?.id ?? '')).toBe(true);
  });

  test('is for its user alone', async () => {
    await keep('{"token":"x"}');
    const [blob = ''] = readdirSync(at('blobs'));
    const modes = [at(), at('blobs'), indexPath(), at('blobs', blob)].map((each) => statSync(each).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o600, 0o600]);
  });

  test('an unchanged content is not kept again, and nothing is written', async () => {
    await keep('{}');
    const before = statSync(indexPath(), { bigint: true });
    expect(await history.keep(content('{}'))).toMatchObject({ kind: 'already', version: { file } });
    expect(statSync(indexPath(), { bigint: true }).mtimeNs).toBe(before.mtimeNs);
    expect(await history.list()).toHaveLength(1);
  });

  test('a content that comes back is a version of its own, on the disk once', async () => {
    await keep('a');
    await keep('b');
    await keep('a');
    expect(await textsOf()).toEqual(['a', 'b', 'a']);
    expect(readdirSync(at('blobs'))).toHaveLength(2);
  });

  test('files do not mix', async () => {
    await keep('a');
    await keep('b', { file: '/elsewhere' });
    expect(await history.list({ file: '/elsewhere' })).toHaveLength(1);
    expect(await history.list({ atMost: 1 })).toMatchObject([{ file: '/elsewhere' }]);
  });

  test('a clock that was set back does not put a later version before an earlier one', async () => {
    await keep('a');
    await clock.advance(-day);
    await keep('b');
    expect(await textsOf()).toEqual(['b', 'a']);
  });

  test('a thousand versions are listed in a blink', async () => {
    await keep('a');
    const [line = ''] = readFileSync(indexPath(), 'utf8').split('\n');
    const lines = Array.from({ length: 1000 }, (_value, index) => {
      const sha256 = createHash('sha256').update(String(index)).digest('hex');
      const version = { ...content(''), bytes: undefined, sha256, id: `${(index + 1).toString(36)}-0000` };
      return JSON.stringify({ v: 1, kind: 'version', version });
    });
    writeFileSync(indexPath(), `${lines.join('\n')}\n${line}\n`);
    const started = performance.now();
    expect(await open().list()).toHaveLength(1001);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('who and whether', () => {
  test('a gateway ran on it', async () => {
    const id = await keep('a');
    await history.noteRan([id], 5);
    await history.noteRan([id, 'no-such'], 3);
    expect(await open().list()).toMatchObject([{ id, ranAt: 5 }]);
  });

  test('an announced write is ours, whichever comes first', async () => {
    await history.announce(file, content('a').sha256, 'run-1');
    await keep('a');
    await keep('b');
    await history.announce(file, content('b').sha256, 'run-2');
    expect(await history.list()).toMatchObject([
      { by: { kind: 'clawtender', runId: 'run-2' } },
      { by: { kind: 'clawtender', runId: 'run-1' } },
    ]);
  });

  test('an announced write that never came claims nothing later', async () => {
    await history.announce(file, content('a').sha256, 'run-1');
    await clock.advance(day);
    await keep('a');
    await keep('b', { file: '/elsewhere' });
    await history.announce(file, content('b').sha256, 'run-2');
    expect((await history.list()).map(({ by }) => by.kind)).toEqual(['other', 'other']);
  });

  test('what was announced behind a link is the same file', async () => {
    const link = path.join(root, 'link.json');
    mkdirSync(path.join(root, 'dotfiles'));
    writeFileSync(path.join(root, 'dotfiles/real.json'), '');
    symlinkSync(path.join(root, 'dotfiles/real.json'), link);
    await history.announce(path.join(root, 'dotfiles/real.json'), content('a').sha256, 'run-1');
    await keep('a', { file: link });
    expect(await history.list()).toMatchObject([{ by: { kind: 'clawtender' } }]);
  });

  test('a writer that becomes known later', async () => {
    const id = await keep('a');
    await history.noteWriter(id, { kind: 'openclaw', command: 'config set' });
    expect(await open().list()).toMatchObject([{ by: { kind: 'openclaw', command: 'config set' } }]);
  });
});

describe('faults', () => {
  test('a torn last line is passed over, and spoils nothing that follows', async () => {
    await keep('a');
    appendFileSync(indexPath(), '{"v":1,"kind":"version","versi');
    expect(await textsOf(open())).toEqual(['a']);
    await keep('b');
    expect(await textsOf(open())).toEqual(['b', 'a']);
  });

  test('lines of others and of the future are passed over', async () => {
    await keep('a');
    const [line = ''] = readFileSync(indexPath(), 'utf8').split('\n');
    const wrong = [
      '[]',
      'null',
      '{}',
      line.replace('"v":1', '"v":2'),
      line.replace('"config"', '"novel"'),
      line.replace('"sizeBytes":1', '"sizeBytes":"1"'),
    ];
    appendFileSync(indexPath(), `${wrong.join('\n')}\n`);
    expect(await textsOf(open())).toEqual(['a']);
  });

  test('a content that is gone or damaged is not given out', async () => {
    const [gone, damaged] = [await keep('a'), await keep('b')];
    rmSync(at('blobs', content('a').sha256));
    writeFileSync(at('blobs', content('b').sha256), 'bitrot');
    expect([await history.read(gone), await history.read(damaged), await history.read('none')]).toEqual([
      null,
      null,
      null,
    ]);
    await keep('c');
    await keep('b');
    expect((await textsOf())[0]).toBe('b');
  });

  test('killed between the content and the index: the next look keeps it', async () => {
    await keep('a');
    vi.mocked(fs.open).mockImplementation(async (...args) => {
      const { open: real } = await vi.importActual<typeof fs>('node:fs/promises');
      if (String(args[0]).endsWith('index.jsonl')) throw fault('EIO');
      return real(...args);
    });
    expect(await history.keep(content('b'))).toMatchObject({ kind: 'failed' });
    vi.mocked(fs.open).mockReset();
    vi.mocked(fs.open).mockImplementation((await vi.importActual<typeof fs>('node:fs/promises')).open);
    expect(readdirSync(at('blobs'))).toHaveLength(2);
    expect(await textsOf(open())).toEqual(['a']);
    expect(await open().keep(content('b'))).toMatchObject({ kind: 'kept' });
  });

  test('a full disk: a clear sentence, and what was kept stays', async () => {
    await keep('a');
    const { open: real } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.open).mockImplementation(async (...args) => {
      const handle = await real(...args);
      handle.writeFile = () => Promise.reject(fault('ENOSPC'));
      return handle;
    });
    const told = { kind: 'failed', message: expect.stringContaining('the disk is full (ENOSPC)') };
    expect(await history.keep(content('b'))).toMatchObject(told);
    await history.noteRan([(await history.list())[0]?.id ?? ''], 5);
    await history.announce(file, content('b').sha256, 'run-1');
    expect(await textsOf()).toEqual(['a']);
    expect(readdirSync(at('blobs'))).toHaveLength(1);
  });

  test.each(['EROFS', 'EACCES'])('a folder that may not be written into: %s', async (code) => {
    await keep('a');
    const { open: real } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.open).mockImplementation(async (...args) => {
      if (args[1] !== undefined && args[1] !== 'r') throw fault(code);
      return real(...args);
    });
    expect(await history.keep(content('b'))).toMatchObject({ kind: 'failed', message: expect.stringContaining(code) });
    await history.noteRan([(await history.list())[0]?.id ?? ''], 5);
    expect(await textsOf()).toEqual(['a']);
  });

  test('a data folder that cannot be made', async () => {
    writeFileSync(path.join(root, 'data'), 'a file');
    expect(await history.list()).toEqual([]);
    expect(await history.keep(content('a'))).toMatchObject({ kind: 'failed' });
    await history.noteRan(['x'], 1);
  });
});

async function keepAged(texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await keep(text);
    await clock.advance(1000);
  }
}

describe('pruning', () => {
  test('the old go, but never the newest, the oldest that differs and the last that ran', async () => {
    await keepAged(['a', 'b', 'c', 'd']);
    const ran = (await history.list())[1]?.id ?? '';
    await history.noteRan([ran], clock.now());
    await clock.advance(200 * day);
    await keep('e');
    expect(await textsOf()).toEqual(['e', 'c', 'a']);
    expect(await textsOf(open())).toEqual(['e', 'c', 'a']);
    expect(readFileSync(indexPath(), 'utf8').trim().split('\n')).toHaveLength(3);
    expect((await history.list())[1]).toMatchObject({ id: ran, ranAt: expect.any(Number) });
  });

  test('contents that nobody names go, unless somebody may be about to', async () => {
    await keepAged(['a', 'b', 'c']);
    const old = new Date(clock.now() + 190 * day);
    for (const name of readdirSync(at('blobs'))) utimesSync(at('blobs', name), new Date(0), new Date(0));
    writeFileSync(at('blobs', 'stray'), 'young');
    utimesSync(at('blobs', 'stray'), old, old);
    await clock.advance(190 * day);
    await keep('d');
    const left = ['d', 'a'].map((text) => content(text).sha256);
    expect(readdirSync(at('blobs')).sort()).toEqual([...left, 'stray'].sort());
  });

  test('lines of a newer program stay, and then so do all contents', async () => {
    await keepAged(['a', 'b', 'c']);
    const future = '{"v":2,"kind":"version","anything":"else"}';
    appendFileSync(indexPath(), `${future}\n`);
    for (const name of readdirSync(at('blobs'))) utimesSync(at('blobs', name), new Date(0), new Date(0));
    await clock.advance(190 * day);
    await keep('d');
    expect(readFileSync(indexPath(), 'utf8')).toContain(future);
    expect(await textsOf()).toEqual(['d', 'a']);
    expect(readdirSync(at('blobs'))).toHaveLength(4);
  });

  test('who compacts elsewhere loses no line that is written meanwhile', async () => {
    await keepAged(['a', 'b']);
    await clock.advance(200 * day);
    const others = Array.from({ length: 20 }, (_value, index) =>
      open().keep(content(`x${index}`, { file: `/x${index}` })),
    );
    const results: readonly KeepResult[] = await Promise.all([...others, history.keep(content('c'))]);
    expect(results.map(({ kind }) => kind)).toEqual(results.map(() => 'kept'));
    expect(await open().list()).toHaveLength(22);
    expect(existsSync(at('compacting'))).toBe(false);
  });

  test('a lock that a crash left behind does not stay for ever', async () => {
    await keepAged(['a', 'b']);
    await clock.advance(200 * day);
    writeFileSync(at('compacting'), '');
    await keep('c');
    expect(await textsOf()).toEqual(['c', 'b', 'a']);
    utimesSync(at('compacting'), new Date(0), new Date(0));
    await keep('d');
    await keep('e');
    expect(await textsOf()).toEqual(['e', 'd', 'c', 'a']);
  });
});
