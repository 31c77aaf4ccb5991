import { describe, expect, test, vi } from 'vitest';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairStep } from '../../../app/core/model/repair.ts';
import type { RepairResult } from '../../../app/engine/engine.ts';
import { changeKinds } from '../../../app/engine/steps/prepare-change.ts';
import type { ProgramResult } from '../../../app/ports/programs.ts';
import type { Processes, RawProcess } from '../../../app/ports/processes.ts';
import { success } from '../../fakes/scripted-programs.ts';
import { macTarget, makeProcess, makeService, notLoaded, readAt } from '../../fakes/snapshots.ts';
import { runOut } from '../../fakes/step-context.ts';
import { logPath, meant, oneOfEach } from './one-of-each.ts';
import { makeRepairBench, type RepairBench } from './repair-bench.ts';

/** What goes wrong with a step, and how the whole then ends. */
interface Fault {
  readonly programs?: ProgramResult;
  readonly disk?: string;
  readonly identify?: Processes['identify'];
  /** Between the preview and the run. */
  readonly meanwhile?: (bench: RepairBench) => void;
  readonly drive?: (bench: RepairBench) => ReturnType<RepairBench['repair']>;
  /** Kinds of steps that must say that they failed. */
  readonly hits: readonly RepairStep['kind'][];
  readonly ends: 'not-fixed' | 'stale';
}

const raw: RawProcess = { ...meant, ppid: 1, name: 'node', cpuPercent: null, memoryBytes: null };
const { configPath, definitionPath } = macTarget;
const serviceKinds = [
  'enable-service',
  'disable-service',
  'load-service',
  'start-loaded-service',
  'restart-loaded-service',
  'unload-service',
] as const;
const programKinds = [
  ...serviceKinds,
  'remove-submitted-job',
  'run-openclaw',
  'unset-login-variable',
  'manage-device',
] as const;
const fileKinds = [
  'keep-copy',
  'restore-copy',
  'move-aside',
  'put-back',
  'set-file-mode',
  'create-folder',
  'remove-empty-folder',
  'archive-log',
  ...changeKinds,
] as const;
const signalKinds = ['terminate-process', 'kill-process'] as const;

const faults: Readonly<Record<string, Fault>> = {
  'the tool is missing': {
    programs: { kind: 'missing', path: '/bin/launchctl' },
    hits: programKinds,
    ends: 'not-fixed',
  },
  'the tool hangs': { programs: { kind: 'timed-out', durationMs: 15_000 }, hits: programKinds, ends: 'not-fixed' },
  'the tool is killed': {
    programs: { kind: 'signalled', signal: 'SIGKILL', durationMs: 5 },
    hits: programKinds,
    ends: 'not-fixed',
  },
  'the tool floods': { programs: { kind: 'flooded', durationMs: 5 }, hits: programKinds, ends: 'not-fixed' },
  'the exit code lies': { programs: success, hits: [], ends: 'not-fixed' },
  'the disk is full': { disk: 'the disk is full (ENOSPC)', hits: fileKinds, ends: 'not-fixed' },
  'the disk is read-only': { disk: 'the disk is read-only (EROFS)', hits: fileKinds, ends: 'not-fixed' },
  'the process is gone': { identify: async () => null, hits: [], ends: 'not-fixed' },
  'the pid was given away': {
    identify: async () => ({ ...raw, startedAt: readAt, commandLine: 'vim' }),
    hits: signalKinds,
    ends: 'not-fixed',
  },
  'ps does not tell': {
    identify: () => Promise.reject(new Error('ps: timed-out')),
    hits: signalKinds,
    ends: 'not-fixed',
  },
  'the process does not end': { identify: async () => raw, hits: signalKinds, ends: 'not-fixed' },
  'the definition changed meanwhile': {
    meanwhile: ({ store }) => void store.files.set(definitionPath, 'edited'),
    hits: [],
    ends: 'stale',
  },
  'the definition vanished meanwhile': {
    meanwhile: ({ store }) => void store.files.delete(definitionPath),
    hits: [],
    ends: 'stale',
  },
  'the configuration cannot be read any more': {
    meanwhile: ({ store }) => void store.files.set(configPath, '{ "gateway": '),
    hits: ['edit-config'],
    ends: 'not-fixed',
  },
  'the former version is gone': {
    meanwhile: ({ history }) => history.contents.clear(),
    hits: ['restore-version'],
    ends: 'not-fixed',
  },
  'the former version is broken': {
    meanwhile: ({ history }) => void history.contents.set('m1-1', '{ "gateway": '),
    hits: ['restore-version'],
    ends: 'not-fixed',
  },
  'the typed key is held no longer': {
    meanwhile: ({ typedSecrets }) => typedSecrets.held.clear(),
    hits: ['set-env-line'],
    ends: 'not-fixed',
  },
  'the typed key is empty': {
    meanwhile: ({ typedSecrets }) => void typedSecrets.held.set('t-1', ''),
    hits: ['set-env-line'],
    ends: 'not-fixed',
  },
  'somebody writes at the very moment': {
    meanwhile: ({ store, history }) => {
      vi.spyOn(history, 'announce').mockImplementation(async (file) => {
        store.files.set(file, `${store.files.get(file)} `);
      });
    },
    hits: changeKinds,
    ends: 'not-fixed',
  },
  'the history cannot be told': {
    meanwhile: ({ history }) => void vi.spyOn(history, 'announce').mockRejectedValue(new Error('ENOSPC')),
    hits: changeKinds,
    ends: 'not-fixed',
  },
  'the machine sleeps in the middle': {
    async drive({ engine, planId, clock }) {
      const running = engine.repair(planId, { confirmed: true });
      await clock.advance(150);
      await clock.sleepThrough(3_600_000);
      return runOut(clock, running);
    },
    hits: [],
    ends: 'not-fixed',
  },
};

