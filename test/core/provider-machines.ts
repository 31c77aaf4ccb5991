import type { LogMarkKind } from '../../app/core/model/log.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import { SecretMark } from '../../app/core/model/setting.ts';
import { configured, makePlace } from './configured-machines.ts';
import type { Setup } from './configured-machines.ts';
import type { Machine } from './make-machine.ts';
import { at, minutes } from './make-moment.ts';
import { makeMark } from './make-running.ts';
import { codingUrl, dingTalk, payUrl } from './settings-machines.ts';
import { logOf } from './told-machines.ts';

/** Machines whose providers, connectors or agents are set up in vain: those of the guides that people follow. */

export const key = new SecretMark('1f76aaaa', 'ordinary');
export const otherKey = new SecretMark('2e58bbbb', 'ordinary');

/** Several providers with models, and the default model of the agents. */
export function withProviders(providers: Settings, primary: string, more: Settings = {}): Settings {
  return { models: { mode: 'merge', providers }, agents: { defaults: { model: { primary } } }, ...more };
}

export function makeEntry(baseUrl: string, ids: readonly string[], more: Settings = {}): Settings {
  return { baseUrl, apiKey: key, api: 'openai-completions', models: ids.map((id) => ({ id, name: id })), ...more };
}

/** The lines of OpenClaw 2026.3.13 and 2026.9.6 for a request that a provider refused. */
export const runEnd = (ref: string, error: string): string => {
  const [provider = '', ...model] = ref.split('/');
  return `[agent/embedded] embedded run agent end: runId=chatcmpl_1 isError=true model=${model.join('/')} provider=${provider} error=${error}`;
};
export const failover = (ref: string, reason: string, rest = ''): string =>
  `[agent/embedded] embedded run failover decision: runId=chatcmpl_1 stage=assistant decision=surface_error reason=${reason} attempt=1 retry=0 rotations=0 from=${ref} profile=-${rest}`;

export const saying = (kind: LogMarkKind, line: string, ago = 5 * minutes): Setup => ({
  log: logOf([makeMark(kind, at - ago, line)]),
});

const arkModels = ['ark-code-latest', 'doubao-seed-2.0-code', 'glm-4.7'];
export const notFound = '404 The model or endpoint glm-4.7 does not exist or you do not have access to it.';
const notInPlan = '404 The glm-4-7-251222 model does not support the coding plan feature.';

