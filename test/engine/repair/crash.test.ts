import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Run } from '../../../app/core/model/repair.ts';
import { effects, makeCrashWorld, planSteps, readHome, writeHome } from './crash-world.ts';

let folder = '';
let child = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
  const entry = path.join(import.meta.dirname, 'crash-child.ts');
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: folder, emptyOutDir: false, target: 'node20', minify: false },
  });
  child = path.join(folder, 'crash-child.js');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly signal: string | null;
  /** Of a child that came through: how many moments there were. */
  readonly moments: number;
}

function runChild(root: string, what: 'repair' | 'undo', moment: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [child, root, what, String(moment)], (error, stdout, stderr) => {
      const signal = error?.signal ?? null;
      if (error !== null && signal === null) reject(new Error(stderr));
      else resolve({ signal, moments: Number(stdout) });
    });
  });
}

function makeRoot(): string {
  const root = mkdtempSync(path.join(folder, 'root-'));
  mkdirSync(path.join(root, 'data'));
  writeHome(root);
  return root;
}

const passBy = () => undefined;

async function readRuns(root: string): Promise<readonly Run[]> {
  return makeCrashWorld(root, passBy).engine.runs();
}

/** What the record says of each step is what the disk says. */
function expectTrueStory(run: Run | undefined, root: string): void {
  const lies = effects.flatMap((effect, index) => {
    const outcome = run?.steps[index]?.outcome;
    // Only of a step that was begun and not ended nobody can know.
    return effect === null || outcome === 'begun' || effect(root) === (outcome === 'done') ? [] : [index];
  });
  expect(lies).toEqual([]);
}

/** A fresh start takes the run back, where there is one and it has changed something. */
async function undoAll(root: string): Promise<void> {
  const { engine } = makeCrashWorld(root, passBy);
  const run = (await engine.runs()).find(({ undoes }) => undoes === null);
  if (run === undefined) return;
  const result = await engine.undo(run.id, { confirmed: true, dryRun: false });
  const told = result.kind === 'refused' ? result.refusal.reason : result.kind === 'ended' && result.run.verdict;
  expect(told).toEqual(expect.stringMatching(/^(fixed|nothing-to-undo|already-undone)$/));
}

/** Two at a time: each is a process of its own. */
async function forEachMoment(moments: number, check: (moment: number, worker: 0 | 1) => Promise<void>): Promise<void> {
  let next = 1;
  const work = async (worker: 0 | 1): Promise<void> => {
    for (let moment = next++; moment <= moments; moment = next++) await check(moment, worker);
  };
  await Promise.all([work(0), work(1)]);
}

describe('killed at every moment at which the disk changes', () => {
  test('of a repair: the record is true, and undo brings every byte back', { timeout: 400_000 }, async () => {
    const whole = makeRoot();
    const before = readHome(whole);
    const { signal, moments } = await runChild(whole, 'repair', 0);
    expect(signal).toBeNull();
    expect(moments).toBeGreaterThan(planSteps(whole).length * 4);
    const [run] = await readRuns(whole);
    expect(run?.steps.map(({ outcome }) => outcome)).toEqual(effects.map(() => 'done'));
    expectTrueStory(run, whole);
    await undoAll(whole);
    expect(readHome(whole)).toEqual(before);

    let interrupted = 0;
    await forEachMoment(moments, async (moment) => {
      const root = makeRoot();
      expect(await runChild(root, 'repair', moment)).toMatchObject({ signal: 'SIGKILL' });
      const [found] = await readRuns(root);
      if (found?.verdict === null) interrupted += 1;
      expectTrueStory(found, root);
      await undoAll(root);
      expect({ moment, home: readHome(root) }).toEqual({ moment, home: before });
      rmSync(root, { recursive: true });
    });
    expect(interrupted).toBeGreaterThan(planSteps(whole).length * 2);
  });

  test('of an undo: it is done again, and brings every byte back', { timeout: 400_000 }, async () => {
    const places = await Promise.all([makeRepaired(), makeRepaired()]);
    const [first] = places;
    const { moments } = await runChild(first.root, 'undo', 0);
    expect(readHome(first.root)).toEqual(first.before);
    await forEachMoment(moments, async (moment, worker) => {
      const { root, before, setBack } = places[worker] ?? first;
      setBack();
      expect(await runChild(root, 'undo', moment)).toMatchObject({ signal: 'SIGKILL' });
      await undoAll(root);
      expect({ moment, home: readHome(root) }).toEqual({ moment, home: before });
    });
  });
});

/** A home that was repaired. Its paths are on record, so setting it back happens in its place. */
async function makeRepaired() {
  const root = makeRoot();
  const before = readHome(root);
  await runChild(root, 'repair', 0);
  const kept = mkdtempSync(path.join(folder, 'kept-'));
  const copy = { recursive: true, preserveTimestamps: true } as const;
  cpSync(root, kept, copy);
  const setBack = () => {
    rmSync(root, { recursive: true });
    cpSync(kept, root, copy);
  };
  return { root, before, setBack };
}
