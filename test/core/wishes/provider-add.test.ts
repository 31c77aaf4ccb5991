import { describe, expect, test } from 'vitest';
import type { ProviderRequest } from '../../../app/core/model/provider-request.ts';
import { unknown } from '../../../app/core/model/reading.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import { groupAt, settingAt } from '../../../app/core/settings/read.ts';
import { listIds } from '../../../app/core/wishes/model-edits.ts';
import { withKeyThere } from '../../../app/core/wishes/provider-add.ts';
import { agentsOf, authProfiles, configured, makePlace } from '../configured-machines.ts';
import { at } from '../make-moment.ts';
import { planned, planOn, type Version, versions, wishFor } from './model-plans.ts';

const nine = [
  'ark-code-latest',
  'doubao-seed-2.0-code',
  'doubao-seed-2.0-pro',
  'doubao-seed-2.0-lite',
  'doubao-seed-code',
  'minimax-m2.5',
  'glm-4.7',
  'deepseek-v3.2',
  'kimi-k2.5',
];

interface Setup {
  readonly name: string;
  readonly request: Partial<ProviderRequest>;
  readonly offered?: readonly string[];
  /** By version: the name of the entry, and of the variable. */
  readonly entry: Readonly<Record<Version, readonly [provider: string, variable: string]>>;
  readonly baseUrl: string;
  readonly models: readonly string[] | number;
  readonly primary: string;
  readonly fallbacks?: readonly string[];
  readonly aliases?: Readonly<Record<string, string>>;
}

const inBoth = (provider: string, variable: string): Setup['entry'] => ({
  '2026.3.13': [provider, variable],
  '2026.9.6': [provider, variable],
});
const qwen: Setup['entry'] = {
  '2026.3.13': ['modelstudio', 'MODELSTUDIO_API_KEY'],
  '2026.9.6': ['qwen', 'QWEN_API_KEY'],
};

const setups: readonly Setup[] = [
  {
    name: 'the Ark Coding Plan with its nine models',
    request: {},
    entry: inBoth('volcengine-plan', 'VOLCANO_ENGINE_API_KEY'),
    baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3',
    models: nine,
    primary: 'ark-code-latest',
    aliases: { ark: 'ark-code-latest', kimi: 'kimi-k2.5', glm: 'glm-4.7' },
  },
  {
    name: 'Qwen, Coding Plan in China',
    request: { preset: 'qwen', plan: 'coding', region: 'china' },
    entry: qwen,
    baseUrl: 'https://coding.dashscope.aliyuncs.com/v1',
    models: 8,
    primary: 'qwen3.5-plus',
  },
  {
    name: 'Qwen, Coding Plan elsewhere',
    request: { preset: 'qwen', plan: 'coding', region: 'global' },
    entry: qwen,
    baseUrl: 'https://coding-intl.dashscope.aliyuncs.com/v1',
    models: 8,
    primary: 'qwen3.5-plus',
  },
  {
    name: 'Qwen, Standard in China',
    request: { preset: 'qwen', plan: 'standard', region: 'china' },
    entry: qwen,
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    models: 14,
    primary: 'qwen3.5-plus',
  },
  {
    name: 'Qwen, Standard elsewhere',
    request: { preset: 'qwen', plan: 'standard', region: 'global' },
    entry: qwen,
    baseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
    models: 14,
    primary: 'qwen3.5-plus',
  },
  {
    name: 'ModelScope with a chain of four',
    request: { preset: 'modelscope' },
    entry: inBoth('modelscope', 'MODELSCOPE_API_KEY'),
    baseUrl: 'https://api-inference.modelscope.cn/v1',
    models: ['Qwen/Qwen3.5-397B-A17B', 'ZhipuAI/GLM-5', 'MiniMax/MiniMax-M2.5', 'moonshotai/Kimi-K2.5'],
    primary: 'Qwen/Qwen3.5-397B-A17B',
    fallbacks: ['ZhipuAI/GLM-5', 'MiniMax/MiniMax-M2.5', 'moonshotai/Kimi-K2.5'],
    aliases: {
      'qwen3.5': 'Qwen/Qwen3.5-397B-A17B',
      glm5: 'ZhipuAI/GLM-5',
      minimax: 'MiniMax/MiniMax-M2.5',
      kimi: 'moonshotai/Kimi-K2.5',
    },
  },
  {
    name: 'a server of one’s own',
    request: { preset: 'local', address: 'http://127.0.0.1:8317/v1/' },
    offered: ['claude-opus-4-6'],
    entry: inBoth('custom-127-0-0-1-8317', 'CUSTOM_8317_API_KEY'),
    baseUrl: 'http://127.0.0.1:8317/v1',
    models: ['claude-opus-4-6'],
    primary: 'claude-opus-4-6',
  },
];

