import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../app/platform/node/clock.ts';
import { createHistory } from '../../../app/platform/node/history.ts';
import { hashBytes } from '../../../app/platform/node/durable.ts';

let folder = '';
let child = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'history-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'history-child.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
    },
  });
  child = path.join(folder, 'history-child.js');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly signal: string | null;
  /** Of a child that came through: how many moments there were. */
  readonly moments: number;
}

function runChild(data: string, name: string, count: number, moment = 0): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [child, data, name, String(count), String(moment)], (error, stdout, stderr) => {
      const signal = error?.signal ?? null;
      if (error !== null && signal === null) reject(new Error(stderr));
      else resolve({ signal, moments: Number(stdout) });
    });
  });
}

const open = (data: string) => createHistory({ folder: data, clock: systemClock });

/** Every version that is listed can be read back, and its content is its own. */
async function expectWhole(data: string): Promise<void> {
  const history = open(data);
  for (const { id, sha256 } of await history.list()) {
    const bytes = await history.read(id);
    expect(bytes === null ? null : hashBytes(bytes)).toBe(sha256);
  }
}

test('several processes at once lose nothing and keep nothing twice', async () => {
  const data = path.join(folder, 'together');
  const names = ['one', 'two', 'three', 'four'];
  await Promise.all(names.map((name) => runChild(data, name, 12)));
  await expectWhole(data);
  const history = open(data);
  for (const name of names) {
    const versions = await history.list({ file: `/${name}` });
    expect(new Set(versions.map(({ sha256 }) => sha256)).size).toBe(12);
  }
  const shared = await history.list({ file: '/shared' });
  expect(new Set(shared.map(({ sha256 }) => sha256)).size).toBe(12);
  const repeated = shared.filter(({ sha256 }, index) => sha256 === shared[index + 1]?.sha256);
  expect(repeated).toEqual([]);
}, 60_000);

test('killed at any moment: what is listed is whole, and the next process goes on', async () => {
  const { moments } = await runChild(path.join(folder, 'whole'), 'one', 1);
  expect(moments).toBeGreaterThan(10);
  for (let moment = 1; moment <= moments; moment += 1) {
    const data = path.join(folder, `killed-${moment}`);
    expect(await runChild(data, 'one', 1, moment)).toMatchObject({ signal: 'SIGKILL' });
    await expectWhole(data);
    await runChild(data, 'one', 1);
    await expectWhole(data);
    const files = (await open(data).list()).map(({ file }) => file);
    expect(files.sort()).toEqual(['/one', '/shared']);
    expect(readdirSync(path.join(data, 'history')).sort()).toEqual(['blobs', 'index.jsonl']);
  }
}, 120_000);