export const billedPlan: Machine = {
  name: 'the models of a plan at the address that bills each request',
  snapshot: configured(withProviders({ ark: makeEntry(payUrl, arkModels) }, 'ark/ark-code-latest')),
};
export const shortAddress: Machine = {
  name: 'an address without its end',
  snapshot: configured(
    withProviders({ ms: makeEntry('https://api-inference.modelscope.cn', ['ZhipuAI/GLM-5']) }, 'ms/ZhipuAI/GLM-5'),
  ),
};
export const longAddress: Machine = {
  name: 'an address with what OpenClaw adds to it',
  snapshot: configured(withProviders({ own: makeEntry('http://127.0.0.1:8317/v1/chat/completions', ['m']) }, 'own/m')),
};
export const openAddress: Machine = {
  name: 'the beginning of two addresses, of which none has the model',
  snapshot: configured(
    withProviders({ ark: makeEntry('https://ark.cn-beijing.volces.com/api', ['doubao-x']) }, 'ark/doubao-x'),
  ),
};
export const responsesApi: Machine = {
  name: 'openai-responses at a plan',
  snapshot: configured(
    withProviders({ ark: makeEntry(codingUrl, arkModels, { api: 'openai-responses' }) }, 'ark/glm-4.7'),
  ),
};
export const datedModel: Machine = {
  name: 'an id with a date at a plan',
  snapshot: configured(
    {
      models: { providers: { ark: makeEntry(codingUrl, ['glm-4-7-251222', 'ark-code-latest']) } },
      agents: {
        defaults: {
          model: { primary: 'ark/glm-4-7-251222', fallbacks: ['ark/ark-code-latest'] },
          models: { 'ark/glm-4-7-251222': { alias: 'glm' } },
        },
      },
    },
    saying('provider-404', runEnd('ark/glm-4-7-251222', notInPlan)),
  ),
};
export const otherPlanModel: Machine = {
  name: 'a model of the Standard address at the Coding Plan of Qwen',
  snapshot: configured(
    withProviders(
      { qwen: makeEntry('https://coding.dashscope.aliyuncs.com/v1', ['qwen3.5-plus', 'qwen3.7-max']) },
      'qwen/qwen3.7-max',
    ),
    { version: '2026.9.6' },
  ),
};
export const bareReference: Machine = {
  name: 'an id with a slash, without its provider',
  snapshot: configured(
    withProviders(
      { modelscope: makeEntry('https://api-inference.modelscope.cn/v1/', ['ZhipuAI/GLM-5', 'MiniMax/MiniMax-M2.5']) },
      'ZhipuAI/GLM-5',
    ),
  ),
};
export const newerGuide: Machine = {
  name: 'the name of a later version',
  snapshot: configured({ agents: { defaults: { model: 'qwen/qwen3.5-plus' } } }),
};
export const ownedReference: Machine = {
  name: 'an entry under the old name beside the new one',
  snapshot: configured(
    withProviders(
      {
        modelstudio: makeEntry('https://coding.dashscope.aliyuncs.com/v1', ['qwen3.5-plus']),
        qwen: makeEntry('https://dashscope.aliyuncs.com/compatible-mode/v1', ['qwen3.5-plus'], { apiKey: otherKey }),
      },
      'modelstudio/qwen3.5-plus',
    ),
    { version: '2026.9.6' },
  ),
};
export const refusedKey: Machine = {
  name: 'a key that the provider refused',
  snapshot: configured(
    withProviders({ ark: makeEntry(codingUrl, arkModels, { apiKey: '${ARK_API_KEY}' }) }, 'ark/glm-4.7'),
    {
      ...saying(
        'provider-401',
        runEnd('ark/glm-4.7', '401 The API key format is incorrect. Request id: sha256:a2a4014576bc'),
      ),
      places: [makePlace('state-dotenv', { names: ['ARK_API_KEY'] })],
    },
  ),
};
const noKeyFound =
  '[agent/embedded] No API key found for provider "ark". Auth store: /Users/alice/.openclaw/agents/main/agent/auth-profiles.json';
export const noKey: Machine = {
  name: 'an entry without a key, and the gateway found none',
  snapshot: configured(
    withProviders({ ark: { baseUrl: codingUrl, api: 'openai-completions', models: [] } }, 'ark/glm-4.7'),
    saying('no-api-key', noKeyFound),
  ),
};
export const keyWithNoKeyFound: Machine = {
  name: 'an entry with a key, and the line about none is of a login',
  snapshot: configured(
    withProviders({ ark: makeEntry(codingUrl, arkModels) }, 'ark/glm-4.7'),
    saying('no-api-key', noKeyFound),
  ),
};
export const sharedKey: Machine = {
  name: 'one key for China and for the world',
  snapshot: configured(
    withProviders(
      {
        cn: makeEntry('https://coding.dashscope.aliyuncs.com/v1', ['qwen3.5-plus']),
        intl: makeEntry('https://coding-intl.dashscope.aliyuncs.com/v1', ['qwen3.5-plus']),
      },
      'cn/qwen3.5-plus',
    ),
  ),
};
export const unexposedModel: Machine = {
  name: 'a model that a server on this computer does not have',
  snapshot: configured(
    withProviders(
      { 'custom-127-0-0-1-8317': makeEntry('http://127.0.0.1:8317/v1', ['claude-opus-4-6']) },
      'custom-127-0-0-1-8317/claude-opus-4-6',
    ),
    saying(
      'provider-404',
      failover('custom-127-0-0-1-8317/claude-opus-4-6', 'model_not_found', ' rawError=404 no such model'),
    ),
  ),
};

