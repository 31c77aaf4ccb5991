import { describe, expect, test } from 'vitest';
import { runCli } from '../../app/cli/run-cli.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import type { ProviderFault } from '../../app/core/model/provider-request.ts';
import type { ProviderTest, ProviderTestOutcome } from '../../app/core/model/provider-test.ts';
import { unknown } from '../../app/core/model/reading.ts';
import { refuseRepair } from '../../app/core/repairs/refuse-repair.ts';
import type { RepairResult } from '../../app/engine/engine.ts';
import { configured, makePlace } from '../core/configured-machines.ts';
import { at } from '../core/make-moment.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeCli } from '../fakes/fake-terminal.ts';
import { makePlan, makeRun } from '../fakes/repairs.ts';
import { makePicture } from '../fakes/snapshots.ts';

const settings = {
  models: {
    providers: {
      ark: { baseUrl: 'http://127.0.0.1:1/v1', apiKey: '${ARK_API_KEY}', models: [{ id: 'm' }, { id: 'n' }] },
    },
  },
  agents: { defaults: { model: { primary: 'ark/m', fallbacks: ['ark/n'] }, models: { 'ark/n': { alias: 'en' } } } },
};
const places = [makePlace('state-dotenv', { names: ['ARK_API_KEY'] })];
const machine = configured(settings, { version: '2026.9.6', places });
const plan = makePlan({
  id: 'plan-4',
  code: 'provider-add',
  findingId: 'provider-add:ark-coding-plan',
  steps: [
    { kind: 'set-env-line', path: '/s/.env', name: 'ARK_API_KEY', from: { kind: 'variable', name: 'ARK_API_KEY' } },
  ],
});
const preview: RepairPreview = { offer: plan, exact: [{ kind: 'diff', diff: '+ ARK_API_KEY=••• 1f76' }] };
const done: RepairResult = { kind: 'ended', run: makeRun({ plan, steps: [] }) };
const tested = (outcome: ProviderTestOutcome): ProviderTest => ({
  provider: 'ark',
  url: 'http://127.0.0.1:1/v1/models',
  at,
  outcome,
  proxies: [],
});

interface Script {
  readonly snapshot?: typeof machine;
  readonly preview?: RepairPreview;
  readonly provider?: RepairPreview | ProviderFault;
  readonly test?: ProviderTest | ProviderFault;
  readonly result?: RepairResult;
}

async function run(line: string, script: Script = {}) {
  const engine = makeFakeEngine(makePicture({ snapshot: script.snapshot ?? machine }));
  if (script.preview) engine.previewWith(script.preview);
  if (script.provider) engine.providerWith(script.provider);
  if (script.test) engine.testWith(script.test);
  if (script.result) engine.repairWith(script.result);
  const cli = makeFakeCli({ engine });
  const code = await runCli(line.split(' '), cli);
  return { code, ...cli.written, calls: engine.calls.filter(({ kind }) => kind !== 'look') };
}

