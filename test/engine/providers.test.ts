import { describe, expect, test } from 'vitest';
import type { ModelListAnswer } from '../../app/core/model/provider-test.ts';
import type { ProviderRequest } from '../../app/core/model/provider-request.ts';
import { known } from '../../app/core/model/reading.ts';
import { SecretMark, type Settings } from '../../app/core/model/setting.ts';
import type { ModelListRequest } from '../../app/ports/model-lists.ts';
import { makePlace } from '../core/configured-machines.ts';
import { makeConfigContent } from '../core/make-running.ts';
import { makeEngineBench } from '../fakes/engine-bench.ts';
import { makeFakeMachine } from '../fakes/fake-machine.ts';
import { type ScriptedCall, success } from '../fakes/scripted-programs.ts';
import { gatewayCommandLine, macTarget, makeConfig, makeInstall, readAt } from '../fakes/snapshots.ts';
import { runOut } from '../fakes/step-context.ts';
import { runOf } from './repair/repair-bench.ts';
import { stopped } from './repair/repair-bench.ts';

const { configPath } = macTarget;
const envPath = '/Users/alice/.openclaw/.env';
const list: ModelListAnswer = {
  kind: 'answered',
  httpStatus: 200,
  contentType: 'application/json',
  body: '{"data":[{"id":"m"}]}',
};

interface Script {
  readonly settings?: Settings;
  readonly files?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly answer?: ModelListAnswer;
  readonly version?: string | null;
  readonly calls?: readonly ScriptedCall[];
}

const readingsOf = (settings: Settings, names: readonly string[], version: string | null = '2026.9.6') => {
  const content = makeConfigContent({ settings, files: [{ path: configPath, settings }] });
  return {
    ...stopped,
    install: known(makeInstall({ version }), readAt),
    config: known(makeConfig({ path: configPath, content }), readAt),
    credentials: known({ places: [makePlace('state-dotenv', { names })] }, readAt),
  };
};

async function start(script: Script = {}) {
  const { settings = {}, files = {}, variables = {}, typed = {}, answer = list, version, calls = [] } = script;
  const asked: ModelListRequest[] = [];
  const machine = makeFakeMachine(readingsOf(settings, [], version === undefined ? '2026.9.6' : version));
  const ask = async (request: ModelListRequest) => {
    asked.push(request);
    return answer;
  };
  const bench = makeEngineBench({ machine, files, variables, typed, calls, modelLists: { ask } });
  await bench.engine.look();
  return { ...bench, asked };
}

const withKey = (apiKey: Settings[string]): Settings => ({
  models: {
    providers: { ark: { baseUrl: 'http://127.0.0.1:8317/v1/', apiKey, models: [{ id: 'm' }, { id: 'gone' }] } },
  },
});

describe('a provider is asked for its models', () => {
  test.each<[string, Settings, Script]>([
    ['a variable in .env', withKey('${ARK_KEY}'), { files: { [envPath]: 'ARK_KEY="sk-0001"\n' } }],
    ['a variable of this process', withKey('${ARK_KEY}'), { variables: { ARK_KEY: 'sk-0001' } }],
    ['a reference', withKey({ source: 'env', id: 'ARK_KEY' }), { files: { [envPath]: 'ARK_KEY=sk-0001\n' } }],
    [
      'the configuration itself',
      withKey(new SecretMark('1f760000', 'ordinary')),
      { files: { [configPath]: '{ models: { providers: { ark: { apiKey: "sk-0001" } } } }' } },
    ],
  ])('with the key of %s', async (_what, settings, script) => {
    const { engine, asked, shown } = await start({ ...script, settings });
    const result = await engine.testProvider('ark');
    expect(asked).toEqual([
      { scheme: 'http', host: '127.0.0.1', port: 8317, path: '/v1/models', key: 'sk-0001', timeoutMs: 15_000 },
    ]);
    expect(result).toMatchObject({ provider: 'ark', outcome: { kind: 'ok', models: ['m'], missing: ['gone'] } });
    expect(engine.current()?.providerTests).toEqual([result]);
    // Asking is shown meanwhile; the key never is.
    expect(shown.some(({ providerTests }) => providerTests[0]?.outcome.kind === 'asking')).toBe(true);
    expect(JSON.stringify([result, shown])).not.toContain('sk-0001');
  });

  test('.env goes before this process, as it does for the gateway', async () => {
    const { engine, asked } = await start({
      settings: withKey('${ARK_KEY}'),
      files: { [envPath]: 'ARK_KEY=sk-file\n' },
      variables: { ARK_KEY: 'sk-here' },
    });
    await engine.testProvider('ark');
    expect(asked.map(({ key }) => key)).toEqual(['sk-file']);
  });

  test.each<[string, Settings, string]>([
    ['its key is not set', withKey('${ARK_KEY}'), 'key-unset'],
    ['its key is somewhere else', withKey({ source: 'exec', id: 'x' }), 'key-unreadable'],
    ['it has no address', { models: { providers: { ark: { models: [] } } } }, 'no-address'],
  ])('not when %s', async (_what, settings, why) => {
    const { engine, asked } = await start({ settings });
    expect(await engine.testProvider('ark')).toMatchObject({ outcome: { kind: 'failed', problem: { why } } });
    expect(asked).toEqual([]);
  });

  test('not when nobody has set it up', async () => {
    const { engine } = await start({ settings: withKey('${ARK_KEY}') });
    expect(await engine.testProvider('x')).toEqual({ kind: 'unknown-provider', name: 'x', names: ['ark'] });
  });

  test('looking alone asks nobody', async () => {
    const { engine, asked } = await start({ settings: withKey('${ARK_KEY}') });
    await engine.look();
    expect(asked).toEqual([]);
  });
});