const both = versions.flatMap((version) => setups.map((setup) => ({ version, ...setup })));

function modelOf(settings: Settings) {
  return groupAt(settings, ['agents', 'defaults', 'model']);
}

describe('from a fresh configuration', () => {
  test.each(both)('$name on $version', ({ version, request, offered = null, ...setup }) => {
    const [provider, variable] = setup.entry[version];
    const { after, plan, questions, steps } = planned(wishFor(request, version, offered), version, {});
    expect(steps.slice(0, 4)).toEqual(['keep-copy', 'set-env-line', 'edit-config', 'run-openclaw']);
    expect(questions).toEqual([]);
    expect(plan.steps[1]).toEqual({
      kind: 'set-env-line',
      path: '/Users/alice/.openclaw/.env',
      name: variable,
      from: { kind: 'typed', ticket: 't-1' },
    });
    expect(Object.keys(groupAt(after, ['models', 'providers']))).toEqual([provider]);
    const entry = groupAt(after, ['models', 'providers', provider]);
    expect(entry).toMatchObject({ baseUrl: setup.baseUrl, apiKey: `\${${variable}}`, api: 'openai-completions' });
    const ids = listIds(entry);
    expect(typeof setup.models === 'number' ? ids.length : ids).toEqual(setup.models);
    expect(modelOf(after)['primary']).toBe(`${provider}/${setup.primary}`);
    expect(modelOf(after)['fallbacks']).toEqual(setup.fallbacks?.map((id) => `${provider}/${id}`));
    const names = groupAt(after, ['agents', 'defaults', 'models']);
    for (const [alias, id] of Object.entries(setup.aliases ?? {}))
      expect(names[`${provider}/${id}`]).toEqual({ alias });
    // What is already so is not planned again.
    const again = planOn(withKeyThere(wishFor(request, version, offered)), configured(after, { version }));
    expect(again).toMatchObject({ kind: 'refusal', reason: 'already-so' });
  });

  test('names with aliases are no list of what may be chosen, where the version can tell the two apart', () => {
    const wish = wishFor({ preset: 'modelscope' }, '2026.9.6');
    const { after } = planned(wish, '2026.9.6', {});
    expect(settingAt(after, ['agents', 'defaults', 'modelPolicy'])).toEqual({});
  });

  test('the gateway is restarted for the key, and only if it runs', () => {
    const { plan, steps } = planned(wishFor({}, '2026.9.6'), '2026.9.6', {});
    expect(steps).toContain('restart-loaded-service');
    expect(plan.reach).toBe('interrupts');
    const withoutKey = planned(withKeyThere(wishFor({}, '2026.9.6')) as never, '2026.9.6', {});
    expect(withoutKey.steps).toEqual(['keep-copy', 'edit-config', 'run-openclaw']);
    expect(withoutKey.plan.reach).toBe('safe');
  });
});

const old: Settings = {
  models: {
    mode: 'merge',
    providers: {
      mine: { baseUrl: 'http://127.0.0.1:1/v1', models: [{ id: 'm', name: 'M' }] },
    },
  },
  agents: { defaults: { model: { primary: 'mine/m', fallbacks: ['mine/m'] }, workspace: '/w' } },
};

