import { expect, test } from 'vitest';
import { findingCodes } from '../../app/core/model/finding.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { configured, configuredLinux, makePlace } from './configured-machines.ts';
import { makeMemory } from './make-machine.ts';
import { key, makeEntry, otherKey } from './provider-machines.ts';
import { findWith } from './rules/check-rule.ts';

/** The configurations of the guides that people follow, letter by letter but for keys: what is said of each. */

/** The made machine answers as 2026.9.6, whatever is installed on it. */
const asked = findingCodes.filter((code) => code !== 'version-skew');
const ids = (snapshot: Snapshot) => asked.flatMap((code) => findWith(code, snapshot, makeMemory())).map(({ id }) => id);

const arkIds = [
  'ark-code-latest',
  'doubao-seed-2.0-code',
  'doubao-seed-code',
  'glm-4.7',
  'deepseek-v3.2',
  'kimi-k2.5',
] as const;
const named = (provider: string, models: readonly string[]): Settings =>
  Object.fromEntries(models.map((id) => [`${provider}/${id}`, {}]));
const ark = (baseUrl: string): Settings => ({
  models: { providers: { volcengine: makeEntry(baseUrl, arkIds) } },
  agents: { defaults: { model: { primary: 'volcengine/ark-code-latest' }, models: named('volcengine', arkIds) } },
});

test.each(['2026.3.13', '2026.9.6'])('Volcengine’s guide is right as it stands, with OpenClaw %s', (version) => {
  expect(ids(configured(ark('https://ark.cn-beijing.volces.com/api/coding/v3'), { version }))).toEqual([]);
  expect(ids(configured(ark('https://ark.cn-beijing.volces.com/api/v3'), { version }))).toEqual([
    'provider-wrong:plan-address/volcengine',
  ]);
});

test('Qwen’s guide is right with 2026.9.6, and names a provider that 2026.3.13 has under another name', () => {
  const settings: Settings = { agents: { defaults: { model: { primary: 'qwen/qwen3.5-plus' } } } };
  const places = [makePlace('state-dotenv', { names: ['QWEN_API_KEY'] })];
  expect(ids(configured(settings, { version: '2026.9.6', places }))).toEqual([]);
  expect(ids(configured(settings, { places }))).toEqual(['provider-wrong:other-name/qwen/qwen/qwen3.5-plus']);
});

test('the guide for DingTalk asks for no token and leaves an agent nothing to do', () => {
  const settings: Settings = {
    models: { mode: 'merge', providers: { openai: makeEntry('https://www.open1.example', ['gpt-5.4']) } },
    agents: { defaults: { model: { primary: 'openai/gpt-5.4' }, models: { 'openai/gpt-5.4': {} } } },
    channels: {
      'dingtalk-connector': {
        enabled: true,
        clientId: 'ding',
        clientSecret: otherKey,
        gatewayToken: key,
        gatewayUrl: 'http://127.0.0.1:18789',
        sessionTimeout: 1_800_000,
      },
    },
    plugins: {
      entries: { 'dingtalk-connector': { enabled: true } },
      installs: { 'dingtalk-connector': { source: 'path', version: '0.6.0' } },
    },
    tools: { profile: 'minimal' },
    gateway: {
      port: 18789,
      mode: 'local',
      bind: 'loopback',
      auth: { mode: 'none' },
      http: { endpoints: { chatCompletions: { enabled: true } } },
    },
  };
  expect(ids(configuredLinux(settings, { authMode: 'none' }))).toEqual([
    'bind-exposed:gateway.bind',
    'tools-whitelist:tools.profile',
  ]);
});

test('the guide for ModelScope promises turns that its models do not take', () => {
  const models = ['Qwen/Qwen3.5-397B-A17B', 'ZhipuAI/GLM-5', 'MiniMax/MiniMax-M2.5', 'moonshotai/Kimi-K2.5'];
  const settings: Settings = {
    models: { providers: { modelscope: makeEntry('https://api-inference.modelscope.cn/v1/', models) } },
    agents: {
      defaults: { model: { primary: `modelscope/${models[0]}` }, models: named('modelscope', models) },
    },
  };
  expect(ids(configured(settings))).toEqual(['rate-cooldown:unprepared/modelscope']);
});

test('what the support thread ends with is right', () => {
  const id = 'custom-127-0-0-1-8317';
  const settings: Settings = {
    models: {
      mode: 'merge',
      providers: {
        [id]: makeEntry('http://127.0.0.1:8317/v1', ['claude-opus-4-6'], { apiKey: '${CUSTOM_8317_API_KEY}' }),
      },
    },
    agents: {
      defaults: { model: { primary: `${id}/claude-opus-4-6` } },
      list: [
        { id: 'chat', default: true },
        { id: 'coding', tools: { profile: 'coding' } },
      ],
    },
    tools: { profile: 'messaging' },
    channels: { discord: { enabled: true } },
    bindings: [
      { agentId: 'coding', match: { channel: 'discord', peer: { kind: 'channel', id: '1' } } },
      { agentId: 'chat', match: { channel: 'discord', peer: { kind: 'channel', id: '2' } } },
    ],
  };
  const places = [makePlace('state-dotenv', { names: ['CUSTOM_8317_API_KEY'] })];
  expect(ids(configured(settings, { places }))).toEqual([]);
});
