import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from '../../../app/platform/node/store.ts';
import type { Store } from '../../../app/ports/store.ts';
import { makeFakeClock } from '../../fakes/fake-clock.ts';

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
const at = (name: string) => path.join(root, 'home', name);
const inStore = (...names: readonly string[]) => path.join(root, 'data', ...names);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'store-'));
  mkdirSync(at(''), { recursive: true });
  store = createStore({ folder: inStore(), clock: makeFakeClock() });
});
afterEach(() => {
  vi.mocked(fs.rename).mockReset();
  vi.mocked(fs.link).mockReset();
  vi.mocked(fs.open).mockReset();
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, content: string, mode = 0o644): string {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  chmodSync(at(name), mode);
  return at(name);
}

const fault = (code: string) => Object.assign(new Error(`${code}: made up`), { code });

/** Every file that is written from now on meets a full disk. */
async function fillDisk(): Promise<void> {
  const { open } = await vi.importActual<typeof fs>('node:fs/promises');
  vi.mocked(fs.open).mockImplementation(async (...args) => {
    const handle = await open(...args);
    handle.writeFile = () => Promise.reject(fault('ENOSPC'));
    return handle;
  });
}

describe('hash', () => {
  test('tells content, absence and trouble apart', async () => {
    write('a', 'abc');
    expect(await store.hash(at('a'))).toEqual({
      kind: 'hash',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    });
    expect(await store.hash(at('b'))).toEqual({ kind: 'hash', sha256: null });
    expect(await store.hash(at('a/b'))).toEqual({ kind: 'hash', sha256: null });
    expect(await store.hash(at(''))).toMatchObject({ kind: 'failed', message: expect.stringContaining('a folder') });
  });
});

describe('copies', () => {
  test('bring content, mode and absence back', async () => {
    const [a, b, c] = [write('a', 'old', 0o640), write('b', 'same', 0o600), at('c')];
    expect(await store.keepCopy('one', [a, b, c])).toEqual({ kind: 'done', note: inStore('copies', 'one') });
    write('a', 'new', 0o600);
    write('c', 'made meanwhile');
    const untouched = statSync(b).ino;
    expect(await store.restoreCopy('one', [a, b, c], 'two')).toMatchObject({ kind: 'done' });
    expect([readFileSync(a, 'utf8'), statSync(a).mode & 0o777]).toEqual(['old', 0o640]);
    expect(statSync(b).ino).toBe(untouched);
    expect(existsSync(c)).toBe(false);
    // And there and back again.
    expect(await store.restoreCopy('two', [a, b, c], 'three')).toMatchObject({ kind: 'done' });
    expect([readFileSync(a, 'utf8'), readFileSync(c, 'utf8')]).toEqual(['new', 'made meanwhile']);
    expect(readdirSync(at(''))).toEqual(['a', 'b', 'c']);
  });

  test('are private, whatever the files are', async () => {
    await store.keepCopy('one', [write('a', 'token', 0o666)]);
    const folders = [inStore(), inStore('copies'), inStore('copies', 'one')];
    expect(folders.map((each) => statSync(each).mode & 0o777)).toEqual([0o700, 0o700, 0o700]);
    const files = readdirSync(inStore('copies', 'one')).map((name) => inStore('copies', 'one', name));
    expect(files.map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test('nothing is done where nothing has changed, or nothing was kept', async () => {
    const a = write('a', 'old');
    await store.keepCopy('one', [a]);
    expect(await store.restoreCopy('one', [a], 'two')).toMatchObject({ kind: 'already' });
    expect(await store.restoreCopy('none', [a], 'two')).toMatchObject({ kind: 'already' });
    expect(await store.keepCopy('one', [a])).toMatchObject({ kind: 'already' });
    expect(readdirSync(inStore('copies'))).toEqual(['one']);
  });

  test('a linked file stays linked', async () => {
    write('dotfiles/a', 'old');
    symlinkSync(at('dotfiles/a'), at('a'));
    await store.keepCopy('one', [at('a')]);
    write('dotfiles/a', 'new');
    await store.restoreCopy('one', [at('a')], 'two');
    expect(readlinkSync(at('a'))).toBe(at('dotfiles/a'));
    expect(readFileSync(at('dotfiles/a'), 'utf8')).toBe('old');
  });

  test('all or nothing: one that cannot be copied leaves no copy', async () => {
    const a = write('a', 'old');
    expect(await store.keepCopy('one', [a, at('')])).toMatchObject({ kind: 'failed' });
    expect(existsSync(inStore('copies'))).toBe(false);
  });

  test('a damaged copy is not put back', async () => {
    const a = write('a', 'old');
    await store.keepCopy('one', [a]);
    write('a', 'new');
    writeFileSync(inStore('copies', 'one', '0'), 'bitrot');
    expect(await store.restoreCopy('one', [a], 'two')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('damaged'),
    });
    expect(readFileSync(a, 'utf8')).toBe('new');
  });

  test('a file that no copy has is not touched', async () => {
    await store.keepCopy('one', [write('a', 'old')]);
    expect(await store.restoreCopy('one', [at('a'), at('b')], 'two')).toMatchObject({ kind: 'failed' });
  });

  test('a full disk: a clear sentence, and all is as before', async () => {
    const a = write('a', 'old');
    await store.keepCopy('one', [a]);
    write('a', 'new');
    await fillDisk();
    const told = { kind: 'failed', message: expect.stringContaining('the disk is full (ENOSPC)') };
    expect(await store.keepCopy('two', [a])).toMatchObject(told);
    expect(await store.restoreCopy('one', [a], 'three')).toMatchObject(told);
    expect(readFileSync(a, 'utf8')).toBe('new');
    expect(readdirSync(inStore('copies'))).toEqual(['one']);
    expect(readdirSync(at(''))).toEqual(['a']);
  });

  test('a read-only disk, at the very last call', async () => {
    const a = write('a', 'old');
    await store.keepCopy('one', [a]);
    write('a', 'new');
    const { rename } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.rename).mockImplementation((from, to) =>
      to === a ? Promise.reject(fault('EROFS')) : rename(from, to),
    );
    expect(await store.restoreCopy('one', [a], 'two')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('the disk is read-only'),
    });
    expect(readFileSync(a, 'utf8')).toBe('new');
    expect(readdirSync(at(''))).toEqual(['a']);
  });
});

describe('aside', () => {
  test('a file goes and comes back, the very same one', async () => {
    const a = write('agents/a.plist', 'job', 0o600);
    const { ino } = statSync(a);
    expect(await store.moveAside('one', a, 'second-supervisor')).toEqual({
      kind: 'done',
      note: inStore('aside', 'one', 'a.plist'),
    });
    expect(existsSync(a)).toBe(false);
    expect(await store.reasonOf('one')).toBe('second-supervisor');
    expect(JSON.parse(readFileSync(inStore('aside', 'manifest.jsonl'), 'utf8'))).toMatchObject({
      itemId: 'one',
      from: a,
      why: 'second-supervisor',
      at: expect.any(Number),
    });
    expect(await store.putBack('one', a)).toMatchObject({ kind: 'done' });
    expect([statSync(a).ino, readFileSync(a, 'utf8')]).toEqual([ino, 'job']);
    expect(await store.putBack('one', a)).toMatchObject({ kind: 'already' });
  });

  test('a folder, and a link as a link', async () => {
    write('package/dist/index.js', 'code');
    symlinkSync('nowhere', at('link'));
    expect(await store.moveAside('one', at('package'), 'broken-package')).toMatchObject({ kind: 'done' });
    expect(await store.moveAside('two', at('link'), 'stale-lock')).toMatchObject({ kind: 'done' });
    expect(readdirSync(at(''))).toEqual([]);
    expect(await store.putBack('one', at('package'))).toMatchObject({ kind: 'done' });
    expect(await store.putBack('two', at('link'))).toMatchObject({ kind: 'done' });
    expect([readFileSync(at('package/dist/index.js'), 'utf8'), readlinkSync(at('link'))]).toEqual(['code', 'nowhere']);
  });

  test('what is not there is not moved', async () => {
    expect(await store.moveAside('one', at('a'), 'stale-lock')).toMatchObject({ kind: 'already' });
    expect(existsSync(inStore('aside'))).toBe(false);
  });

  test('nothing that has come in its place is replaced', async () => {
    const a = write('a', 'mine');
    await store.moveAside('one', a, 'stale-lock');
    write('a', 'somebody else');
    expect(await store.putBack('one', a)).toMatchObject({ kind: 'failed', message: expect.stringContaining('else') });
    expect(readFileSync(a, 'utf8')).toBe('somebody else');
    expect(readFileSync(inStore('aside', 'one', 'a'), 'utf8')).toBe('mine');
  });

  test('an item goes back to its own place only', async () => {
    await store.moveAside('one', write('a', 'mine'), 'stale-lock');
    expect(await store.putBack('one', at('other/a'))).toMatchObject({ kind: 'failed' });
    expect(await store.putBack('none', at('a'))).toMatchObject({ kind: 'failed' });
    expect(existsSync(inStore('aside', 'one', 'a'))).toBe(true);
  });

  test('half put back by a crash: finished', async () => {
    const a = write('a', 'mine');
    await store.moveAside('one', a, 'stale-lock');
    linkSync(inStore('aside', 'one', 'a'), a);
    expect(await store.putBack('one', a)).toMatchObject({ kind: 'done' });
    expect([statSync(a).nlink, existsSync(inStore('aside', 'one', 'a'))]).toEqual([1, false]);
  });

  test('to another disk: copied, compared, and only then gone', async () => {
    await crossDisks();
    write('package/dist/index.js', 'code', 0o640);
    symlinkSync('dist', at('package/link'));
    const before = lstatSync(at('package/dist/index.js')).mode;
    expect(await store.moveAside('one', at('package'), 'broken-package')).toMatchObject({ kind: 'done' });
    expect(readdirSync(at(''))).toEqual([]);
    const moved = inStore('aside', 'one', 'package');
    expect([statSync(path.join(moved, 'dist/index.js')).mode, readlinkSync(path.join(moved, 'link'))]).toEqual([
      before,
      'dist',
    ]);
    expect(await store.putBack('one', at('package'))).toMatchObject({ kind: 'done' });
    expect(readFileSync(at('package/dist/index.js'), 'utf8')).toBe('code');
  });

  test('to another disk that is full: the original stays, and no half copy', async () => {
    await crossDisks();
    const a = write('a', 'mine');
    await fillDisk();
    expect(await store.moveAside('one', a, 'stale-lock')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('the disk is full'),
    });
    expect(readFileSync(a, 'utf8')).toBe('mine');
  });

  test('a folder that may not be changed: said, and nothing moved', async () => {
    const a = write('a', 'mine');
    vi.mocked(fs.rename).mockRejectedValue(fault('EACCES'));
    expect(await store.moveAside('one', a, 'stale-lock')).toMatchObject({
      kind: 'failed',
      message: `${a}: it is not permitted (EACCES)`,
    });
    expect(readFileSync(a, 'utf8')).toBe('mine');
    expect(await store.putBack('one', a)).toMatchObject({ kind: 'already' });
  });
});

