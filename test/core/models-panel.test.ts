import { describe, expect, test } from 'vitest';
import { judge } from '../../app/core/judge.ts';
import { emptyMemory } from '../../app/core/model/memory.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { ProviderTestOutcome } from '../../app/core/model/provider-test.ts';
import { unknown } from '../../app/core/model/reading.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import { locales } from '../../app/core/model/view.ts';
import { deriveModelsView } from '../../app/core/models-panel.ts';
import { configured, makePlace, type Setup } from './configured-machines.ts';
import type { Change } from './make-moment.ts';
import { at } from './make-moment.ts';
import { makePicture, makeStatus } from './make-picture.ts';

const codingUrl = 'https://ark.cn-beijing.volces.com/api/coding/v3';
const settings: Settings = {
  models: {
    providers: {
      ark: {
        baseUrl: codingUrl,
        apiKey: '${ARK_API_KEY}',
        api: 'openai-completions',
        models: [{ id: 'glm-4.7' }, { id: 'kimi-k2.5' }],
      },
    },
  },
  agents: {
    defaults: {
      model: { primary: 'kimi', fallbacks: ['ark/glm-4.7'] },
      models: { 'ark/kimi-k2.5': { alias: 'kimi' }, 'ark/glm-4.7': { alias: 'glm' }, 'ark/gone': { alias: 'gone' } },
    },
  },
};
const withKey: Setup = { places: [makePlace('service'), makePlace('state-dotenv', { names: ['ARK_API_KEY'] })] };

function view(written = settings, setup: Setup = withKey, change: Change<Picture> = {}) {
  const snapshot = configured(written, setup);
  const { findings } = judge(snapshot, emptyMemory);
  return deriveModelsView(makePicture({ snapshot, findings, ...change }), { locale: 'en', timeZone: 'UTC' });
}

const tested = (outcome: ProviderTestOutcome): Change<Picture> => ({
  providerTests: [{ provider: 'ark', url: null, at, outcome, proxies: [] }],
});

const presets = (setup: Setup = withKey) => view(settings, setup)?.setup.presets ?? [];

describe('what can be told', () => {
  test('nothing where no OpenClaw is, but all before there is a service', () => {
    expect(view({}, {}, { status: makeStatus({ state: 'remote', reason: 'remote-mode' }) })).toBeNull();
    expect(view({}, {}, { status: makeStatus({ state: 'not-installed', reason: 'not-installed-no-cli' }) })).toBeNull();
    const status = makeStatus({ state: 'not-installed', reason: 'not-installed-never-registered' });
    expect(view(settings, withKey, { status })?.title).toBe('Models (kimi)');
  });

  test('nothing of a configuration that cannot be read', () => {
    const blind = view({}, { config: unknown('not-permitted', 'x', at) });
    expect(blind).toMatchObject({ title: 'Models', models: [], providers: [], menu: null, noModels: null });
    expect(blind?.fault).toMatch(/cannot be read/);
    expect(blind?.setup.needsDefault).toBe(false);
  });

  test('that nothing is set up', () => {
    expect(view({}, {})).toMatchObject({
      title: 'Models',
      fault: null,
      primary: 'OpenClaw’s own choice',
      fallbacks: { rows: [] },
      noModels: 'No models are named in the configuration.',
      noProviders: 'No provider is set up yet.',
      menu: null,
    });
    expect(view({}, {})?.setup.needsDefault).toBe(true);
  });
});

describe('models', () => {
  test('who answers, and who stands in', () => {
    expect(view()).toMatchObject({
      title: 'Models (kimi)',
      primary: 'kimi – ark/kimi-k2.5',
      fallbacks: { rows: [{ ref: 'ark/glm-4.7', name: 'glm – ark/glm-4.7' }] },
    });
  });

  test('the default is not offered once more, nor what its provider does not have', () => {
    const rows = view()?.models.map(({ ref, marks, use, standIn }) => [
      ref,
      marks.map(({ text }) => text).join(),
      use?.spoken ?? null,
      standIn?.spoken ?? null,
    ]);
    expect(rows).toEqual([
      ['ark/kimi-k2.5', 'default', null, null],
      ['ark/glm-4.7', 'fallback', 'Use glm…', 'As fallback: glm'],
      ['ark/gone', 'its provider does not have it', null, null],
    ]);
  });

  test('in a menu: what has an alias and could answer', () => {
    expect(view()?.menu).toEqual({
      label: 'Model: kimi',
      choices: [
        { ref: 'ark/kimi-k2.5', label: 'kimi', isNow: true },
        { ref: 'ark/glm-4.7', label: 'glm', isNow: false },
      ],
    });
    expect(view({ agents: { defaults: { model: 'anthropic/claude' } } })?.menu).toEqual({
      label: 'Model: anthropic/claude',
      choices: [],
    });
  });
});

