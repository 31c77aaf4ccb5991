import type { ConnectorKnowledge } from './knowledge.ts';

const guide = { source: 'dingtalk-guide' } as const;
const manifest = { source: 'dingtalk-manifest' } as const;

/** Up to 0.7 it calls the gateway over HTTP; from 0.8 on it is called, and refuses the settings of before. */
export const dingtalk: ConnectorKnowledge = {
  id: 'dingtalk-connector',
  name: 'DingTalk connector',
  plugin: '@dingtalk-real-ai/dingtalk-connector',
  generations: [
    {
      from: null,
      before: '0.8.0',
      needsOpenClaw: null,
      required: ['clientId', 'clientSecret'],
      optional: ['enabled', 'gatewayToken', 'gatewayPassword', 'gatewayUrl', 'sessionTimeout', 'enableMediaUpload'],
      needs: [{ path: 'gateway.http.endpoints.chatCompletions.enabled', value: true }],
      refuses: [],
      ...guide,
    },
    {
      from: '0.8.4',
      before: null,
      needsOpenClaw: '2026.3.22',
      required: ['clientId', 'clientSecret'],
      optional: [
        'enabled',
        'defaultAccount',
        'enableMediaUpload',
        'systemPrompt',
        'dmPolicy',
        'allowFrom',
        'groupPolicy',
        'groupAllowFrom',
        'requireMention',
        'groups',
        'historyLimit',
        'textChunkLimit',
        'mediaMaxMb',
        'tools',
        'typingIndicator',
        'resolveSenderNames',
        'separateSessionByConversation',
        'sharedMemoryAcrossConversations',
        'groupSessionScope',
        'asyncMode',
        'ackText',
        'endpoint',
        'debug',
        'accounts',
      ],
      needs: [],
      refuses: ['gatewayToken', 'gatewayPassword', 'gatewayUrl', 'sessionTimeout', 'dmHistoryLimit'],
      ...manifest,
    },
  ],
  errors: [
    { meaning: 'proxy', status: null, pattern: /\bfetch failed\b/, example: 'TypeError: fetch failed', ...guide },
    {
      meaning: 'wrong-api',
      status: null,
      pattern: /No reply from agent/,
      example: 'No reply from agent.',
      ...guide,
    },
    {
      meaning: 'endpoint-off',
      status: 404,
      pattern: /Gateway error: 40[45]\b/,
      example: 'Gateway error: 404',
      ...guide,
    },
    { meaning: 'bad-token', status: 401, pattern: /Gateway error: 401\b/, example: 'Gateway error: 401', ...guide },
    {
      meaning: 'unreachable',
      status: null,
      pattern: /LLM request timed out/,
      example: 'LLM request timed out.',
      ...guide,
    },
  ],
};