const isInStore = (place: unknown) => String(place).startsWith(inStore());
const crosses = (from: unknown, to: unknown) => isInStore(from) !== isInStore(to);

/** A rename between the home and the store fails as between two disks; within each it works. */
async function crossDisks(): Promise<void> {
  const { rename, link } = await vi.importActual<typeof fs>('node:fs/promises');
  vi.mocked(fs.rename).mockImplementation((from, to) =>
    crosses(from, to) ? Promise.reject(fault('EXDEV')) : rename(from, to),
  );
  vi.mocked(fs.link).mockImplementation((from, to) =>
    crosses(from, to) ? Promise.reject(fault('EXDEV')) : link(from, to),
  );
}

describe('modes and folders', () => {
  test('a mode is set once', async () => {
    const a = write('a', 'x', 0o644);
    expect(await store.setMode(a, 0o600)).toMatchObject({ kind: 'done' });
    expect(statSync(a).mode & 0o777).toBe(0o600);
    expect(await store.setMode(a, 0o600)).toMatchObject({ kind: 'already' });
    expect(await store.setMode(at('b'), 0o600)).toMatchObject({ kind: 'failed' });
  });

  test('a folder comes and goes, but only while it is empty', async () => {
    const folder = at('logs');
    expect(await store.createFolder(folder, 0o755)).toMatchObject({ kind: 'done' });
    expect(statSync(folder).mode & 0o777).toBe(0o755);
    expect(await store.createFolder(folder, 0o700)).toMatchObject({ kind: 'already' });
    write('logs/gateway.log', 'line');
    expect(await store.removeEmptyFolder(folder)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('not empty'),
    });
    rmSync(at('logs/gateway.log'));
    expect(await store.removeEmptyFolder(folder)).toMatchObject({ kind: 'done' });
    expect(await store.removeEmptyFolder(folder)).toMatchObject({ kind: 'already' });
    expect(await store.createFolder(write('file', 'x'), 0o700)).toMatchObject({ kind: 'failed' });
    expect(await store.createFolder(at('no/folder'), 0o700)).toMatchObject({ kind: 'failed' });
  });
});

