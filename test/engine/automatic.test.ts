import { afterEach, describe, expect, test } from 'vitest';
import { known } from '../../app/core/model/reading.ts';
import { type EngineBench, type EngineScript, makeEngineBench } from '../fakes/engine-bench.ts';
import { makeFakeMachine } from '../fakes/fake-machine.ts';
import { failure, type ScriptedCall, success } from '../fakes/scripted-programs.ts';
import {
  macTarget,
  makeListener,
  makeProcess,
  makeReach,
  makeService,
  notLoaded,
  readAt,
  refusedReach,
} from '../fakes/snapshots.ts';

const { serviceTarget, domain, definitionPath, configPath } = macTarget;
const enable = `launchctl enable ${serviceTarget}`;
const bootstrap = `launchctl bootstrap ${domain} ${definitionPath}`;
const serving = {
  service: known(makeService(), readAt),
  listeners: known([makeListener()], readAt),
  processes: known([makeProcess()], readAt),
  reach: known(makeReach(), readAt),
};
const gone = {
  service: known(makeService(notLoaded), readAt),
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
};

let bench: EngineBench;
afterEach(async () => {
  await bench.engine.stop();
  if (bench.errors.length > 0) throw new Error(`errors: ${String(bench.errors)}`);
});

/** Watches a gateway that serves; what it does about one that vanishes is in the script. */
async function watch(script: EngineScript = {}): Promise<EngineBench> {
  const machine = makeFakeMachine();
  bench = makeEngineBench({
    machine,
    isAutomatic: () => true,
    files: { [definitionPath]: '<plist/>', [configPath]: '{}' },
    ...script,
  });
  await bench.engine.start().ready;
  await bench.clock.advance(0);
  return bench;
}

/** Two programs, after which it serves again, or still does not. */
function loads(helps: boolean): readonly ScriptedCall[] {
  return [
    { line: enable, result: success },
    { line: bootstrap, result: success, effect: () => bench.machine.set(helps ? serving : gone) },
  ];
}

async function vanishFor(durationMs: number): Promise<void> {
  bench.machine.set(gone);
  await bench.clock.advance(durationMs);
}

describe('nothing is done', () => {
  test('when nobody switched it on', async () => {
    await watch({ isAutomatic: () => false });
    await vanishFor(600_000);
    expect([bench.journal.texts.size, bench.notebook.automatic]).toEqual([0, []]);
  });

  test('in the first minute after it was missed', async () => {
    await watch();
    await vanishFor(115_000);
    expect(bench.engine.current()?.status.reason).toBe('not-loaded');
    expect(bench.journal.texts.size).toBe(0);
  });

  test('while another face acts', async () => {
    await watch();
    bench.notebook.holdBy({ pid: 999, face: 'command-line', action: 'repair', profile: null, startedAt: readAt });
    await vanishFor(300_000);
    expect(bench.notebook.automatic).toEqual([]);
  });

  test('while a person looks at a repair', async () => {
    await watch();
    bench.machine.set(gone);
    await bench.clock.advance(95_000);
    await bench.engine.look();
    expect(await bench.engine.preview(`agent-not-loaded:${macTarget.label}`)).not.toBeNull();
    await bench.clock.advance(600_000);
    expect(bench.notebook.automatic).toEqual([]);
  });

  test('within ten minutes after another, also before a restart of the app', async () => {
    await watch();
    await bench.notebook.noteAutomatic({ cause: 'hung', at: readAt - 60_000, profile: null });
    await vanishFor(300_000);
    expect(bench.journal.texts.size).toBe(0);
  });

  test('when it could not be counted', async () => {
    await watch();
    bench.notebook.noteAutomatic = () => Promise.reject(new Error('ENOSPC'));
    await vanishFor(150_000);
    expect(bench.journal.texts.size).toBe(0);
    expect(String(bench.errors[0])).toContain('ENOSPC');
    (bench.errors as unknown[]).length = 0;
  });
});

describe('a job that vanished', () => {
  test('is loaded again once: counted, on record, verified, with its undo, and told to the face', async () => {
    await watch({ calls: loads(true) });
    await vanishFor(300_000);
    await Promise.all(bench.automatic);
    expect(bench.programs.left()).toEqual([]);
    expect(bench.notebook.automatic).toEqual([{ cause: 'vanished', at: expect.any(Number) as number, profile: null }]);
    expect(bench.automatic).toHaveLength(1);
    const [run] = await bench.engine.runs();
    expect(run).toMatchObject({ verdict: 'fixed', plan: { code: 'agent-not-loaded', rung: 'load' } });
    expect(run?.steps[1]?.inverse).toMatchObject({ kind: 'steps', steps: [{ kind: 'unload-service' }, {}] });
    expect(bench.shown.some(({ activity }) => activity?.action === 'repair')).toBe(true);
    expect(bench.notebook.holder()).toBeNull();
  });

  test('and does not stay is left to a person', async () => {
    const calls = [
      { line: enable, result: success },
      { line: bootstrap, result: failure(78, 'Bootstrap failed: 78: Function not implemented') },
    ];
    await watch({ calls });
    await vanishFor(900_000);
    expect(bench.programs.left()).toEqual([]);
    expect(bench.notebook.automatic).toHaveLength(1);
    expect(await bench.engine.runs()).toMatchObject([{ verdict: 'not-fixed' }]);
  });
});