const connector = (change: Settings): Settings => ({
  channels: { 'dingtalk-connector': { enabled: true, clientId: 'ding', clientSecret: otherKey, ...change } },
});
export const otherPort: Machine = {
  name: 'the connector at another port',
  snapshot: configured(connector({ gatewayToken: '${T}', gatewayUrl: 'http://127.0.0.1:18790' })),
};
export const otherToken: Machine = {
  name: 'the connector with another token',
  snapshot: configured({
    ...connector({ gatewayToken: otherKey, gatewayUrl: 'http://127.0.0.1:18789' }),
    gateway: { mode: 'local', auth: { mode: 'token', token: key } },
  }),
};
const installed = (version: string): Settings => ({
  plugins: { installs: { 'dingtalk-connector': { source: 'npm', version } } },
});
export const leftOverSettings: Machine = {
  name: 'a new connector with the settings of before',
  snapshot: configured({ ...dingTalk(), ...installed('0.8.14') }, { version: '2026.9.6' }),
};
export const tooNewConnector: Machine = {
  name: 'a connector for later versions',
  snapshot: configured({ ...connector({}), ...installed('0.8.14') }),
};
export const bareConnector: Machine = {
  name: 'a connector that nobody told who it is',
  snapshot: configured(connector({ clientId: '', clientSecret: new SecretMark('1f760000', 'empty') })),
};
export const unboundAgent: Machine = {
  name: 'two agents and no bindings',
  snapshot: configured({
    agents: { list: [{ id: 'chat', default: true }, { id: 'coding' }] },
    channels: { discord: { enabled: true } },
  }),
};
export const planReference: Machine = {
  name: 'a model of the plan with the provider that bills each request',
  snapshot: configured({ agents: { defaults: { model: 'volcengine/ark-code-latest' } } }),
};

const scopeModels = ['Qwen/Qwen3.5-397B-A17B', 'ZhipuAI/GLM-5', 'MiniMax/MiniMax-M2.5', 'moonshotai/Kimi-K2.5'];
export const scopeUrl = 'https://api-inference.modelscope.cn/v1/';
const scopeRef = 'modelscope/Qwen/Qwen3.5-397B-A17B';
export const noTurns: Machine = {
  name: 'four models with a free quota each, and no fallbacks',
  snapshot: configured(withProviders({ modelscope: makeEntry(scopeUrl, scopeModels) }, scopeRef)),
};
export const usedUpToday: Machine = {
  name: 'the quota of a day is used up, and others stand in',
  snapshot: configured(
    {
      models: { providers: { modelscope: makeEntry(scopeUrl, scopeModels) } },
      agents: { defaults: { model: { primary: scopeRef, fallbacks: ['modelscope/ZhipuAI/GLM-5'] } } },
    },
    saying(
      'provider-429',
      runEnd(
        scopeRef,
        "⚠️ x rawError=429 You have exceeded today's quota for model Qwen/Qwen3.5-397B-A17B, please try again tomorrow",
      ),
    ),
  ),
};
export const usedUpPlan: Machine = {
  name: 'the quota of a plan is used up',
  snapshot: configured(withProviders({ ark: makeEntry(codingUrl, arkModels) }, 'ark/glm-4.7'), {
    ...saying(
      'provider-429',
      runEnd(
        'ark/glm-4.7',
        '⚠️ x rawError=429 You have exceeded the 5-hour usage quota. It will reset at 2026-09-20 20:00:00 +0800 CST.',
      ),
    ),
    version: '2026.9.6',
  }),
};
export const scanned: Machine = {
  name: 'a search for models that wants a key of OpenRouter',
  snapshot: configured(
    {},
    saying('models-scan', 'Error: Missing OpenRouter API key. Set OPENROUTER_API_KEY to run models scan.'),
  ),
};
const tooLong = '400 Total tokens of image and text exceed max message tokens. Request id: sha256:a2a4014576bc';
export const tooLongConversation: Machine = {
  name: 'a conversation that is too long for what the model really has',
  snapshot: configured(
    withProviders(
      { ark: { ...makeEntry(codingUrl, []), models: [{ id: 'deepseek-v3.2', name: 'd', contextWindow: 200_000 }] } },
      'ark/deepseek-v3.2',
    ),
    saying('context-overflow', runEnd('ark/deepseek-v3.2', tooLong)),
  ),
};

export const askingNobody: Machine = {
  name: 'no token on this computer, and the endpoint is on',
  snapshot: configured({
    gateway: {
      mode: 'local',
      auth: { mode: 'none' },
      http: { endpoints: { chatCompletions: { enabled: true } } },
    },
  }),
};
export const keyAsName: Machine = {
  name: 'a key as the name of a model',
  snapshot: configured({ models: { providers: { ark: { models: [{ id: 'glm-4.7', name: key }] } } } }),
};
export const ownVariable: Machine = {
  name: 'the variable of a provider that needs no setting, in a shell only',
  snapshot: configured(
    { agents: { defaults: { model: 'modelstudio/qwen3.5-plus' } } },
    { places: [makePlace('service'), makePlace('shell', { names: ['MODELSTUDIO_API_KEY'] })] },
  ),
};
