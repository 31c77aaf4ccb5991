import { describe, expect, test } from 'vitest';
import { runCli } from '../../app/cli/run-cli.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import type { RestoreFault } from '../../app/core/model/restore.ts';
import type { RepairResult } from '../../app/engine/engine.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeCli } from '../fakes/fake-terminal.ts';
import { makePlan, makeRun } from '../fakes/repairs.ts';
import { makePicture } from '../fakes/snapshots.ts';
import { configPath } from '../fakes/versions.ts';

const plan = makePlan({
  id: 'plan-9',
  code: 'restore-version',
  findingId: 'restore-version:v2',
  rung: 'restore-version',
  steps: [
    { kind: 'keep-copy', paths: [configPath] },
    { kind: 'restore-version', path: configPath, source: { kind: 'version', id: 'v2' } },
  ],
});
const preview: RepairPreview = {
  offer: plan,
  exact: [{ kind: 'nothing' }, { kind: 'diff', diff: '- port: 18790\n+ port: 18789' }],
};
const restored: RepairResult = { kind: 'ended', run: makeRun({ plan, steps: [] }) };

interface Script {
  readonly answer?: RepairPreview | RestoreFault;
  readonly result?: RepairResult;
  readonly answers?: readonly string[];
}

async function run(line: string, { answer = preview, result, answers }: Script = {}) {
  const engine = makeFakeEngine(makePicture());
  engine.restoreWith(answer);
  if (result !== undefined) engine.repairWith(result);
  const cli = makeFakeCli({ engine, ...(answers === undefined ? {} : { canAsk: true, answers }) });
  const code = await runCli(line.split(' '), cli);
  return { code, ...cli.written, calls: engine.calls.filter(({ kind }) => kind !== 'look') };
}

const asked = (keys: readonly string[] | null) => ({
  kind: 'preview-restore',
  request: { kind: 'version', reference: 'v2', keys },
});
const done = { kind: 'repair', planId: 'plan-9', confirmed: true };

describe('restore shows before it does', () => {
  test('without a terminal and without --yes it only previews', async () => {
    const { code, out, calls } = await run('restore v2');
    expect([code, calls]).toEqual([1, [asked(null)]]);
    expect(out).toContain('      - port: 18790\n      + port: 18789\n');
    expect(out).toContain('clawtender restore v2 --yes');
  });

  test('--dry-run', async () => {
    const { code, calls } = await run('restore v2 --dry-run --yes');
    expect([code, calls]).toEqual([0, [asked(null)]]);
  });

  test('some settings: the hint names them too', async () => {
    const { out, calls } = await run('restore v2 --keys gateway.port models.providers["my.ark"]');
    expect(calls).toEqual([asked(['gateway.port', 'models.providers["my.ark"]'])]);
    expect(out).toContain(`clawtender restore v2 --keys gateway.port 'models.providers["my.ark"]' --yes`);
  });

  test('asks, and does it on yes', async () => {
    const { code, calls } = await run('restore v2', { answers: ['y'], result: restored });
    expect([code, calls]).toEqual([0, [asked(null), done]]);
  });

  test('asks, and does nothing on no', async () => {
    const { code, calls } = await run('restore v2', { answers: ['n'] });
    expect([code, calls]).toEqual([1, [asked(null)]]);
  });
});

describe('for programs', () => {
  test('--json alone is the plan', async () => {
    const { code, out } = await run('restore v2 --json --dry-run');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'plan-9',
      code: 'restore-version',
      steps: [{}, { diff: '- port: 18790\n+ port: 18789' }],
    });
  });

  test('--json --yes is the run', async () => {
    const { code, out } = await run('restore v2 --json --yes', { result: restored });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schema: 1, run: { id: 'run-1', verdict: 'fixed' } });
  });
});

describe('nothing to preview', () => {
  test('all is as it was: no failure', async () => {
    const { code, out, err } = await run('restore v2', { answer: { kind: 'no-difference' } });
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('There is nothing to restore: all of it is as it was then.\n');
    const { out: printed } = await run('restore v2 --json', { answer: { kind: 'no-difference' } });
    expect(JSON.parse(printed)).toEqual({ schema: 1, run: null });
  });

  test.each([
    { answer: { kind: 'no-such-version', which: 'v2' }, code: 2, says: 'No version “v2” is kept' },
    {
      answer: { kind: 'no-such-setting', keys: ['gateway.prot'] },
      code: 2,
      says: 'Nothing is different at gateway.prot',
    },
    { answer: { kind: 'broken-version', which: 'v2' }, code: 1, says: 'no configuration that can be read' },
    { answer: { kind: 'unreadable', which: 'v2', message: 'EIO' }, code: 1, says: 'cannot be read (EIO)' },
  ] as const)('$answer.kind', async ({ answer, code, says }) => {
    const result = await run('restore v2 --yes', { answer });
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.err).toContain(says);
  });
});
