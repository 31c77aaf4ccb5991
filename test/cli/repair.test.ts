import { describe, expect, test } from 'vitest';
import { runCli } from '../../app/cli/run-cli.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import type { RepairResult } from '../../app/engine/engine.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import type { FakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeCli } from '../fakes/fake-terminal.ts';
import {
  enabled,
  instructions,
  killPlan,
  loaded,
  makePlan,
  makePreview,
  makeRun,
  notLoadedFinding,
  openRun,
  refusal,
} from '../fakes/repairs.ts';
import { makePicture, readAt } from '../fakes/snapshots.ts';

const found = makePicture({ findings: [{ finding: notLoadedFinding, consequences: [] }] });
const fixed: RepairResult = { kind: 'ended', run: makeRun() };
const failed: RepairResult = {
  kind: 'ended',
  run: makeRun({
    verdict: 'not-fixed',
    steps: [enabled, { ...loaded, outcome: 'failed', detail: 'Bootstrap failed: 5', inverse: null }],
  }),
};
const busy: RepairResult = {
  kind: 'busy',
  by: { pid: 777, face: 'menu-bar', action: 'restart', profile: null, startedAt: readAt },
};

interface Script {
  readonly picture?: Picture;
  readonly preview?: RepairPreview | null;
  readonly result?: RepairResult;
  readonly options?: Parameters<typeof makeFakeCli>[0];
}

async function run(line: string, { picture = found, preview, result, options }: Script = {}) {
  const engine = makeFakeEngine(picture);
  if (preview !== undefined) engine.previewWith(preview);
  if (result !== undefined) engine.repairWith(result);
  const cli = makeFakeCli({ ...options, engine });
  const code = await runCli(line.split(' '), cli);
  return { engine, code, ...cli.written, changes: changesOf(engine) };
}

/** What was asked of the engine beside looking. */
function changesOf({ calls }: FakeEngine) {
  return calls.filter(({ kind }) => kind !== 'look' && kind !== 'preview');
}

const json = (out: string): unknown => JSON.parse(out);
const repaired = [{ kind: 'repair', planId: 'plan-1', confirmed: true }];
const aPerson = (...answers: (string | null)[]) => ({ options: { canAsk: true, answers } });

