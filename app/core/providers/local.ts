import type { ProviderKnowledge } from './knowledge.ts';

const thread = { source: 'local-thread' } as const;

/**
 * A server on this computer that speaks like OpenAI's (LM Studio, vLLM, llama.cpp, LiteLLM): which models there are,
 * says its `/v1/models`, and nothing else.
 */
export const local: ProviderKnowledge = {
  id: 'local',
  name: 'A local server that speaks like OpenAI’s',
  ids: [
    // OpenClaw itself makes such a name of the address: `custom-127-0-0-1-8317`.
    { id: 'custom-<host>-<port>', kind: 'custom', openclaw: 'all', of: null, source: 'openclaw-2026.3.13' },
  ],
  endpoints: [
    {
      id: 'loopback',
      plan: 'local',
      region: null,
      baseUrl: 'http://127.0.0.1:8317/v1',
      billing: 'nothing',
      quota: null,
      authChoice: 'custom-api-key',
      ...thread,
    },
  ],
  apis: [
    { api: 'openai-completions', endpoints: ['loopback'], works: 'yes', ...thread },
    { api: 'openai-responses', endpoints: ['loopback'], works: 'empty-answer', source: 'dingtalk-guide' },
  ],
  models: [],
  others: [],
  mistakenIds: [],
  keys: 'for-each-endpoint',
  variables: [],
  errors: [
    {
      meaning: 'no-key',
      status: 401,
      pattern: /"error"\s*:\s*"Missing API key"/,
      example: '{"error":"Missing API key"}',
      ...thread,
    },
    {
      meaning: 'bad-key',
      status: 401,
      pattern: /"error"\s*:\s*"Invalid API key"/,
      example: '{"error":"Invalid API key"}',
      ...thread,
    },
    {
      meaning: 'other-tool',
      status: null,
      pattern: /Missing OpenRouter API key\. Set OPENROUTER_API_KEY to run models scan/,
      example: 'Error: Missing OpenRouter API key. Set OPENROUTER_API_KEY to run models scan.',
      ...thread,
    },
  ],
};