describe('providers', () => {
  test('whose address it is, its key and its models', () => {
    expect(view()?.providers).toMatchObject([
      {
        name: 'ark',
        state: 'not tested',
        tone: 'plain',
        about: ['Volcengine Ark, Coding Plan: part of a subscription', codingUrl, '2 models', 'key: ARK_API_KEY'],
        result: null,
        test: { label: 'Test', spoken: 'Test ark' },
        repair: null,
      },
    ]);
  });

  test('what the newest test said, and when', () => {
    const [asking] = view(settings, withKey, tested({ kind: 'asking' }))?.providers ?? [];
    expect([asking?.isAsking, asking?.result]).toEqual([true, 'Asking for its models…']);
    const [good] = view(settings, withKey, tested({ kind: 'ok', models: ['glm-4.7'], missing: [] }))?.providers ?? [];
    expect([good?.tone, good?.isAsking]).toEqual(['good', false]);
    expect(good?.result).toMatch(/^It answers, and has one model\. .+ \(tested at .+\)$/);
  });

  test('a built-in one without an address cannot be tested', () => {
    const [builtIn] = view({ agents: { defaults: { model: 'modelstudio/qwen3.5-plus' } } })?.providers ?? [];
    expect(builtIn?.about.at(-1)).toBe('built in');
    const one = view({ models: { providers: { own: { models: [{ id: 'm' }] } } } })?.providers[0];
    expect(one?.test).toBeNull();
  });
});

describe('the dialog for a new provider', () => {
  test('has the plans and regions of each preset, how they are billed, and their models', () => {
    const qwen = presets().find(({ id }) => id === 'qwen');
    expect(qwen?.choices.map(({ id, label }) => [id, label])).toEqual([
      ['coding-china', 'Coding Plan, China'],
      ['coding-global', 'Coding Plan, Global'],
      ['standard-china', 'Standard, China'],
      ['standard-global', 'Standard, Global'],
    ]);
    expect(qwen?.choices[0]?.about).toBe('part of a subscription · https://coding.dashscope.aliyuncs.com/v1');
    const ark = presets().find(({ id }) => id === 'ark-coding-plan');
    expect(ark?.choices.flatMap(({ models }) => models)).toHaveLength(9);
    expect(ark?.choices[0]?.models[1]?.label).toBe('doubao-seed-2.0-code (doubao-code)');
    const modelscope = presets().find(({ id }) => id === 'modelscope');
    expect(modelscope?.choices[0]?.models).toHaveLength(4);
    expect(modelscope?.choices[0]?.about).toMatch(/free up to a daily quota · 500 requests a day/);
  });

  test('of a server of one’s own nothing is known, and it may want no key', () => {
    expect(presets().find(({ id }) => id === 'local')?.choices).toMatchObject([
      { id: null, models: [], withoutKey: 'No key, or the one that is set already' },
    ]);
  });

  test('a key that is there under the name of this version need not be given', () => {
    const places = [makePlace('service'), makePlace('state-dotenv', { names: ['QWEN_API_KEY'] })];
    const needs = (version: string) =>
      presets({ places, version }).find(({ id }) => id === 'qwen')?.choices[0]?.withoutKey;
    expect(needs('2026.9.6')).toBe('Use the key that is set already (QWEN_API_KEY)');
    expect(needs('2026.3.13')).toBeNull();
    expect(presets({ places, version: null }).find(({ id }) => id === 'qwen')?.choices[0]?.withoutKey).toBeNull();
  });

  test.each(locales)('has its words in %s', (locale) => {
    const snapshot = configured(settings, withKey);
    const setup = deriveModelsView(makePicture({ snapshot }), { locale })?.setup;
    expect(Object.values(setup?.words ?? {}).every((word) => word !== '')).toBe(true);
    expect(setup?.presets.map(({ label }) => label).join()).not.toContain('undefined');
  });
});
