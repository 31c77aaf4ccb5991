import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunHead } from '../../../app/core/model/repair.ts';
import { nodeFiles } from '../../../app/platform/node/files.ts';
import { createJournal } from '../../../app/platform/node/journal.ts';
import { makePlan } from '../../engine/repair/make-plan.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'journal-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => createJournal({ folder: path.join(folder, 'data'), files: nodeFiles });
const fileOf = (id: string) => path.join(folder, 'data', 'runs', `${id}.jsonl`);
const makeHead = (id: string, startedAt = 5): RunHead => ({
  id,
  plan: makePlan({ steps: [{ kind: 'wait', waitMs: 1, until: 'settled' }] }),
  profile: null,
  startedAt,
  stateBefore: 'stopped',
  undoes: null,
});
const ended = { kind: 'ended', at: 9, verdict: 'fixed', stateAfter: 'healthy' } as const;

test('looking writes nothing', async () => {
  expect(await open().list()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a run is read back, and only its user may read it', async () => {
  await open().begin(makeHead('a-1'));
  await open().note('a-1', ended);
  expect(await open().list()).toMatchObject([{ id: 'a-1', verdict: 'fixed', finishedAt: 9, steps: [] }]);
  expect(statSync(fileOf('a-1')).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(fileOf('a-1'))).mode & 0o777).toBe(0o700);
});

test('a last line that was torn spoils neither the run nor the next line', async () => {
  await open().begin(makeHead('a-1'));
  appendFileSync(fileOf('a-1'), '{"kind":"ended","at":9,"verd');
  expect(await open().list()).toMatchObject([{ verdict: null }]);
  await open().note('a-1', { kind: 'undone', at: 10, by: 'b-1' });
  expect(await open().list()).toMatchObject([{ verdict: null, undoneBy: 'b-1' }]);
  expect(readFileSync(fileOf('a-1'), 'utf8').split('\n')).toHaveLength(4);
});

test('files of somebody else, broken or huge, are left out and left alone', async () => {
  await open().begin(makeHead('a-1'));
  const runs = path.join(folder, 'data', 'runs');
  mkdirSync(path.join(runs, 'c-1.jsonl'));
  writeFileSync(path.join(runs, 'notes.txt'), 'mine');
  writeFileSync(path.join(runs, 'b-1.jsonl'), 'not json');
  writeFileSync(path.join(runs, 'd-1.jsonl'), readFileSync(fileOf('a-1')));
  writeFileSync(path.join(runs, 'e-1.jsonl'), Buffer.alloc(2 * 1024 * 1024, 'x'));
  expect((await open().list()).map(({ id }) => id)).toEqual(['a-1']);
  expect(readdirSync(runs)).toHaveLength(6);
});

test('the newest fifty, the newest first', async () => {
  for (let time = 100; time < 155; time += 1) await open().begin(makeHead(`m${time}-1`, time));
  const runs = await open().list();
  expect(runs).toHaveLength(50);
  expect([runs[0]?.id, runs[49]?.id]).toEqual(['m154-1', 'm105-1']);
  expect((await open().list(2)).map(({ id }) => id)).toEqual(['m154-1', 'm153-1']);
});

test('a run is begun once, and only a run that was begun is noted', async () => {
  await open().begin(makeHead('a-1'));
  await expect(open().begin(makeHead('a-1'))).rejects.toThrow('EEXIST');
  await expect(open().note('b-1', ended)).rejects.toThrow('ENOENT');
  await expect(open().note('../../a', ended)).rejects.toThrow('not a run');
  expect(readdirSync(path.join(folder, 'data', 'runs'))).toEqual(['a-1.jsonl']);
});

test('a folder that cannot be made is told', async () => {
  writeFileSync(path.join(folder, 'data'), 'a file');
  await expect(open().begin(makeHead('a-1'))).rejects.toThrow(/ENOTDIR|EEXIST/);
});
