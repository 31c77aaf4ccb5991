import { afterEach, describe, expect, test } from 'vitest';
import { known } from '../../app/core/model/reading.ts';
import type { OpenClawRequest, ProgramResult } from '../../app/ports/programs.ts';
import { type EngineBench, makeEngineBench } from '../fakes/engine-bench.ts';
import { makeDefinition, makeInstall, makeService, notLoaded, readAt, refusedReach } from '../fakes/snapshots.ts';

const minute = 60_000;
const version = '2026.9.4';
const printed: ProgramResult = { kind: 'exited', exitCode: 0, stdout: '{"a schema"}', stderr: '', durationMs: 4_000 };

interface Watched extends EngineBench {
  readonly asked: readonly OpenClawRequest[];
  readonly kept: readonly string[];
}

let bench: EngineBench;

/** An engine that watches a healthy gateway of a version whose schema nobody knows. */
async function watch(result = printed, change: { readonly version?: string; readonly isKept?: boolean } = {}) {
  const asked: OpenClawRequest[] = [];
  const kept: string[] = [];
  bench = makeEngineBench({
    programs: {
      run: () => Promise.reject(new Error('no other program')),
      runOpenClaw: async (request) => {
        asked.push(request);
        return result;
      },
    },
    schemas: {
      find: async (wanted) =>
        change.isKept === true || kept.length > 0 ? { source: 'kept', load: async () => ({ wanted }) } : null,
      keep: async (wanted, text) => {
        kept.push(`${wanted} ${text}`);
        return true;
      },
    },
  });
  bench.machine.set({
    install: known(makeInstall({ version: change.version ?? version }), readAt),
    definition: known(makeDefinition({ nodePath: '/opt/node', nodeExists: true, entryPath: '/opt/index.js' }), readAt),
  });
  await bench.engine.start().ready;
  await bench.clock.advance(0);
  return { ...bench, asked, kept } satisfies Watched;
}

afterEach(async () => {
  await bench.engine.stop();
  const left = [...bench.errors.map(String), ...Array.from({ length: bench.clock.pending() }, () => 'a timer')];
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
});

test('asks the service’s own program once, after a quiet minute, and shows it nothing of the user', async () => {
  const { clock, asked, kept, notebook } = await watch();
  await clock.advance(minute - 1_000);
  expect(asked).toEqual([]);
  await clock.advance(2_000);
  expect(asked).toEqual([
    {
      command: 'config-schema',
      nodePath: '/opt/node',
      entryPath: '/opt/index.js',
      profile: null,
      stateDir: `${notebook.folder}/no-state`,
      timeoutMs: 180_000,
    },
  ]);
  expect(kept).toEqual([`${version} {"a schema"}`]);
  await clock.advance(10 * minute);
  expect(asked).toHaveLength(1);
});

test('looks again when it has one', async () => {
  const { clock, machine } = await watch();
  await clock.advance(minute - 1_000);
  machine.takeAsked();
  await clock.advance(2_000);
  expect(machine.takeAsked()).toContain('validation');
});

describe('asks nobody', () => {
  test('where the schema is there', async () => {
    const { clock, asked } = await watch(printed, { isKept: true });
    await clock.advance(5 * minute);
    expect(asked).toEqual([]);
  });

  test('where there is no such command yet', async () => {
    const { clock, asked } = await watch(printed, { version: '2026.3.13' });
    await clock.advance(5 * minute);
    expect(asked).toEqual([]);
  });

  test('while nothing serves', async () => {
    const { clock, asked, machine, dead } = await watch();
    dead.add(4242);
    machine.set({
      service: known(makeService(notLoaded), readAt),
      reach: known(refusedReach, readAt),
      listeners: known([], readAt),
      processes: known([], readAt),
    });
    await clock.advance(5 * minute);
    expect(asked).toEqual([]);
  });

  test('a second time when the command fails', async () => {
    const { clock, asked, kept } = await watch({ ...printed, exitCode: 1 });
    await clock.advance(10 * minute);
    expect([asked.length, kept]).toEqual([1, []]);
  });
});