describe('repair shows before it does', () => {
  test('without a terminal and without --yes it only previews', async () => {
    const { out, code, changes } = await run('repair', { preview: makePreview() });
    expect(changes).toEqual([]);
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "The service is installed but not loaded
      /Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist is there, but the system does not know the service ai.openclaw.gateway. So it neither starts the gateway nor brings it back.

      What will be done
        1. Switch on the service ai.openclaw.gateway
            tool enable-service 'a path/with space'
        2. Load the service ai.openclaw.gateway from /Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist
            tool load-service 'a path/with space'
        3. Wait until the gateway answers on port 18789, at most 1 minute

      Nothing that works now is interrupted.
      It can be undone afterwards.

      Nothing was changed. To agree, run: clawtender repair agent-not-loaded:ai.openclaw.gateway --yes
      "
    `);
  });

  test('--dry-run only previews, whatever else is said: that is what was asked for', async () => {
    const { out, code, changes } = await run('repair --dry-run --yes', { preview: makePreview(), ...aPerson() });
    expect([code, changes]).toEqual([0, []]);
    expect(out).toContain('Nothing was changed: this is only the plan.');
  });

  test.each([
    { answer: 'y', done: true },
    { answer: 'no', done: false },
    { answer: '', done: false },
    { answer: null, done: false },
  ])('a person who answers "$answer"', async ({ answer, done }) => {
    const script = { preview: makePreview(), ...(done ? { result: fixed } : {}), ...aPerson(answer) };
    const { out, err, code, changes } = await run('repair', script);
    expect(err).toContain('Do this now? [y/N]');
    expect([code, changes]).toEqual(done ? [0, repaired] : [1, []]);
    expect(out).toContain(done ? 'It is repaired' : 'Nothing was changed.');
  });

  test('--json prints the plan and never asks', async () => {
    const { out, err, code, changes } = await run('repair --json', { preview: makePreview(), ...aPerson() });
    expect([code, changes, err]).toEqual([1, [], '']);
    expect(json(out)).toEqual({
      schema: 1,
      id: 'plan-1',
      findingId: notLoadedFinding.id,
      code: 'agent-not-loaded',
      rung: 'load',
      reach: 'safe',
      steps: [
        {
          kind: 'enable-service',
          says: 'Switch on the service ai.openclaw.gateway',
          argv: ['tool', 'enable-service', 'a path/with space'],
        },
        { kind: 'load-service', says: expect.any(String), argv: ['tool', 'load-service', 'a path/with space'] },
        { kind: 'wait-until', says: expect.any(String) },
      ],
      questions: [],
      verify: { gone: [], goal: 'serving', holdMs: 60_000 },
    });
  });

  test('--dry-run --json prints the plan; a file is a diff and not a command', async () => {
    const plan = makePlan({ steps: [{ kind: 'move-aside', path: '/x.plist', why: 'legacy-service' }] });
    const { out, code } = await run('repair --dry-run --json', { preview: makePreview(plan) });
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({ steps: [{ kind: 'move-aside', diff: '- /x.plist\n+ kept//x.plist' }] });
  });

  test.each(['zh_CN.UTF-8', 'zh_TW.UTF-8'])('speaks %s', async (name) => {
    const { out } = await run('repair', { preview: makePreview(), options: { preferredLocales: [name] } });
    expect(out).not.toMatch(/Nothing|Load|Wait/);
    expect(out).toContain('clawtender repair agent-not-loaded:ai.openclaw.gateway --yes');
  });
});

describe('repair --yes', () => {
  test('does it, says how it ended and how to undo it', async () => {
    const { out, code, changes } = await run('repair --yes', { preview: makePreview(), result: fixed });
    expect([code, changes]).toEqual([0, repaired]);
    expect(out).toContain('It is repaired');
    expect(out).toContain('clawtender undo run-1');
  });

  test('--json prints the result alone', async () => {
    const { out, err, code } = await run('repair --yes --json', { preview: makePreview(), result: fixed });
    expect([code, err]).toEqual([0, '']);
    expect(json(out)).toEqual({
      schema: 1,
      run: {
        id: 'run-1',
        verdict: 'fixed',
        steps: [
          { kind: 'enable-service', outcome: 'already' },
          { kind: 'load-service', outcome: 'done' },
          { kind: 'wait-until', outcome: 'done' },
        ],
        undoable: true,
      },
    });
  });

  test('what did not help is exit code 1, with the cause and what the system answered', async () => {
    const { out, code } = await run('repair --yes', { preview: makePreview(), result: failed });
    expect(code).toBe(1);
    expect(out).toContain('The service could not be loaded.');
    expect(out).toContain('Bootstrap failed: 5');
  });

  test.each(['not-fixed', 'worse', 'stale', 'refused'] as const)('%s is exit code 1', async (verdict) => {
    const result: RepairResult = { kind: 'ended', run: makeRun({ verdict, steps: [] }) };
    const { out, code } = await run('repair --yes --json', { preview: makePreview(), result });
    expect(code).toBe(1);
    expect(json(out)).toMatchObject({ run: { id: 'run-1', verdict, undoable: false } });
  });

  test('a machine that changed meanwhile: stale, with the plan that holds now', async () => {
    const result: RepairResult = { kind: 'stale', preview: makePreview(makePlan({ id: 'plan-2' })) };
    const { out, code } = await run('repair --yes --json', { preview: makePreview(), result });
    expect(code).toBe(1);
    expect(json(out)).toMatchObject({
      run: { id: null, verdict: 'stale', steps: [], undoable: false },
      plan: { id: 'plan-2' },
    });
  });

  test('a second asker is told who is at work', async () => {
    const person = await run('repair --yes', { preview: makePreview(), result: busy });
    expect(person.code).toBe(1);
    expect(person.out).toContain('Clawtender in the menu bar (process 777) is restarting the gateway now.');
    const script = await run('repair --yes --json', { preview: makePreview(), result: busy });
    expect(json(script.out)).toMatchObject({
      run: { id: null, verdict: 'refused', undoable: false },
      refusal: { reason: 'busy', by: { pid: 777, face: 'menu-bar', action: 'restart' } },
    });
  });

  test('is no answer to the question of ending a process by force', async () => {
    const preview = makePreview(killPlan);
    const alone = await run('repair --yes', { preview });
    expect([alone.code, alone.changes]).toEqual([1, []]);
    expect(alone.out).toContain('only after an answer in a terminal');
    const script = await run('repair --yes --json', { preview, ...aPerson() });
    expect([script.code, script.changes]).toEqual([1, []]);
    expect(json(script.out)).toMatchObject({ id: 'plan-kill', questions: [{ code: 'kill-hard' }] });
    const person = await run('repair --yes', { preview, result: fixed, ...aPerson('y') });
    expect(person.changes).toEqual([{ kind: 'repair', planId: 'plan-kill', confirmed: true }]);
    expect(person.err).toContain('5822');
  });

  test('tells each step as it begins, on standard error and not in JSON', async () => {
    const engine = makeFakeEngine(found);
    engine.previewWith(makePreview());
    const activity = { action: 'repair', startedAt: openRun.startedAt } as const;
    engine.repair = async () => {
      engine.publish(makePicture({ activity }));
      engine.publish(makePicture({ activity, runs: [openRun] }));
      engine.publish(makePicture({ activity, runs: [openRun] }));
      engine.publish(makePicture({ runs: [makeRun()] }));
      return fixed;
    };
    const cli = makeFakeCli({ engine });
    expect(await runCli(['repair', '--yes'], cli)).toBe(0);
    expect(cli.written.err.split('\n')).toEqual([
      'Repairing…',
      expect.stringMatching(/^2\/3 Load the service ai\.openclaw\.gateway/),
      '',
    ]);
    expect(engine.listenerCount()).toBe(0);
  });
});

describe('what is repaired', () => {
  test.each([notLoadedFinding.id, 'agent-not-loaded'])('%s names the finding', async (subject) => {
    const other = { ...notLoadedFinding, id: 'port-stray:18789', code: 'port-stray' } as never;
    const picture = makePicture({ findings: [{ finding: other, consequences: [notLoadedFinding] }] });
    const { engine } = await run(`repair ${subject} --dry-run`, { picture, preview: makePreview() });
    expect(engine.calls).toContainEqual({ kind: 'preview', findingId: notLoadedFinding.id });
  });

  test('nothing found is nothing to repair, and no failure', async () => {
    const person = await run('repair --yes', { picture: makePicture() });
    expect([person.code, person.out, person.changes]).toEqual([0, 'Nothing was found that needs a repair.\n', []]);
    const script = await run('repair --yes --json', { picture: makePicture() });
    expect([script.code, json(script.out)]).toEqual([0, { schema: 1, run: null }]);
  });

  test.each(['port-stray', 'port-stray:18789'])('%s is not found now', async (subject) => {
    const { code, out, changes } = await run(`repair ${subject} --yes`);
    expect([code, changes]).toEqual([0, []]);
    expect(out).toContain(`“${subject}” is not found here now`);
  });

  test('a finding that goes between the look and the preview is not repaired', async () => {
    const { code, changes } = await run('repair --yes', { preview: null });
    expect([code, changes]).toEqual([0, []]);
  });

  test.each(['frob', 'constructor', '18789:port-stray'])('%s is wrong use', async (subject) => {
    const { code, out, err, engine } = await run(`repair ${subject} --yes --json`);
    expect([code, out, engine.calls]).toEqual([2, '', []]);
    expect(err).toContain(`“${subject}” is neither the id nor the code of a finding.`);
  });

  test('a refusal is exit code 1, with its reason', async () => {
    const person = await run('repair --yes', { preview: makePreview(refusal) });
    expect([person.code, person.changes]).toEqual([1, []]);
    expect(person.out).toMatch(/\S/);
    const script = await run('repair --json', { preview: makePreview(refusal) });
    expect(script.code).toBe(1);
    expect(json(script.out)).toEqual({
      schema: 1,
      run: { id: null, verdict: 'refused', steps: [], undoable: false },
      refusal: {
        reason: 'stopped-on-purpose',
        findingId: notLoadedFinding.id,
        code: 'agent-not-loaded',
        says: person.out.trim(),
      },
    });
  });

  test('what a person must do is shown to the letter, and exit code 1', async () => {
    const person = await run('repair --yes', { preview: makePreview(instructions) });
    expect([person.code, person.changes]).toEqual([1, []]);
    expect(person.out).toContain('    npm install --global openclaw\n    openclaw gateway install\n');
    const script = await run('repair --json', { preview: makePreview(instructions) });
    expect(json(script.out)).toMatchObject({
      instructions: { findingId: 'no-cli:openclaw', code: 'no-cli', commands: instructions.commands },
    });
  });
});

describe('runs', () => {
  const runs = [openRun, makeRun({ id: 'run-0', undoneBy: 'run-x' })];

  test('none', async () => {
    expect(await run('runs')).toMatchObject({ code: 0, out: 'No repair was made yet.\n' });
    expect(json((await run('runs --json')).out)).toEqual({ schema: 1, runs: [] });
  });

  test('for a person: when, what, how it ended; an interrupted one with its steps', async () => {
    const { code, out } = await run('runs', { picture: makePicture({ runs }) });
    expect(code).toBe(0);
    expect(out).toContain('run-2');
    expect(out).toContain('The repair was interrupted in the middle.');
    expect(out).toContain('begun, end unknown');
    expect(out).toContain('This repair was undone.');
  });

  test('a run that another face performs now is not interrupted', async () => {
    const activity = { action: 'repair', startedAt: openRun.startedAt } as const;
    const { out } = await run('runs', { picture: makePicture({ runs, activity }) });
    expect(out).not.toContain('interrupted');
    expect(out).toContain('Step 2 of 3');
  });

  test('--json', async () => {
    const { out } = await run('runs --json', { picture: makePicture({ runs }) });
    expect(json(out)).toMatchObject({
      schema: 1,
      runs: [
        { id: 'run-2', verdict: null, finishedAt: null, undoable: true, steps: [{}, { outcome: 'begun' }] },
        { id: 'run-0', verdict: 'fixed', undoneBy: 'run-x', undoable: false, code: 'agent-not-loaded', rung: 'load' },
      ],
    });
  });
});

describe('undo', () => {
  const undoPlan = makePlan({
    id: 'undo-1',
    rung: 'undo',
    steps: [{ kind: 'unload-service', serviceTarget: 'gui/501/ai.openclaw.gateway' }],
  });
  const shown: RepairResult = { kind: 'previewed', preview: makePreview(undoPlan) };
  const undone: RepairResult = {
    kind: 'ended',
    run: makeRun({ id: 'run-9', plan: undoPlan, undoes: 'run-1', steps: [] }),
  };
  const picture = makePicture({ runs: [makeRun({ id: 'run-8', steps: [] }), makeRun()] });

  async function undo(line: string, results: readonly RepairResult[], options: Script['options'] = {}) {
    const engine = makeFakeEngine(picture);
    for (const result of results) engine.repairWith(result);
    const cli = makeFakeCli({ ...options, engine });
    const code = await runCli(line.split(' '), cli);
    return { code, ...cli.written, changes: changesOf(engine) };
  }

  const looking = { kind: 'undo', runId: 'run-1', confirmed: false, dryRun: true };
  const doing = { kind: 'undo', runId: 'run-1', confirmed: true, dryRun: false };

  test('without a run it is the newest that can be undone; without --yes it asks', async () => {
    const { code, out, err, changes } = await undo('undo', [shown, undone], { canAsk: true, answers: ['yes'] });
    expect([code, changes]).toEqual([0, [looking, doing]]);
    expect(out).toContain('Unload the service ai.openclaw.gateway');
    expect(out).toContain('It is as it was before.');
    expect(err).toContain('Do this now? [y/N]');
  });

  test('without a terminal and without --yes it only previews, and says how to agree', async () => {
    const { code, out, changes } = await undo('undo', [shown]);
    expect([code, changes]).toEqual([1, [looking]]);
    expect(out).toContain('clawtender undo run-1 --yes');
  });

  test('--dry-run --json prints the plan', async () => {
    const { code, out } = await undo('undo run-1 --dry-run --json', [shown]);
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({ id: 'undo-1', steps: [{ kind: 'unload-service' }] });
  });

  test('--yes --json prints the result', async () => {
    const { code, out, changes } = await undo('undo run-1 --yes --json', [shown, undone]);
    expect([code, changes]).toEqual([0, [looking, doing]]);
    expect(json(out)).toMatchObject({ run: { id: 'run-9', verdict: 'fixed', undoable: false } });
  });

  test('a run that cannot be undone says why', async () => {
    const cannot: RepairResult = { kind: 'refused', refusal: { ...refusal, reason: 'already-undone' } };
    const { code, out } = await undo('undo run-8 --yes', [cannot]);
    expect(code).toBe(1);
    expect(out.trim()).toMatch(/\.$/);
  });

  test('nothing to undo is exit code 1, an unknown run wrong use', async () => {
    const nothing = await run('undo --yes', { picture: makePicture() });
    expect([nothing.code, nothing.out]).toEqual([1, 'There is no repair that could be undone.\n']);
    const unknown = await run('undo run-77 --yes', { picture });
    expect([unknown.code, unknown.out]).toEqual([2, '']);
    expect(unknown.err).toContain('“run-77”');
  });
});
