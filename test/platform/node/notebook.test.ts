import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat, writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../app/platform/node/files.ts';
import { createNotebook } from '../../../app/platform/node/notebook.ts';
import type { LockHolder, NotebookEntry } from '../../../app/ports/notebook.ts';
import type { Processes, RawProcess } from '../../../app/ports/processes.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const startedAt = Date.parse('2026-11-20T10:00:00Z');
const raw = (pid: number): RawProcess => ({
  pid,
  ppid: 1,
  uid: 501,
  startedAt,
  name: 'node',
  commandLine: 'node',
  cpuPercent: null,
  memoryBytes: null,
});

/** Processes of which just these live; a pid of the second list has been given to somebody else since. */
function makeProcesses(alive: readonly number[], reused: readonly number[] = []): Processes {
  return {
    list: () => Promise.reject(new Error('not asked for')),
    isAlive: (pid) => alive.includes(pid) || reused.includes(pid),
    follow: () => {
      throw new Error('not asked for');
    },
    identify: async (pid) => {
      if (reused.includes(pid)) return { ...raw(pid), startedAt: startedAt + 60_000 };
      return alive.includes(pid) ? raw(pid) : null;
    },
    terminate: () => false,
    kill: () => false,
  };
}

const holder = (pid: number): LockHolder => ({ pid, face: 'menu-bar', action: 'restart', profile: null, startedAt });
const entry = (at: number): NotebookEntry => ({ action: 'restart', at, profile: null, succeeded: true, forced: false });

async function makeNotebook(processes: Processes = makeProcesses([1001, 1002])) {
  const folder = join(await makeTemporaryFolder(), 'deep', 'Clawtender');
  return { folder, notebook: createNotebook({ folder, files: nodeFiles, processes }), reopen };

  function reopen(others: Processes) {
    return createNotebook({ folder, files: nodeFiles, processes: others });
  }
}

const permissions = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

it('is empty at first, and looking into it creates nothing', async () => {
  const { folder, notebook } = await makeNotebook();
  expect(notebook.folder).toBe(folder);
  expect(await notebook.read()).toEqual({ actions: [], lockedBy: null });
  await expect(stat(folder)).rejects.toThrow('ENOENT');
});

it('keeps the newest fifty actions, for nobody else to read', async () => {
  const { folder, notebook } = await makeNotebook();
  for (let at = 1; at <= 52; at += 1) await notebook.append(entry(at));
  const { actions } = await notebook.read();
  expect(actions).toHaveLength(50);
  expect(actions.at(0)).toEqual(entry(3));
  expect(actions.at(-1)).toEqual(entry(52));
  expect(await permissions(folder)).toBe(0o700);
  expect(await permissions(join(folder, 'actions.json'))).toBe(0o600);
  expect(await readdir(folder)).toEqual(['actions.json']);
});

it.each(['', '{', '[]', '{"actions":[{"action":"format-disk"}]}', '\0\0'])(
  'forgets what it cannot read: %j',
  async (text) => {
    const { folder, notebook } = await makeNotebook();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'actions.json'), text);
    expect((await notebook.read()).actions).toEqual([]);
    await notebook.append(entry(1));
    expect((await notebook.read()).actions).toEqual([entry(1)]);
  },
);

