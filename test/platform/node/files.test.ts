import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../app/platform/node/files.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const limit = { maxBytes: 100 };

describe('what is no file to read', () => {
  it('nothing, nothing below a file, a symlink to nothing', async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await symlink(join(folder, 'gone'), join(folder, 'dangling'));
    for (const name of ['gone', 'file/below', 'dangling']) {
      expect(await nodeFiles.read(join(folder, name), limit)).toEqual({ kind: 'missing' });
      expect(await nodeFiles.stat(join(folder, name))).toEqual({ kind: 'missing' });
    }
  });

  it('a folder and a device', async () => {
    expect(await nodeFiles.read(await makeTemporaryFolder(), limit)).toEqual({ kind: 'not-a-file' });
    expect(await nodeFiles.readTail('/dev/zero', limit)).toEqual({ kind: 'not-a-file' });
  });

  it('a pipe that nobody writes to, without waiting for one', async () => {
    const pipe = join(await makeTemporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await nodeFiles.read(pipe, limit)).toEqual({ kind: 'not-a-file' });
  });

  it('50 MB, of which nothing is read', async () => {
    const path = join(await makeTemporaryFolder(), 'huge');
    await writeFile(path, '');
    await truncate(path, 50_000_000);
    expect(await nodeFiles.read(path, limit)).toEqual({ kind: 'too-large', sizeBytes: 50_000_000 });
  });

  it('a loop of symlinks and an impossible name', async () => {
    const loop = join(await makeTemporaryFolder(), 'loop');
    await symlink(loop, loop);
    expect(await nodeFiles.read(loop, limit)).toMatchObject({ kind: 'failed' });
    expect(await nodeFiles.stat('a\0b')).toMatchObject({ kind: 'failed' });
  });

  // Nothing is hidden from root.
  it.runIf(process.getuid?.() !== 0)('what permissions hide', async () => {
    const path = join(await makeTemporaryFolder(), 'hidden');
    await writeFile(path, '', { mode: 0 });
    expect(await nodeFiles.read(path, limit)).toEqual({ kind: 'not-permitted' });
  });
});

it('reads a file through a symlink and tells where it is', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'real'), 'text', { mode: 0o640 });
  await chmod(join(folder, 'real'), 0o640);
  await symlink('real', join(folder, 'link'));
  const found = await nodeFiles.read(join(folder, 'link'), { maxBytes: 4 });
  expect(found).toMatchObject({
    kind: 'read',
    stat: { kind: 'file', sizeBytes: 4, mode: 0o640, ownerUid: process.getuid?.(), realPath: join(folder, 'real') },
  });
  expect(found.kind === 'read' && Buffer.from(found.bytes).toString()).toBe('text');
});

it('reads the end of a file that is longer than wanted', async () => {
  const path = join(await makeTemporaryFolder(), 'log');
  await writeFile(path, `${'x'.repeat(200_000)}the end`);
  const found = await nodeFiles.readTail(path, { maxBytes: 100_000 });
  expect(found.kind === 'read' && [found.bytes.length, Buffer.from(found.bytes.slice(-7)).toString()]).toEqual([
    100_000,
    'the end',
  ]);
  expect(found).toMatchObject({ stat: { sizeBytes: 200_007 } });
});

it('lists a folder; nothing and a file are no folders', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'a'), '');
  await mkdir(join(folder, 'b'));
  expect((await nodeFiles.list(folder))?.toString()).toBe('a,b');
  expect(await nodeFiles.list(join(folder, 'gone'))).toBeNull();
  expect(await nodeFiles.list(join(folder, 'a'))).toBeNull();
});

it('knows a program from a file, a folder and nothing', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'program'), '');
  await chmod(join(folder, 'program'), 0o755);
  await writeFile(join(folder, 'file'), '', { mode: 0o644 });
  await symlink('program', join(folder, 'link'));
  const answers = ['program', 'link', 'file', '.', 'gone'].map((name) => nodeFiles.isExecutable(join(folder, name)));
  expect(await Promise.all(answers)).toEqual([true, true, false, false, false]);
});

it('measures the files of a folder, its folders not followed', async () => {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, 'a'), 'xx');
  await writeFile(join(folder, 'b'), 'xxx');
  await mkdir(join(folder, 'c'));
  await writeFile(join(folder, 'c', 'inside'), 'xxxx');
  const whole = await nodeFiles.measureFolder(folder, { maxEntries: 100 });
  expect(whole).toEqual({ names: expect.toSatisfy((names) => names.toSorted().join() === 'a,b,c'), sizeBytes: 5 });
  const bounded = await nodeFiles.measureFolder(folder, { maxEntries: 1 });
  expect(bounded).toMatchObject({ names: { length: 3 }, sizeBytes: expect.toSatisfy((bytes) => bytes < 5) });
  expect(await nodeFiles.measureFolder(join(folder, 'gone'), { maxEntries: 9 })).toBeNull();
});

it('tells what room is left, and nothing where there is no such place', async () => {
  const folder = await makeTemporaryFolder();
  expect(await nodeFiles.freeSpace(folder)).toBeGreaterThan(0);
  expect(await nodeFiles.freeSpace(join(folder, 'gone'))).toBeNull();
});
