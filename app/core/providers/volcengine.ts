import type { KnownModel, ProviderKnowledge } from './knowledge.ts';

const guide = { source: 'ark-coding-plan' } as const;
const newest = { source: 'openclaw-2026.9.6' } as const;
const old = { source: 'openclaw-2026.3.13' } as const;
const in313 = { seenIn: ['2026.3.13'] } as const;
const in96 = { seenIn: ['2026.9.6'] } as const;
const inBoth = { seenIn: ['2026.3.13', '2026.9.6'] } as const;
const image = ['text', 'image'] as const;
const video = ['text', 'image', 'video'] as const;
const text = ['text'] as const;
const plan = { endpoints: ['coding'], alias: null } as const;

/** Of the plan: the nine of its guide, and those that OpenClaw's own plugin adds since. */
const planModels: readonly KnownModel[] = [
  { id: 'ark-code-latest', ...plan, input: image, contextWindow: 200_000, maxTokens: 32_000, ...guide },
  { id: 'doubao-seed-2.0-code', ...plan, input: image, contextWindow: 200_000, maxTokens: 128_000, ...guide },
  { id: 'doubao-seed-2.0-pro', ...plan, input: null, contextWindow: null, maxTokens: null, ...guide },
  { id: 'doubao-seed-2.0-lite', ...plan, input: null, contextWindow: null, maxTokens: null, ...guide },
  { id: 'doubao-seed-code', ...plan, input: image, contextWindow: 200_000, maxTokens: 32_000, ...guide },
  { id: 'minimax-m2.5', ...plan, input: null, contextWindow: null, maxTokens: null, ...guide },
  { id: 'glm-4.7', ...plan, input: text, contextWindow: 200_000, maxTokens: 128_000, ...guide },
  { id: 'deepseek-v3.2', ...plan, input: text, contextWindow: 128_000, maxTokens: 32_000, ...guide },
  { id: 'kimi-k2.5', ...plan, input: image, contextWindow: 200_000, maxTokens: 32_000, ...guide },
  { id: 'doubao-seed-2.1-turbo', ...plan, input: video, contextWindow: 256_000, maxTokens: null, ...newest },
  { id: 'glm-5.2', ...plan, input: text, contextWindow: 1_024_000, maxTokens: null, ...newest },
  { id: 'deepseek-v4-pro', ...plan, input: text, contextWindow: 1_024_000, maxTokens: null, ...newest },
  { id: 'deepseek-v4-flash', ...plan, input: text, contextWindow: 1_024_000, maxTokens: null, ...newest },
];

/** The plan and the pay-per-use interface take the same key: the address alone decides what is billed. */
export const volcengine: ProviderKnowledge = {
  id: 'volcengine',
  name: 'Volcengine Ark',
  ids: [
    { id: 'volcengine', kind: 'built-in', openclaw: in313, of: null, ...old },
    { id: 'volcengine-plan', kind: 'built-in', openclaw: in313, of: null, ...old },
    { id: 'bytedance', kind: 'alias', openclaw: in313, of: 'volcengine', ...old },
    { id: 'doubao', kind: 'alias', openclaw: in313, of: 'volcengine', ...old },
    { id: 'volcengine', kind: 'plugin', openclaw: in96, of: '@openclaw/volcengine-provider', ...newest },
    { id: 'volcengine-plan', kind: 'plugin', openclaw: in96, of: '@openclaw/volcengine-provider', ...newest },
  ],
  endpoints: [
    {
      id: 'coding',
      plan: 'coding',
      region: 'china',
      baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3',
      billing: 'subscription',
      quota: null,
      authChoice: 'volcengine-api-key',
      ...guide,
    },
    {
      id: 'standard',
      plan: 'standard',
      region: 'china',
      baseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
      billing: 'per-request',
      quota: null,
      authChoice: 'volcengine-api-key',
      ...guide,
    },
  ],
  // The pay-per-use interface answers to other ways of talking, too.
  apis: [{ api: 'openai-completions', endpoints: ['coding'], works: 'yes', ...guide }],
  models: planModels,
  others: [
    { id: 'doubao-seed-code-preview-251028', endpoints: ['coding', 'standard'], ...old },
    { id: 'kimi-k2-thinking', endpoints: ['coding'], ...old },
  ],
  mistakenIds: [
    { written: 'doubao-seed-2-0-pro-260215', meant: 'doubao-seed-2.0-pro', ...guide },
    { written: 'doubao-seed-2-0-code-preview-260215', meant: 'doubao-seed-2.0-code', ...guide },
    { written: 'glm-4-7-251222', meant: 'glm-4.7', ...guide },
    { written: 'deepseek-v3-2-251201', meant: 'deepseek-v3.2', ...guide },
    { written: 'kimi-k2-5-260127', meant: 'kimi-k2.5', ...old },
  ],
  keys: 'one',
  variables: [
    {
      name: 'VOLCANO_ENGINE_API_KEY',
      use: 'preferred',
      of: ['volcengine', 'volcengine-plan'],
      openclaw: inBoth,
      ...newest,
    },
  ],
  errors: [
    {
      meaning: 'wrong-endpoint',
      status: 404,
      pattern: /The model or endpoint \S+ does not exist or you do not have access to it/,
      example: '404 The model or endpoint glm-4.7 does not exist or you do not have access to it.',
      ...guide,
    },
    {
      meaning: 'wrong-model',
      status: 404,
      pattern: /The \S+ model does not support the coding plan feature/,
      example: '404 The glm-4-7-251222 model does not support the coding plan feature.',
      ...guide,
    },
    {
      meaning: 'bad-key',
      status: 401,
      pattern: /The API key format is incorrect/,
      example: '401 The API key format is incorrect.',
      ...guide,
    },
    {
      meaning: 'too-long',
      status: 400,
      pattern: /Total tokens of image and text exceed max message tokens/,
      example: '400 Total tokens of image and text exceed max message tokens.',
      ...guide,
    },
    {
      meaning: 'rate-limited',
      status: 429,
      pattern: /You have exceeded the [\w-]+ usage quota\. It will reset at/,
      example: '429 You have exceeded the monthly usage quota. It will reset at 2026-09-23 23:59:59 +0800 CST.',
      source: 'ark-quota-report',
    },
    {
      meaning: 'rate-limited',
      status: null,
      pattern: /API rate limit reached/,
      example: 'API rate limit reached. Please try again later',
      ...guide,
    },
  ],
};
