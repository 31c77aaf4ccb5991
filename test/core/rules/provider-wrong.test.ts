import { expect, test } from 'vitest';
import { SecretMark } from '../../../app/core/model/setting.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import { configured } from '../configured-machines.ts';
import type { Setup } from '../configured-machines.ts';
import { makeMemory } from '../make-machine.ts';
import { at, hours } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import {
  bareReference,
  billedPlan,
  datedModel,
  failover,
  leftOverSettings,
  longAddress,
  makeEntry,
  newerGuide,
  notFound,
  openAddress,
  keyWithNoKeyFound,
  noKey,
  otherKey,
  otherPlanModel,
  otherPort,
  otherToken,
  ownedReference,
  planReference,
  refusedKey,
  responsesApi,
  runEnd,
  saying,
  sharedKey,
  shortAddress,
  bareConnector,
  tooNewConnector,
  unboundAgent,
  unexposedModel,
  withProviders,
} from '../provider-machines.ts';
import { codingUrl, dingTalk, payUrl } from '../settings-machines.ts';
import { logOf } from '../told-machines.ts';
import { checkRule, findWith } from './check-rule.ts';

const one = (entry: Settings, primary = 'ark/m', setup: Setup = {}, more: Settings = {}) =>
  configured(withProviders({ ark: entry }, primary, more), setup);
const dated = ['doubao-seed-2-0-pro-260215'];
const qwenCoding = 'https://coding.dashscope.aliyuncs.com/v1';
const none = { found: null, wanted: null, words: null };
const installed = (version: string): Settings => ({
  plugins: { installs: { 'dingtalk-connector': { version } } },
  channels: { 'dingtalk-connector': { clientId: 'ding', clientSecret: otherKey } },
});
const agents = (...list: readonly Settings[]): Settings => ({
  agents: { list },
  channels: { discord: { enabled: true } },
});
const two = [{ id: 'chat', default: true }, { id: 'coding' }] as const;