const before = {
  [configPath]: '{ "gateway": { "mode": "remote" } } // mine',
  [oneOfEach['remove-env-line'].path]: 'A=1\nOPENCLAW_GATEWAY_TOKEN=b',
  [definitionPath]: 'definition',
  [logPath]: 'lines',
  '/Users/alice/empty': 'folder',
};

function makeBench(step: RepairStep, { programs = success, identify = async () => raw }: Fault) {
  const run = async () => programs;
  return makeRepairBench({
    steps: [step],
    plan: { basedOn: [{ kind: 'file', path: definitionPath, sha256: null }] },
    files: before,
    versions: { 'm1-1': '{ "gateway": { "mode": "local" } }' },
    typed: { 't-1': 'sk-typed-secret-000001' },
    programs: { run, runOpenClaw: run },
    processes: { identify, terminate: () => true, kill: () => true },
    readings: {
      service: known(makeService(notLoaded), readAt),
      processes: known([makeProcess({ ...meant, role: 'other', commandLine: '' })], readAt),
    },
    stat: async () => ({ kind: 'missing' }),
  });
}

/** Every content that was there is there still, or in our store. */
function expectNothingLost({ store }: RepairBench, there: readonly (string | null)[]): void {
  const kept = [...store.kept.values()].flatMap((copy) => Array.from(copy.values()));
  const aside = [...store.aside.values()].map(({ content }) => content);
  const files = [...store.files.values()];
  // Somebody may have written more behind it.
  const found = new Set([
    ...files,
    ...files.map((text) => text?.trim()),
    ...kept,
    ...aside,
    ...store.archived.values(),
  ]);
  expect(there.filter((content) => !found.has(content))).toEqual([]);
}

function summarize(result: RepairResult) {
  if (result.kind !== 'ended') return { kind: result.kind };
  const { verdict, steps } = result.run;
  const hasFailed = steps[0]?.outcome === 'failed' || steps[0]?.outcome === 'timed-out';
  return { kind: result.kind, verdict, hasFailed, saysWhy: (steps[0]?.detail ?? '') !== '' };
}

function expectationOf(step: RepairStep, fault: Fault) {
  if (fault.ends === 'stale') return { kind: 'stale' };
  const isAnother = fault === faults['the pid was given away'] && step.kind.endsWith('-process');
  const verdict = isAnother ? 'stale' : 'not-fixed';
  return { kind: 'ended', verdict, ...(fault.hits.includes(step.kind) ? { hasFailed: true, saysWhy: true } : {}) };
}

describe.each(Object.entries(faults))('%s', (_name, fault) => {
  test.each(Object.values(oneOfEach))('$kind', async (step) => {
    const bench = await makeBench(step, fault);
    bench.store.breakWith(fault.disk ?? null);
    fault.meanwhile?.(bench);
    const there = [...bench.store.files.values()];
    const result = await (fault.drive?.(bench) ?? bench.repair());
    expectNothingLost(bench, there);
    expect(bench.notebook.holder()).toBeNull();
    expect(bench.engine.current()?.activity).toBeNull();
    expect(bench.errors).toEqual([]);
    expect(summarize(result)).toMatchObject(expectationOf(step, fault));
    const recorded = result.kind === 'ended' ? [result.run] : [];
    expect(await bench.journal.list()).toEqual(recorded);
  });
});