describe('archives', () => {
  test('the log is compressed into the store and emptied in place', async () => {
    const log = write('gateway.log', 'line\n'.repeat(50_000));
    const { ino } = statSync(log);
    expect(await store.archiveLog('one', log)).toEqual({ kind: 'done', note: inStore('archives', 'one.gz') });
    expect([statSync(log).ino, statSync(log).size]).toEqual([ino, 0]);
    expect(gunzipSync(readFileSync(inStore('archives', 'one.gz'))).toString()).toBe('line\n'.repeat(50_000));
    expect(statSync(inStore('archives', 'one.gz')).mode & 0o777).toBe(0o600);
    expect(await store.archiveLog('two', log)).toMatchObject({ kind: 'already' });
    expect(await store.archiveLog('three', at('none.log'))).toMatchObject({ kind: 'already' });
    expect(readdirSync(inStore('archives'))).toEqual(['one.gz']);
  });

  test('what is written meanwhile is in it too', async () => {
    const log = write('gateway.log', 'first\n');
    const { open } = await vi.importActual<typeof fs>('node:fs/promises');
    let isLate = true;
    vi.mocked(fs.open).mockImplementation(async (...args) => {
      if (args[1] === 'a' && isLate) {
        isLate = false;
        appendFileSync(log, 'late\n');
      }
      return open(...args);
    });
    expect(await store.archiveLog('one', log)).toMatchObject({ kind: 'done' });
    expect(gunzipSync(readFileSync(inStore('archives', 'one.gz'))).toString()).toBe('first\nlate\n');
    expect(readFileSync(log, 'utf8')).toBe('');
  });

  test('a disk without room: the log keeps every line', async () => {
    const log = write('gateway.log', 'line\n');
    vi.mocked(fs.rename).mockRejectedValue(fault('ENOSPC'));
    expect(await store.archiveLog('one', log)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('the disk is full'),
    });
    expect(readFileSync(log, 'utf8')).toBe('line\n');
    expect(readdirSync(inStore('archives'))).toEqual([]);
  });
});

test('an id is no path', async () => {
  const a = write('a', 'x');
  expect(await store.keepCopy('../a', [a])).toMatchObject({ kind: 'failed' });
  expect(await store.moveAside('/etc', a, 'stale-lock')).toMatchObject({ kind: 'failed' });
  expect(() => store.placeOf('copy', '..')).toThrow('not an id');
});