describe('what is there stays', () => {
  test.each(versions)('another provider, the default and all else, unless the default is asked for (%s)', (version) => {
    const wish = wishFor({ isDefault: false, preset: 'qwen', plan: 'coding', region: 'china' }, version);
    const { after, questions } = planned(wish, version, old);
    expect(questions).toEqual([]);
    expect(settingAt(after, ['models', 'providers', 'mine'])).toEqual(settingAt(old, ['models', 'providers', 'mine']));
    expect(settingAt(after, ['agents'])).toEqual(settingAt(old, ['agents']));
  });

  test.each(versions)('former stand-ins, behind the chain (%s)', (version) => {
    const { after } = planned(wishFor({ preset: 'modelscope' }, version), version, old);
    expect(modelOf(after)).toEqual({
      primary: 'modelscope/Qwen/Qwen3.5-397B-A17B',
      fallbacks: [
        'modelscope/ZhipuAI/GLM-5',
        'modelscope/MiniMax/MiniMax-M2.5',
        'modelscope/moonshotai/Kimi-K2.5',
        'mine/m',
      ],
    });
  });

  test.each(versions)(
    'models and other settings of an entry of the same name; new ones come behind (%s)',
    (version) => {
      const entry = {
        baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3/',
        apiKey: '${VOLCANO_ENGINE_API_KEY}',
        api: 'openai-completions',
        headers: { 'x-mine': 'yes' },
        models: [{ id: 'glm-4.7', name: 'Mine', contextWindow: 1000 }],
      };
      const settings: Settings = { models: { providers: { 'volcengine-plan': entry } } };
      const { after } = planned(wishFor({ isDefault: false }, version), version, settings);
      const now = groupAt(after, ['models', 'providers', 'volcengine-plan']);
      expect(now).toMatchObject({ baseUrl: entry.baseUrl, headers: entry.headers });
      expect(listIds(now)).toEqual(['glm-4.7', ...nine.filter((id) => id !== 'glm-4.7')]);
      expect(settingAt(now, ['models', 0])).toEqual(entry.models[0]);
    },
  );

  test.each(versions)('the name under which this very address is set up already (%s)', (version) => {
    const settings: Settings = {
      models: {
        providers: { volcengine: { baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3', models: [] } },
      },
    };
    const { after } = planned(wishFor({}, version), version, settings);
    expect(Object.keys(groupAt(after, ['models', 'providers']))).toEqual(['volcengine']);
    expect(modelOf(after)['primary']).toBe('volcengine/ark-code-latest');
  });

  test.each(versions)('an alias that means another model (%s)', (version) => {
    const settings: Settings = { agents: { defaults: { models: { 'moonshot/k': { alias: 'Kimi' } } } } };
    const { after } = planned(wishFor({}, version), version, settings);
    const names = groupAt(after, ['agents', 'defaults', 'models']);
    expect(names['moonshot/k']).toEqual({ alias: 'Kimi' });
    expect(names['volcengine-plan/kimi-k2.5']).toEqual({});
    expect(names['volcengine-plan/glm-4.7']).toEqual({ alias: 'glm' });
  });
});

const questionsOf = (...args: Parameters<typeof planned>) => planned(...args).plan.questions;

describe('it is asked before', () => {
  test.each(versions)('an address is replaced (%s)', (version) => {
    const name = version === '2026.3.13' ? 'modelstudio' : 'qwen';
    const from = 'https://coding-intl.dashscope.aliyuncs.com/v1';
    const settings: Settings = { models: { providers: { [name]: { baseUrl: from, models: [] } } } };
    const wish = wishFor({ preset: 'qwen', plan: 'standard', region: 'global' }, version);
    const to = 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1';
    expect(questionsOf(wish, version, settings)).toEqual([{ code: 'replace-address', provider: name, from, to }]);
  });

  test('aliases begin a list that hides what it does not name (2026.3.13)', () => {
    const { plan, after } = planned(wishFor({ isDefault: false }, '2026.3.13'), '2026.3.13', old);
    expect(plan.questions).toEqual([{ code: 'begin-list', models: ['mine/m'] }]);
    expect(groupAt(after, ['agents', 'defaults', 'models'])['mine/m']).toEqual({});
  });

  test('the variable comes from a stronger place, or an agent has a key of its own', () => {
    const places = [
      makePlace('service', { path: '/a.plist', names: ['VOLCANO_ENGINE_API_KEY'] }),
      makePlace('state-dotenv'),
    ];
    const agents = agentsOf({ id: 'main', auth: authProfiles('main', { provider: 'volcengine' }) });
    expect(questionsOf(wishFor({}, '2026.3.13'), '2026.3.13', {}, { places, agents })).toEqual([
      { code: 'stronger-variable', name: 'VOLCANO_ENGINE_API_KEY', place: '/a.plist' },
      { code: 'stronger-profile', provider: 'volcengine-plan', profiles: ['volcengine:default'] },
    ]);
  });

  test('2026.3.13 takes the key from the variable that it knows itself', () => {
    const places = [makePlace('state-dotenv', { names: ['MODELSTUDIO_API_KEY'] })];
    const request = { preset: 'qwen', plan: 'coding', region: 'china' } as const;
    const named = { ...request, key: { kind: 'typed', ticket: 't-1', name: 'QWEN_CN_API_KEY' } } as const;
    const ask = (wished: typeof request | typeof named, version: Version) =>
      questionsOf(wishFor(wished, version), version, {}, { places });
    expect(ask(named, '2026.3.13')).toEqual([
      { code: 'stronger-name', name: 'MODELSTUDIO_API_KEY', own: 'QWEN_CN_API_KEY', provider: 'modelstudio' },
    ]);
    expect(ask(request, '2026.3.13')).toEqual([]);
    expect(ask(named, '2026.9.6')).toEqual([]);
  });
});

test('a list of models that may be chosen gets the new ones', () => {
  const settings: Settings = { agents: { defaults: { modelPolicy: { allow: ['mine/*'] } } } };
  const wish = wishFor({ preset: 'local', address: 'http://127.0.0.1:8317/v1' }, '2026.9.6', ['m']);
  const { after } = planned(wish, '2026.9.6', settings);
  expect(settingAt(after, ['agents', 'defaults', 'modelPolicy', 'allow'])).toEqual([
    'mine/*',
    'custom-127-0-0-1-8317/m',
  ]);
});

test('a file of keys that others can read is closed before a key comes into it', () => {
  const places = [makePlace('state-dotenv', { fileMode: 0o644 })];
  const { plan } = planned(wishFor({}, '2026.9.6'), '2026.9.6', {}, { places });
  expect(plan.steps[1]).toEqual({ kind: 'set-file-mode', path: '/Users/alice/.openclaw/.env', mode: 0o600 });
});

describe('nothing is guessed', () => {
  test('without the version', () => {
    expect(planOn(wishFor({}, '2026.9.6'), configured({}, { version: null }))).toMatchObject({
      kind: 'refusal',
      reason: 'cannot-tell',
      args: { probe: 'install' },
    });
  });

  test('without the configuration', () => {
    const config = unknown('not-permitted', 'openclaw.json', at);
    expect(planOn(wishFor({}, '2026.9.6'), configured({}, { version: '2026.9.6', config }))).toMatchObject({
      kind: 'refusal',
      reason: 'cannot-tell',
      args: { probe: 'config' },
    });
  });
});

test('no key is in a plan', () => {
  const told = JSON.stringify(planned(wishFor({}, '2026.9.6'), '2026.9.6', {}).plan);
  expect(told).not.toMatch(/sk-/);
  expect(told).toContain('${VOLCANO_ENGINE_API_KEY}');
});
