import type { KnownEndpoint, KnownModel, ProviderKnowledge } from './knowledge.ts';

const guide = { source: 'qwen-guide' } as const;
const newest = { source: 'openclaw-2026.9.6' } as const;
const old = { source: 'openclaw-2026.3.13' } as const;
const in313 = { seenIn: ['2026.3.13'] } as const;
const in96 = { seenIn: ['2026.9.6'] } as const;
const image = ['text', 'image'] as const;
const text = ['text'] as const;

const coding = ['coding-china', 'coding-global'] as const;
const standard = ['standard-china', 'standard-global'] as const;
const both = [...coding, ...standard] as const;
const seed = { maxTokens: null, alias: null } as const;

const endpoints: readonly KnownEndpoint[] = [
  endpoint('coding-china', 'https://coding.dashscope.aliyuncs.com/v1', 'qwen-api-key-cn'),
  endpoint('coding-global', 'https://coding-intl.dashscope.aliyuncs.com/v1', 'qwen-api-key'),
  endpoint('standard-china', 'https://dashscope.aliyuncs.com/compatible-mode/v1', 'qwen-standard-api-key-cn'),
  endpoint('standard-global', 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1', 'qwen-standard-api-key'),
  {
    ...endpoint(
      'token-china',
      'https://token-plan.cn-beijing.maas.aliyuncs.com/compatible-mode/v1',
      'qwen-token-plan-cn',
    ),
    ...newest,
  },
  {
    ...endpoint(
      'token-global',
      'https://token-plan.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1',
      'qwen-token-plan',
    ),
    ...newest,
  },
];

function endpoint(id: `${'coding' | 'standard' | 'token'}-${'china' | 'global'}`, baseUrl: string, authChoice: string) {
  const [plan, region] = id.split('-') as ['coding' | 'standard' | 'token', 'china' | 'global'];
  const billing = plan === 'standard' ? 'per-request' : 'subscription';
  return { id, plan, region, baseUrl, billing, quota: null, authChoice, ...guide } satisfies KnownEndpoint;
}

/** The guide that people follow has qwen3.6-plus on the Standard endpoints only; with 2026.9.6 the Coding Plan has it, too. */
const models: readonly KnownModel[] = [
  { id: 'qwen3.5-plus', endpoints: both, input: image, contextWindow: 1_000_000, ...seed, maxTokens: 65_536, ...old },
  { id: 'qwen3.6-plus', endpoints: both, input: image, contextWindow: 1_000_000, ...seed, ...newest },
  { id: 'qwen3.7-plus', endpoints: both, input: image, contextWindow: 1_000_000, ...seed, ...newest },
  { id: 'qwen3.6-flash', endpoints: standard, input: image, contextWindow: 1_000_000, ...seed, ...newest },
  { id: 'qwen3.7-max', endpoints: standard, input: text, contextWindow: 1_000_000, ...seed, ...newest },
  {
    id: 'qwen3.8-max',
    endpoints: standard,
    input: image,
    contextWindow: 1_000_000,
    ...seed,
    maxTokens: 131_072,
    ...newest,
  },
  {
    id: 'qwen3.8-flash',
    endpoints: standard,
    input: image,
    contextWindow: 1_000_000,
    ...seed,
    maxTokens: 131_072,
    ...newest,
  },
  {
    id: 'qwen3-max-2026-01-23',
    endpoints: both,
    input: text,
    contextWindow: 262_144,
    ...seed,
    maxTokens: 65_536,
    ...old,
  },
  { id: 'qwen3-coder-next', endpoints: both, input: text, contextWindow: 262_144, ...seed, maxTokens: 65_536, ...old },
  {
    id: 'qwen3-coder-plus',
    endpoints: both,
    input: text,
    contextWindow: 1_000_000,
    ...seed,
    maxTokens: 65_536,
    ...old,
  },
  { id: 'MiniMax-M2.5', endpoints: both, input: text, contextWindow: 1_000_000, ...seed, maxTokens: 65_536, ...old },
  { id: 'glm-5', endpoints: both, input: text, contextWindow: 202_752, ...seed, maxTokens: 16_384, ...old },
  { id: 'glm-4.7', endpoints: both, input: text, contextWindow: 202_752, ...seed, maxTokens: 16_384, ...old },
  { id: 'kimi-k2.5', endpoints: both, input: image, contextWindow: 262_144, ...seed, ...old },
];

/** Keys of one plan do not open another, nor those of one region the other. */
export const qwen: ProviderKnowledge = {
  id: 'qwen',
  name: 'Qwen Cloud / Alibaba Model Studio',
  ids: [
    { id: 'modelstudio', kind: 'built-in', openclaw: in313, of: null, ...old },
    { id: 'qwen-portal', kind: 'plugin', openclaw: { before: '2026.3.28' }, of: 'qwen-portal-auth', ...old },
    { id: 'qwen', kind: 'alias', openclaw: in313, of: 'qwen-portal', ...old },
    { id: 'qwen', kind: 'plugin', openclaw: in96, of: '@openclaw/qwen-provider', ...newest },
    { id: 'qwen-token-plan', kind: 'plugin', openclaw: in96, of: '@openclaw/qwen-provider', ...newest },
    { id: 'modelstudio', kind: 'alias', openclaw: in96, of: 'qwen', ...newest },
  ],
  endpoints,
  apis: [{ api: 'openai-completions', endpoints: endpoints.map(({ id }) => id), works: 'yes', ...guide }],
  models,
  others: ['qwen-vl-max-latest', 'wan2.6-t2v', 'wan2.6-i2v', 'wan2.6-r2v', 'wan2.6-r2v-flash', 'wan2.7-r2v'].map(
    (id) => ({
      id,
      endpoints: standard,
      ...guide,
    }),
  ),
  mistakenIds: [],
  keys: 'for-each-endpoint',
  variables: [
    { name: 'QWEN_API_KEY', use: 'preferred', of: ['qwen', 'modelstudio'], openclaw: in96, ...newest },
    { name: 'QWEN_TOKEN_PLAN_API_KEY', use: 'preferred', of: ['qwen-token-plan'], openclaw: in96, ...newest },
    { name: 'MODELSTUDIO_API_KEY', use: 'preferred', of: ['modelstudio'], openclaw: in313, ...old },
    { name: 'MODELSTUDIO_API_KEY', use: 'compatible', of: ['qwen', 'modelstudio'], openclaw: in96, ...newest },
    { name: 'DASHSCOPE_API_KEY', use: 'compatible', of: ['qwen', 'modelstudio'], openclaw: in96, ...newest },
  ],
  errors: [
    {
      meaning: 'wrong-model',
      status: null,
      pattern: /unsupported model/i,
      example: 'unsupported model: qwen3.6-flash',
      ...guide,
    },
  ],
};