describe('the lock', () => {
  it('is held by one at a time, seen by all, and free again', async () => {
    const { folder, notebook, reopen } = await makeNotebook();
    const first = await notebook.tryLock(holder(1001));
    expect(first.kind).toBe('acquired');
    expect(await permissions(join(folder, 'action.lock'))).toBe(0o600);
    const other = reopen(makeProcesses([1001, 1002]));
    expect((await other.read()).lockedBy).toEqual(holder(1001));
    expect(await other.tryLock(holder(1002))).toEqual({ kind: 'held', by: holder(1001) });
    if (first.kind === 'acquired') await first.release();
    expect((await other.read()).lockedBy).toBeNull();
    expect((await other.tryLock(holder(1002))).kind).toBe('acquired');
    expect(await readdir(folder)).toEqual(['action.lock']);
  });

  it('tells what is being repaired, and holds for a finding that only a newer version knows', async () => {
    const { folder, notebook, reopen } = await makeNotebook();
    const repairing = { ...holder(1001), action: 'repair', code: 'port-stray' } as const;
    await notebook.tryLock(repairing);
    const other = reopen(makeProcesses([1001, 1002]));
    expect((await other.read()).lockedBy).toEqual(repairing);
    const path = join(folder, 'action.lock');
    await writeFile(path, (await readFile(path, 'utf8')).replace('port-stray', 'found-in-2030'));
    expect(await other.tryLock(holder(1002))).toMatchObject({ kind: 'held', by: { pid: 1001, action: 'repair' } });
  });

  it('is not even given to its holder twice', async () => {
    const { notebook } = await makeNotebook();
    await notebook.tryLock(holder(1001));
    expect(await notebook.tryLock(holder(1001))).toMatchObject({ kind: 'held' });
  });

  it.each([
    ['dead', makeProcesses([1002])],
    ['another process by now', makeProcesses([1002], [1001])],
  ])('cannot be held by who is %s', async (_name, later) => {
    const { notebook, reopen } = await makeNotebook();
    await notebook.tryLock(holder(1001));
    const other = reopen(later);
    expect((await other.read()).lockedBy).toBeNull();
    expect((await other.tryLock(holder(1002))).kind).toBe('acquired');
    expect((await other.read()).lockedBy).toEqual(holder(1002));
  });

  it('counts when nobody can tell whether the holder is still the same', async () => {
    const { notebook, reopen } = await makeNotebook();
    await notebook.tryLock(holder(1001));
    const blind = { ...makeProcesses([1001, 1002]), identify: () => Promise.reject(new Error('ps: timed-out')) };
    expect(await reopen(blind).tryLock(holder(1002))).toMatchObject({ kind: 'held' });
  });

  it('is not released by who lost it', async () => {
    const { notebook, reopen } = await makeNotebook();
    const first = await notebook.tryLock(holder(1001));
    const other = reopen(makeProcesses([1002]));
    await other.tryLock(holder(1002));
    if (first.kind === 'acquired') await first.release();
    expect((await other.read()).lockedBy).toEqual(holder(1002));
  });

  it('with nonsense in it is nobody’s', async () => {
    const { folder, notebook } = await makeNotebook();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'action.lock'), '{"pid":');
    expect((await notebook.read()).lockedBy).toBeNull();
    expect((await notebook.tryLock(holder(1001))).kind).toBe('acquired');
  });

  it('goes to one of many who want it at the same time, also when a dead one held it', async () => {
    const pids = Array.from({ length: 12 }, (_, index) => 2001 + index);
    const { notebook, reopen } = await makeNotebook(makeProcesses([1001, ...pids]));
    await notebook.tryLock(holder(1001));
    const others = pids.map((pid) => reopen(makeProcesses(pids)).tryLock(holder(pid)));
    const kinds = (await Promise.all(others)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'acquired')).toHaveLength(1);
  });
});

it('outlives a crash between two writes', async () => {
  const { folder, notebook } = await makeNotebook();
  await notebook.append(entry(1));
  const child = spawn('/bin/sleep', ['0'], { stdio: 'ignore' });
  await once(child, 'exit');
  await writeFile(join(folder, 'actions.json.tmp-1'), 'half');
  expect((await notebook.read()).actions).toEqual([entry(1)]);
});

it('counts automatic repairs over restarts, and beside the actions', async () => {
  const { folder, notebook, reopen } = await makeNotebook();
  expect(await notebook.readAutomatic()).toEqual([]);
  const entries = [0, 1].map((index) => ({ cause: 'hung', at: startedAt + index, profile: null }) as const);
  for (const each of entries) await notebook.noteAutomatic(each);
  await notebook.append(entry(startedAt));
  const again = reopen(makeProcesses([]));
  expect(await again.readAutomatic()).toEqual(entries);
  expect((await again.read()).actions).toHaveLength(1);
  expect(await permissions(join(folder, 'automatic.json'))).toBe(0o600);
});

it('takes automatic repairs that cannot be read for a reason to wait', async () => {
  const { folder, notebook } = await makeNotebook();
  await mkdir(join(folder, 'automatic.json'), { recursive: true });
  await expect(notebook.readAutomatic()).rejects.toThrow('cannot be read');
  await expect(notebook.noteAutomatic({ cause: 'hung', at: startedAt, profile: null })).rejects.toThrow(
    'cannot be read',
  );
});