checkRule('provider-wrong', {
  silent: [
    { name: 'the plan at its address', snapshot: one(makeEntry(codingUrl, ['glm-4.7', 'ark-code-latest'])) },
    { name: 'ids of a former list at the plan', snapshot: one(makeEntry(codingUrl, ['kimi-k2-thinking'])) },
    { name: 'who pays for each request, and wants to', snapshot: one(makeEntry(payUrl, dated), `ark/${dated[0]}`) },
    {
      name: 'the interface that bills each request talks other ways, too',
      snapshot: one(makeEntry(payUrl, dated, { api: 'openai-responses' })),
    },
    {
      name: 'a proxy of one’s own with the same path and the same models',
      snapshot: one(
        makeEntry('https://proxy.example/api/v3', ['ark-code-latest', 'glm-4-7-251222'], { api: 'openai-responses' }),
      ),
    },
    { name: 'a gateway on this computer without a path', snapshot: one(makeEntry('http://127.0.0.1:4000', ['m'])) },
    { name: 'an address out of a variable', snapshot: one(makeEntry('${ARK_URL}', ['ark-code-latest'])) },
    {
      name: 'a provider that is switched off',
      snapshot: one(makeEntry(payUrl, ['ark-code-latest'], { enabled: false })),
    },
    {
      name: 'another kind of interface at another path of the same host',
      snapshot: one(
        makeEntry('https://ark.cn-beijing.volces.com/api/coding', ['glm-4.7'], { api: 'anthropic-messages' }),
      ),
    },
    {
      name: 'no api in 2026.9.6',
      snapshot: one({ baseUrl: codingUrl, models: [{ id: 'glm-4.7' }] }, 'ark/glm-4.7', { version: '2026.9.6' }),
    },
    {
      name: 'each model with the right api',
      snapshot: one({ baseUrl: codingUrl, models: [{ id: 'glm-4.7', api: 'openai-completions' }] }),
    },
    {
      name: 'a model that the guide denies, and the plan has by now',
      snapshot: configured(withProviders({ qwen: makeEntry(qwenCoding, ['qwen3.6-plus']) }, 'qwen/qwen3.6-plus'), {
        version: '2026.9.6',
      }),
    },
    {
      name: 'what the provider said of former settings',
      snapshot: one(makeEntry(codingUrl, ['glm-4.7']), 'ark/glm-4.7', {
        log: logOf([makeMark('provider-404', at - 60 * hours, runEnd('ark/glm-4.7', notFound))]),
      }),
    },
    {
      name: 'what it said of a model that nobody uses any more',
      snapshot: one(
        makeEntry(codingUrl, ['glm-4.7']),
        'ark/glm-4.7',
        saying('provider-404', runEnd('ark/old', notFound)),
      ),
    },
    {
      name: 'a line that names no provider',
      snapshot: one(makeEntry(codingUrl, ['glm-4.7']), 'ark/glm-4.7', saying('provider-404', notFound)),
    },
    {
      name: 'one key for both interfaces of Ark',
      snapshot: configured(
        withProviders({ plan: makeEntry(codingUrl, ['glm-4.7']), pay: makeEntry(payUrl, dated) }, 'plan/glm-4.7'),
      ),
    },
    {
      name: 'two plans of Qwen with a key each',
      snapshot: configured(
        withProviders(
          {
            a: makeEntry(qwenCoding, ['glm-5'], { apiKey: '${QWEN_CN}' }),
            b: makeEntry('https://coding-intl.dashscope.aliyuncs.com/v1', ['glm-5'], { apiKey: '${QWEN_INTL}' }),
          },
          'a/glm-5',
        ),
      ),
    },
    { name: 'a reference with a slash that is whole', snapshot: one(makeEntry(codingUrl, []), 'ark/Qwen/x') },
    {
      name: 'qwen as a provider of one’s own in 2026.3',
      snapshot: configured(withProviders({ qwen: makeEntry(qwenCoding, ['qwen3.5-plus']) }, 'qwen/qwen3.5-plus')),
    },
    {
      name: 'a proxy of one’s own under an old name',
      snapshot: configured(
        withProviders(
          { modelstudio: makeEntry('https://proxy.example/v1', ['m']), qwen: makeEntry(qwenCoding, ['glm-5']) },
          'modelstudio/m',
        ),
        { version: '2026.9.6' },
      ),
    },
    {
      name: 'the connector with the gateway’s own variable',
      snapshot: configured(dingTalk()),
    },
    {
      name: 'a connector that calls another computer',
      snapshot: configured({
        channels: {
          'dingtalk-connector': {
            clientId: 'ding',
            clientSecret: otherKey,
            gatewayUrl: 'http://10.0.0.5:1234',
            gatewayToken: new SecretMark('2e58bbbb', 'ordinary'),
          },
        },
      }),
    },
    { name: 'a new connector in a new OpenClaw', snapshot: configured(installed('0.8.14'), { version: '2026.9.6' }) },
    {
      name: 'an old connector in an old OpenClaw',
      snapshot: configured({ ...dingTalk(), plugins: installed('0.6.0')['plugins'] ?? {} }),
    },
    {
      name: 'an empty answer of nobody knows whom, with two providers in use',
      snapshot: configured(
        {
          models: {
            providers: {
              own: makeEntry('https://www.open1.example/v1', ['gpt-5.4'], { api: 'openai-responses' }),
              ark: makeEntry(codingUrl, ['glm-4.7']),
            },
          },
          agents: { defaults: { model: { primary: 'own/gpt-5.4', fallbacks: ['ark/glm-4.7'] } } },
        },
        saying('empty-answer', '[dingtalk-connector] No reply from agent.'),
      ),
    },
    {
      name: 'a connector with accounts of their own',
      snapshot: configured({ channels: { 'dingtalk-connector': { accounts: { main: { clientId: 'ding' } } } } }),
    },
    {
      name: 'a connector without anything that is switched off',
      snapshot: configured({
        channels: { 'dingtalk-connector': { enabled: true } },
        plugins: { entries: { 'dingtalk-connector': { enabled: false } } },
      }),
    },
    keyWithNoKeyFound,
    { name: 'a connector whose version is not known', snapshot: configured({ ...installed('?'), ...dingTalk() }) },
    { name: 'agents with bindings', snapshot: configured({ ...agents(...two), bindings: [{ agentId: 'coding' }] }) },
    { name: 'agents without a channel', snapshot: configured({ agents: { list: [...two] } }) },
    {
      name: 'an agent that another one hands its work to',
      snapshot: configured(agents({ id: 'chat', subagents: { allowAgents: ['coding'] } }, { id: 'coding' })),
    },
    {
      name: 'an agent of a hook',
      snapshot: configured({ ...agents(...two), hooks: { mappings: [{ agentId: 'coding' }] } }),
    },
  ],
  loud: [
    {
      ...billedPlan,
      subject: 'plan-address/ark',
      severity: 'degraded',
      certainty: 'certain',
      args: { why: 'plan-address', provider: 'ark', found: payUrl, wanted: codingUrl, words: null },
      evidence: [`"baseUrl": "${payUrl}"`],
    },
    {
      name: 'the built-in plan with the other address',
      snapshot: configured(
        withProviders({ 'byteplus-plan': { baseUrl: 'https://ark.ap-southeast.bytepluses.com/api/v3/' } }, 'openai/x'),
      ),
      subject: 'plan-address/byteplus-plan',
      severity: 'notice',
      certainty: 'certain',
      args: {
        why: 'plan-address',
        provider: 'byteplus-plan',
        found: 'https://ark.ap-southeast.bytepluses.com/api/v3/',
        wanted: 'https://ark.ap-southeast.bytepluses.com/api/coding/v3',
        words: null,
      },
      evidence: [],
    },
    {
      name: 'a plan by its name only',
      snapshot: configured(
        withProviders({ 'ark-coding-plan': makeEntry(payUrl, dated) }, `ark-coding-plan/${dated[0]}`),
      ),
      subject: 'plan-address/ark-coding-plan',
      severity: 'degraded',
      certainty: 'likely',
      args: { why: 'plan-address', provider: 'ark-coding-plan', found: payUrl, wanted: codingUrl, words: null },
      evidence: [],
    },
    {
      ...shortAddress,
      subject: 'path/ms',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'path',
        provider: 'ms',
        found: 'https://api-inference.modelscope.cn',
        wanted: 'https://api-inference.modelscope.cn/v1',
        words: null,
      },
      evidence: [],
    },
    {
      ...longAddress,
      subject: 'path/own',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'path',
        provider: 'own',
        found: 'http://127.0.0.1:8317/v1/chat/completions',
        wanted: 'http://127.0.0.1:8317/v1',
        words: null,
      },
      evidence: [],
    },
    {
      ...openAddress,
      subject: 'path/ark',
      severity: 'degraded',
      certainty: 'certain',
      args: { ...none, why: 'path', provider: 'ark', found: 'https://ark.cn-beijing.volces.com/api' },
      evidence: [],
    },
    {
      name: 'nobody’s host, and its requests came to nothing',
      snapshot: configured(
        withProviders({ own: makeEntry('https://www.open1.example', ['gpt-5.4']) }, 'own/gpt-5.4'),
        saying('empty-answer', runEnd('own/gpt-5.4', 'ended with an incomplete terminal response')),
      ),
      subject: 'path/own',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        why: 'path',
        provider: 'own',
        found: 'https://www.open1.example',
        wanted: 'https://www.open1.example/v1',
        words: null,
      },
      evidence: [],
    },
    {
      ...responsesApi,
      subject: 'api/ark',
      severity: 'degraded',
      certainty: 'certain',
      args: { why: 'api', provider: 'ark', found: 'openai-responses', wanted: 'openai-completions', words: null },
      evidence: ['"api": "openai-responses"'],
    },
    {
      name: 'no api in 2026.3.13',
      snapshot: one({ baseUrl: codingUrl, models: [{ id: 'glm-4.7' }] }, 'ark/glm-4.7'),
      subject: 'api/ark',
      severity: 'degraded',
      certainty: 'certain',
      args: { why: 'api', provider: 'ark', found: null, wanted: 'openai-completions', words: null },
      evidence: ['api: not set'],
    },
    {
      name: 'openai-responses with somebody, and nothing comes back',
      snapshot: configured(
        withProviders(
          { own: makeEntry('https://www.open1.example/v1', ['gpt-5.4'], { api: 'openai-responses' }) },
          'own/gpt-5.4',
        ),
        saying('empty-answer', runEnd('own/gpt-5.4', 'ended with an incomplete terminal response')),
      ),
      subject: 'api/own',
      severity: 'degraded',
      certainty: 'likely',
      args: { why: 'api', provider: 'own', found: 'openai-responses', wanted: 'openai-completions', words: null },
      evidence: [],
    },
    {
      name: 'the same, and the connector does not say whose answer it was',
      snapshot: configured(
        withProviders(
          { own: makeEntry('https://www.open1.example/v1', ['gpt-5.4'], { api: 'openai-responses' }) },
          'own/gpt-5.4',
        ),
        saying('empty-answer', '[dingtalk-connector] No reply from agent.'),
      ),
      subject: 'api/own',
      severity: 'degraded',
      certainty: 'likely',
      args: { why: 'api', provider: 'own', found: 'openai-responses', wanted: 'openai-completions', words: null },
      evidence: [],
    },
    {
      ...datedModel,
      subject: 'model-id/ark/glm-4-7-251222',
      severity: 'degraded',
      certainty: 'certain',
      args: { why: 'model-id', provider: 'ark', found: 'glm-4-7-251222', wanted: 'glm-4.7', words: null },
      evidence: ['"glm-4-7-251222"'],
    },
    {
      name: 'dashes for dots, of the plan that OpenClaw knows by itself',
      snapshot: configured({ agents: { defaults: { model: 'volcengine-plan/doubao-seed-2-0-lite-260215' } } }),
      subject: 'model-id/volcengine-plan/doubao-seed-2-0-lite-260215',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        why: 'model-id',
        provider: 'volcengine-plan',
        found: 'doubao-seed-2-0-lite-260215',
        wanted: 'doubao-seed-2.0-lite',
        words: null,
      },
      evidence: [],
    },
    {
      ...otherPlanModel,
      subject: 'model-plan/qwen/qwen3.7-max',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        why: 'model-plan',
        provider: 'qwen',
        found: 'qwen3.7-max',
        wanted: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
        words: null,
      },
      evidence: [],
    },
    {
      name: 'films at a Coding Plan',
      snapshot: configured(
        {
          models: { providers: { qwen: makeEntry(qwenCoding, ['glm-5']) } },
          agents: { defaults: { model: 'qwen/glm-5', videoGenerationModel: { primary: 'qwen/wan2.6-t2v' } } },
        },
        { version: '2026.9.6' },
      ),
      subject: 'model-plan/qwen/wan2.6-t2v',
      severity: 'notice',
      certainty: 'likely',
      args: {
        why: 'model-plan',
        provider: 'qwen',
        found: 'wan2.6-t2v',
        wanted: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
        words: null,
      },
      evidence: [],
    },
    {
      ...bareReference,
      subject: 'model-ref/modelscope/ZhipuAI/GLM-5',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'model-ref',
        provider: 'modelscope',
        found: 'ZhipuAI/GLM-5',
        wanted: 'modelscope/ZhipuAI/GLM-5',
        words: null,
      },
      evidence: [],
    },
    {
      ...planReference,
      subject: 'model-ref/volcengine/volcengine/ark-code-latest',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        why: 'model-ref',
        provider: 'volcengine',
        found: 'volcengine/ark-code-latest',
        wanted: 'volcengine-plan/ark-code-latest',
        words: null,
      },
      evidence: [],
    },
    {
      ...newerGuide,
      subject: 'other-name/qwen/qwen/qwen3.5-plus',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'other-name',
        provider: 'qwen',
        found: 'qwen/qwen3.5-plus',
        wanted: 'modelstudio/qwen3.5-plus',
        words: '2026.3.13',
      },
      evidence: [],
    },
    {
      ...ownedReference,
      subject: 'owned/modelstudio/modelstudio/qwen3.5-plus',
      severity: 'notice',
      certainty: 'likely',
      args: {
        why: 'owned',
        provider: 'modelstudio',
        found: 'modelstudio/qwen3.5-plus',
        wanted: 'qwen/qwen3.5-plus',
        words: null,
      },
      evidence: [],
    },
    {
      ...refusedKey,
      subject: 'key/ark',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'key',
        provider: 'ark',
        found: 'ARK_API_KEY',
        wanted: null,
        words: '401 The API key format is incorrect.',
      },
      evidence: ['"apiKey": "${ARK_API_KEY}"'],
    },
    {
      name: 'what cannot be a key',
      snapshot: one(makeEntry(codingUrl, ['glm-4.7'], { apiKey: new SecretMark('deadbeef', 'odd') }), 'ark/glm-4.7'),
      subject: 'key/ark',
      severity: 'degraded',
      certainty: 'likely',
      args: { ...none, why: 'key', provider: 'ark' },
      evidence: ['"apiKey": "••• dead"'],
    },
    {
      ...sharedKey,
      subject: 'key-shared/intl',
      severity: 'notice',
      certainty: 'likely',
      args: { ...none, why: 'key-shared', provider: 'intl', found: 'cn' },
      evidence: [],
    },
    {
      ...unexposedModel,
      subject: 'told/custom-127-0-0-1-8317/claude-opus-4-6',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'told',
        provider: 'custom-127-0-0-1-8317',
        found: 'claude-opus-4-6',
        wanted: null,
        words: '404 no such model',
      },
      evidence: [],
    },
    {
      ...otherPort,
      subject: 'gateway-address/dingtalk-connector',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        why: 'gateway-address',
        provider: 'dingtalk-connector',
        found: 'http://127.0.0.1:18790',
        wanted: 'http://127.0.0.1:18789',
        words: null,
      },
      evidence: [],
    },
    {
      ...otherToken,
      subject: 'gateway-token/dingtalk-connector',
      severity: 'degraded',
      certainty: 'certain',
      args: { ...none, why: 'gateway-token', provider: 'dingtalk-connector', found: 'gatewayToken' },
      evidence: ['"gatewayToken": "••• 2e58"', 'gateway.auth.token: ••• 1f76'],
    },
    {
      ...leftOverSettings,
      subject: 'left-over/dingtalk-connector',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'left-over',
        provider: 'dingtalk-connector',
        found: 'gatewayToken, gatewayUrl',
        wanted: null,
        words: '0.8.14',
      },
      evidence: [],
    },
    {
      ...noKey,
      subject: 'key-none/ark',
      severity: 'degraded',
      certainty: 'certain',
      args: { ...none, why: 'key-none', provider: 'ark' },
      evidence: ['apiKey: not set'],
    },
    {
      ...bareConnector,
      subject: 'missing/dingtalk-connector',
      severity: 'degraded',
      certainty: 'certain',
      args: { ...none, why: 'missing', provider: 'dingtalk-connector', found: 'clientId, clientSecret' },
      evidence: ['channels.dingtalk-connector: clientId, clientSecret not set'],
    },
    {
      ...tooNewConnector,
      subject: 'needs-newer/dingtalk-connector',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        why: 'needs-newer',
        provider: 'dingtalk-connector',
        found: '0.8.14',
        wanted: '2026.3.22',
        words: '2026.3.13',
      },
      evidence: [],
    },
    {
      ...unboundAgent,
      subject: 'unbound/coding',
      severity: 'notice',
      certainty: 'likely',
      args: { ...none, why: 'unbound', provider: 'coding', found: 'chat' },
      evidence: ['bindings: not set'],
    },
  ],
});

test('what the provider said makes a mistake certain, and is not told twice', () => {
  const snapshot = one(
    makeEntry(payUrl, ['glm-4.7', 'doubao-x']),
    'ark/glm-4.7',
    saying('provider-404', failover('ark/glm-4.7', 'model_not_found', ` rawError=${notFound}`)),
  );
  const found = findWith('provider-wrong', snapshot, makeMemory());
  expect(found.map(({ id, certainty }) => `${id} ${certainty}`)).toEqual(['provider-wrong:plan-address/ark certain']);
});