describe('what is set up', () => {
  test('models', async () => {
    const { code, out, calls } = await run('models');
    expect([code, calls]).toEqual([0, []]);
    expect(out).toBe(
      '  Default    ark/m\n  Fallbacks  ark/n (en)\n\nModels\n  ark/m  [default, not in agents.defaults.models]\n  ark/n (en)  [fallback]\n',
    );
  });

  test('models as JSON', async () => {
    const { code, out } = await run('models --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schema: 1, primary: 'ark/m', fallbacks: ['ark/n'] });
  });

  test('providers, asking nobody', async () => {
    const { code, out, calls } = await run('providers');
    expect([code, calls]).toEqual([0, []]);
    expect(out).toBe('Providers\n  ark  not tested\n    http://127.0.0.1:1/v1, key: ARK_API_KEY\n');
  });

  test('providers as JSON', async () => {
    const { out } = await run('providers --json');
    expect(JSON.parse(out)).toMatchObject({ schema: 1, providers: [{ name: 'ark', state: 'not-tested', test: null }] });
  });

  test('who stands in', async () => {
    expect((await run('models fallbacks')).out).toBe('ark/n (en)\n');
  });

  test.each(['models', 'providers', 'models use ark/m'])('%s: the configuration cannot be read', async (line) => {
    const snapshot = configured({}, { config: unknown('not-permitted', 'x', at) });
    const { code, err } = await run(line, { snapshot });
    expect([code, err]).toEqual([3, expect.stringContaining('cannot be read')]);
  });
});

describe('provider test', () => {
  test.each<[ProviderTestOutcome, number, string]>([
    [{ kind: 'ok', models: ['m'], missing: [] }, 0, 'costs nothing'],
    [{ kind: 'no-list' }, 3, 'key could not be tried'],
    [{ kind: 'failed', problem: { why: 'bad-key', httpStatus: 401, detail: null } }, 1, 'refused (401)'],
  ])('%j', async (outcome, exit, words) => {
    const { code, out, calls } = await run('provider test ark', { test: tested(outcome) });
    expect([code, out]).toEqual([exit, expect.stringContaining(words)]);
    expect(calls).toEqual([{ kind: 'test-provider', subject: 'ark' }]);
  });

  test('as JSON', async () => {
    const { out } = await run('provider test ark --json', { test: tested({ kind: 'no-list' }) });
    expect(JSON.parse(out)).toMatchObject({ schema: 1, provider: 'ark', outcome: { kind: 'no-list' } });
  });

  test('of nobody is wrong use', async () => {
    const { code, err } = await run('provider test x', {
      test: { kind: 'unknown-provider', name: 'x', names: ['ark'] },
    });
    expect([code, err]).toEqual([2, 'No provider “x” is set up. There are: ark.\n']);
  });
});

describe('provider add', () => {
  const line = 'provider add ark-coding-plan --key-env ARK_API_KEY';

  test('--dry-run shows the plan and does nothing', async () => {
    const { code, out, calls } = await run(`${line} --dry-run`, { provider: preview });
    expect([code, calls.map(({ kind }) => kind)]).toEqual([0, ['preview-provider']]);
    expect(out).toContain('+ ARK_API_KEY=••• 1f76');
  });

  test('without a yes nothing is done; the hint has the same words', async () => {
    const { code, out } = await run(line, { provider: preview });
    expect([code, out]).toEqual([1, expect.stringContaining(`clawtender ${line} --yes`)]);
  });

  test('--yes does it, also for programs', async () => {
    expect(await run(`${line} --yes`, { provider: preview, result: done })).toMatchObject({ code: 0 });
    const { code, out } = await run(`${line} --yes --json`, { provider: preview, result: done });
    expect([code, JSON.parse(out)]).toMatchObject([0, { schema: 1, run: { verdict: 'fixed' } }]);
  });

  test.each<[ProviderFault, number, string]>([
    [{ kind: 'choose-plan', preset: 'qwen', options: ['coding', 'standard'] }, 2, 'coding, standard'],
    [{ kind: 'key-missing', name: 'ARK_API_KEY' }, 2, 'ARK_API_KEY is not set'],
    [{ kind: 'unknown-version' }, 3, 'nothing is set up by guess'],
    [
      { kind: 'not-told', address: 'http://h/v1', problem: { why: 'refused', httpStatus: null, detail: null } },
      1,
      'Nobody answers',
    ],
  ])('%j', async (fault, exit, words) => {
    const { code, out, err } = await run(line, { provider: fault });
    expect([code, out, err]).toEqual([exit, '', expect.stringContaining(words)]);
  });

  test('of what cannot be set up lists what can', async () => {
    const { code, err } = await run('provider add openai');
    expect([code, err]).toEqual([2, expect.stringContaining('ark-coding-plan · qwen · modelscope · local')]);
  });
});

describe('models use and fallbacks', () => {
  test('an alias is followed', async () => {
    const { code, calls } = await run('models use EN --yes', { preview, result: done });
    expect(code).toBe(0);
    expect(calls[0]).toEqual({ kind: 'preview-wish', wish: { code: 'model-use', ref: 'ark/n' } });
  });

  test('in a new order, each once', async () => {
    const { calls } = await run('models fallbacks set ark/m en ark/n --dry-run', { preview });
    expect(calls).toEqual([{ kind: 'preview-wish', wish: { code: 'model-fallbacks', refs: ['ark/m', 'ark/n'] } }]);
  });

  test('a word that means no model is wrong use', async () => {
    const { code, err, calls } = await run('models use gpt');
    expect([code, calls, err]).toEqual([2, [], expect.stringContaining('“gpt” is neither')]);
  });

  test('what is so already is no failure', async () => {
    const offer = refuseRepair({ code: 'model-use', id: 'model-use:ark/m' }, 'already-so', {});
    const asIs: RepairPreview = { offer, exact: [] };
    expect(await run('models use ark/m', { preview: asIs })).toMatchObject({ code: 0 });
    const { code, out } = await run('models use ark/m --json', { preview: asIs });
    expect([code, JSON.parse(out)]).toEqual([0, { schema: 1, run: null }]);
  });
});
