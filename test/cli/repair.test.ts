import { describe, expect, test } from 'vitest';
import { runCli } from '../../app/cli/run-cli.ts';
import type { RepairResult } from '../../app/engine/engine.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
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
  served,
} from '../fakes/repairs.ts';
import { makePicture, readAt } from '../fakes/snapshots.ts';
import { aPerson, json, runLine } from './run-line.ts';

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

const repaired = [{ kind: 'repair', planId: 'plan-1', confirmed: true }];

describe('repair shows before it does', () => {
  test('without a terminal and without --yes it only previews', async () => {
    const { out, code, changes } = await runLine('repair', { preview: makePreview() });
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
        3. Wait until the gateway answers on port 18789, at most 90 seconds

      Nothing that works now is interrupted.
      It can be undone afterwards.

      Nothing was changed. To agree, run: clawtender repair agent-not-loaded:ai.openclaw.gateway --yes
      "
    `);
  });

  test('--dry-run only previews, whatever else is said: that is what was asked for', async () => {
    const { out, code, changes } = await runLine('repair --dry-run --yes', { preview: makePreview(), ...aPerson() });
    expect([code, changes]).toEqual([0, []]);
    expect(out).toContain('Nothing was changed: this is only the plan.');
  });

  test.each([
    { answer: 'y', done: true },
    { answer: 'no', done: false },
    { answer: '', done: false },
    { answer: null, done: false },
  ])('a person who answers "$answer"', async ({ answer, done }) => {
    const script = { preview: makePreview(), ...(done ? { results: [fixed] } : {}), ...aPerson(answer) };
    const { out, err, code, changes } = await runLine('repair', script);
    expect(err).toContain('Do this now? [y/N]');
    expect([code, changes]).toEqual(done ? [0, repaired] : [1, []]);
    expect(out).toContain(done ? 'It is repaired' : 'Nothing was changed.');
  });

  test('--json prints the plan and never asks', async () => {
    const { out, err, code, changes } = await runLine('repair --json', { preview: makePreview(), ...aPerson() });
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
    const { out, code } = await runLine('repair --dry-run --json', { preview: makePreview(plan) });
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({ steps: [{ kind: 'move-aside', diff: '- /x.plist\n+ kept//x.plist' }] });
  });

  test.each(['zh_CN.UTF-8', 'zh_TW.UTF-8'])('speaks %s', async (name) => {
    const { out } = await runLine('repair', { preview: makePreview(), options: { preferredLocales: [name] } });
    expect(out).not.toMatch(/Nothing|Load|Wait/);
    expect(out).toContain('clawtender repair agent-not-loaded:ai.openclaw.gateway --yes');
  });
});

describe('repair --yes', () => {
  test('does it, says how it ended and how to undo it', async () => {
    const { out, code, changes } = await runLine('repair --yes', { preview: makePreview(), results: [fixed] });
    expect([code, changes]).toEqual([0, repaired]);
    expect(out).toContain('It is repaired');
    expect(out).toContain('clawtender undo run-1');
  });

  test('--json prints the result alone', async () => {
    const { out, err, code } = await runLine('repair --yes --json', { preview: makePreview(), results: [fixed] });
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
    const { out, code } = await runLine('repair --yes', { preview: makePreview(), results: [failed] });
    expect(code).toBe(1);
    expect(out).toContain('The service could not be loaded.');
    expect(out).toContain('Bootstrap failed: 5');
  });

  test.each(['not-fixed', 'worse', 'stale', 'refused'] as const)('%s is exit code 1', async (verdict) => {
    const result: RepairResult = { kind: 'ended', run: makeRun({ verdict, steps: [] }) };
    const { out, code } = await runLine('repair --yes --json', { preview: makePreview(), results: [result] });
    expect(code).toBe(1);
    expect(json(out)).toMatchObject({ run: { id: 'run-1', verdict, undoable: false } });
  });

  test('a machine that changed meanwhile: stale, with the plan that holds now', async () => {
    const result: RepairResult = { kind: 'stale', preview: makePreview(makePlan({ id: 'plan-2' })) };
    const { out, code } = await runLine('repair --yes --json', { preview: makePreview(), results: [result] });
    expect(code).toBe(1);
    expect(json(out)).toMatchObject({
      run: { id: null, verdict: 'stale', steps: [], undoable: false },
      plan: { id: 'plan-2' },
    });
  });

  test('a second asker is told who is at work', async () => {
    const person = await runLine('repair --yes', { preview: makePreview(), results: [busy] });
    expect(person.code).toBe(1);
    expect(person.out).toContain('Clawtender in the menu bar (process 777) is restarting the gateway now.');
    const script = await runLine('repair --yes --json', { preview: makePreview(), results: [busy] });
    expect(json(script.out)).toMatchObject({
      run: { id: null, verdict: 'refused', undoable: false },
      refusal: { reason: 'busy', by: { pid: 777, face: 'menu-bar', action: 'restart' } },
    });
  });

  test('is no answer to the question of ending a process by force', async () => {
    const preview = makePreview(killPlan);
    const alone = await runLine('repair --yes', { preview });
    expect([alone.code, alone.changes]).toEqual([1, []]);
    expect(alone.out).toContain('only after an answer in a terminal');
    const script = await runLine('repair --yes --json', { preview, ...aPerson() });
    expect([script.code, script.changes]).toEqual([1, []]);
    expect(json(script.out)).toMatchObject({ id: 'plan-kill', questions: [{ code: 'kill-hard' }] });
    const person = await runLine('repair --yes', { preview, results: [fixed], ...aPerson('y') });
    expect(person.changes).toEqual([{ kind: 'repair', planId: 'plan-kill', confirmed: true }]);
    expect(person.err).toContain('5822');
  });

  test('tells each step as it begins, on standard error and not in JSON', async () => {
    const engine = makeFakeEngine(makePicture({ findings: [{ finding: notLoadedFinding, consequences: [] }] }));
    engine.previewWith(makePreview());
    const activity = { action: 'repair', startedAt: openRun.startedAt } as const;
    engine.repair = async () => {
      engine.publish(makePicture({ activity }));
      engine.publish(makePicture({ activity, runs: [openRun] }));
      engine.publish(makePicture({ activity, runs: [openRun] }));
      engine.publish(makePicture({ activity, runs: [{ ...openRun, steps: [enabled, loaded, served] }] }));
      engine.publish(makePicture({ activity, runs: [{ ...makeRun(), startedAt: openRun.startedAt }] }));
      engine.publish(makePicture({ runs: [makeRun()] }));
      return fixed;
    };
    const cli = makeFakeCli({ engine });
    expect(await runCli(['repair', '--yes'], cli)).toBe(0);
    expect(cli.written.err.split('\n')).toEqual([
      'Repairing…',
      expect.stringMatching(/^Step 2 of 3: Load the service ai\.openclaw\.gateway/),
      'All steps are done. Checking whether it helped…',
      '',
    ]);
    expect(engine.listenerCount()).toBe(0);
  });
});

describe('what is repaired', () => {
  test.each([notLoadedFinding.id, 'agent-not-loaded'])('%s names the finding', async (subject) => {
    const other = { ...notLoadedFinding, id: 'port-stray:18789', code: 'port-stray' } as never;
    const picture = makePicture({ findings: [{ finding: other, consequences: [notLoadedFinding] }] });
    const { engine } = await runLine(`repair ${subject} --dry-run`, { picture, preview: makePreview() });
    expect(engine.calls).toContainEqual({ kind: 'preview', findingId: notLoadedFinding.id });
  });

  test('nothing found is nothing to repair, and no failure', async () => {
    const person = await runLine('repair --yes', { picture: makePicture() });
    expect([person.code, person.out, person.changes]).toEqual([0, 'Nothing was found that needs a repair.\n', []]);
    const script = await runLine('repair --yes --json', { picture: makePicture() });
    expect([script.code, json(script.out)]).toEqual([0, { schema: 1, run: null }]);
  });

  test.each(['port-stray', 'port-stray:18789'])('%s is not found now', async (subject) => {
    const { code, out, changes } = await runLine(`repair ${subject} --yes`);
    expect([code, changes]).toEqual([0, []]);
    expect(out).toContain(`“${subject}” is not found here now`);
  });

  test('a finding that goes between the look and the preview is not repaired', async () => {
    const { code, changes } = await runLine('repair --yes', { preview: null });
    expect([code, changes]).toEqual([0, []]);
  });

  test.each(['frob', 'constructor', '18789:port-stray'])('%s is wrong use', async (subject) => {
    const { code, out, err, engine } = await runLine(`repair ${subject} --yes --json`);
    expect([code, out, engine.calls]).toEqual([2, '', []]);
    expect(err).toContain(`“${subject}” is neither the id nor the code of a finding.`);
  });

  test('a refusal is exit code 1, with its reason', async () => {
    const person = await runLine('repair --yes', { preview: makePreview(refusal) });
    expect([person.code, person.changes]).toEqual([1, []]);
    expect(person.out).toMatch(/\S/);
    const script = await runLine('repair --json', { preview: makePreview(refusal) });
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
    const person = await runLine('repair --yes', { preview: makePreview(instructions) });
    expect([person.code, person.changes]).toEqual([1, []]);
    expect(person.out).toContain('    npm install --global openclaw\n    openclaw gateway install\n');
    const script = await runLine('repair --json', { preview: makePreview(instructions) });
    expect(json(script.out)).toMatchObject({
      instructions: { findingId: 'no-cli:openclaw', code: 'no-cli', commands: instructions.commands },
    });
  });
});