const request: ProviderRequest = {
  preset: 'local',
  plan: null,
  region: null,
  address: 'http://127.0.0.1:8317/v1',
  key: { kind: 'typed', ticket: 't1', name: null },
  models: null,
  isDefault: true,
};

describe('a provider that is about to be set up', () => {
  test('is tried with the key that was typed, which stays held', async () => {
    const { engine, asked, typedSecrets } = await start({ typed: { t1: 'sk-0001' } });
    expect(await engine.testProvider(request)).toMatchObject({
      provider: 'custom-127-0-0-1-8317',
      outcome: { kind: 'ok' },
    });
    expect(asked.map(({ key }) => key)).toEqual(['sk-0001']);
    expect(typedSecrets.held.has('t1')).toBe(true);
  });

  test('of one’s own is asked first which models it has', async () => {
    const { engine, asked } = await start({
      typed: { t1: 'sk-0001' },
      answer: { ...list, body: '{"data":[{"id":"a"},{"id":"b"}]}' },
    });
    expect(await engine.previewProvider(request)).toEqual({ kind: 'choose-models', models: ['a', 'b'] });
    expect(asked).toHaveLength(1);
  });

  test('that does not tell is no plan', async () => {
    const { engine } = await start({ typed: { t1: 'k' }, answer: { kind: 'failed', why: 'refused', code: null } });
    expect(await engine.previewProvider(request)).toMatchObject({ kind: 'not-told', problem: { why: 'refused' } });
  });

  test('of a preset is asked nothing', async () => {
    const { engine, asked } = await start({ variables: { VOLCANO_ENGINE_API_KEY: 'sk-0001' } });
    const preview = await engine.previewProvider({ ...request, preset: 'ark-coding-plan', address: null, key: null });
    expect(preview).toMatchObject({ offer: { kind: 'repair', code: 'provider-add' } });
    expect(asked).toEqual([]);
  });

  test('is no plan where the version is not known', async () => {
    const { engine } = await start({ version: null, typed: { t1: 'k' } });
    expect(await engine.previewProvider(request)).toEqual({ kind: 'unknown-version' });
  });

  test('a key is held under a ticket', async () => {
    const { engine, typedSecrets } = await start();
    const ticket = engine.holdKey('sk-0001');
    expect([...typedSecrets.held]).toEqual([[ticket, 'sk-0001']]);
  });
});

describe('setting one up', () => {
  const text = '{\n  "gateway": { "mode": "local" }\n}\n';
  const checked: ScriptedCall = {
    line: gatewayCommandLine.split(' ').slice(0, 2).concat('config', 'validate').join(' '),
    result: success,
  };
  const setUp = async () => {
    const bench = await start({ files: { [configPath]: text }, typed: { t1: 'sk-secret-0001' }, calls: [checked] });
    const { engine, clock } = bench;
    const preview = await engine.previewProvider(request);
    if (!('offer' in preview) || preview.offer.kind !== 'repair') throw new Error(JSON.stringify(preview));
    const planId = preview.offer.id;
    return { ...bench, preview, repair: () => runOut(clock, engine.repair(planId, { confirmed: true })) };
  };

  test('is believed when what is read again says so, and is taken back to the letter', async () => {
    const { store, machine, repair, engine, clock, journal, shown, preview } = await setUp();
    // What the probes read from the moment on at which the file is written.
    const before = { ...store };
    Object.assign(store, {
      replaceContent: async (change: Parameters<typeof store.replaceContent>[0]) => {
        const result = await before.replaceContent(change);
        const written = JSON.parse(store.files.get(configPath) ?? '{}') as Settings;
        if ('models' in written) machine.set(readingsOf(written, ['CUSTOM_8317_API_KEY']));
        return result;
      },
    });
    const run = runOf(await repair());
    expect([run.verdict, run.steps.map(({ outcome }) => outcome)]).toEqual(['fixed', run.steps.map(() => 'done')]);
    expect(store.files.get(envPath)).toBe('CUSTOM_8317_API_KEY=sk-secret-0001\n');
    expect(store.files.get(configPath)).toContain('"apiKey": "${CUSTOM_8317_API_KEY}"');
    expect(JSON.stringify([preview, run, await journal.list(), shown])).not.toContain('sk-secret');
    await runOut(clock, engine.undo(run.id, { confirmed: true, dryRun: false }));
    expect([store.files.get(configPath), store.files.has(envPath)]).toEqual([text, false]);
  });

  test('is not believed when nothing of it can be read', async () => {
    const { repair } = await setUp();
    expect(runOf(await repair()).verdict).toBe('not-fixed');
  });
});
