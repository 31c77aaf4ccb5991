import type { KnownModel, ProviderKnowledge } from './knowledge.ts';

const guide = { source: 'modelscope-guide' } as const;
const given = { endpoints: ['inference'], contextWindow: 256_000, maxTokens: 8_192 } as const;

/** Ids with a slash of their own: the reference of the first is `modelscope/Qwen/Qwen3.5-397B-A17B`. */
const models: readonly KnownModel[] = [
  { id: 'Qwen/Qwen3.5-397B-A17B', ...given, input: ['text', 'image'], alias: 'qwen3.5', ...guide },
  { id: 'ZhipuAI/GLM-5', ...given, input: ['text'], alias: 'glm5', ...guide },
  { id: 'MiniMax/MiniMax-M2.5', ...given, input: ['text'], alias: 'minimax', ...guide },
  { id: 'moonshotai/Kimi-K2.5', ...given, input: ['text'], alias: 'kimi', ...guide },
];

/** Unknown to OpenClaw in all versions: a provider of one's own. Models take turns only where `fallbacks` name them. */
export const modelscope: ProviderKnowledge = {
  id: 'modelscope',
  name: 'ModelScope',
  ids: [{ id: 'modelscope', kind: 'custom', openclaw: 'all', of: null, source: 'openclaw-2026.9.6' }],
  endpoints: [
    {
      id: 'inference',
      plan: 'free',
      region: null,
      baseUrl: 'https://api-inference.modelscope.cn/v1',
      billing: 'free-quota',
      quota: { calls: 500, per: 'day', each: 'model', midnightAt: 8 },
      authChoice: null,
      ...guide,
    },
  ],
  apis: [{ api: 'openai-completions', endpoints: ['inference'], works: 'yes', ...guide }],
  models,
  others: [],
  mistakenIds: [],
  keys: 'one',
  variables: [],
  errors: [
    {
      meaning: 'rate-limited',
      status: 429,
      pattern: /You have exceeded today's quota for model \S+/,
      example: "429 You have exceeded today's quota for model ZhipuAI/GLM-5, please try again tomorrow",
      source: 'modelscope-errors',
    },
    {
      meaning: 'rate-limited',
      status: 429,
      pattern: /\bRequest limit exceeded\b/,
      example: '429 {"errors":{"message":"Request limit exceeded."}}',
      source: 'modelscope-limit-report',
    },
  ],
};
