import type { KnownError } from './knowledge.ts';

/** What OpenClaw itself says of a request that a provider did not grant: of any provider, in its log. */
export const ownWords: readonly KnownError[] = [
  {
    meaning: 'rate-limited',
    status: null,
    pattern: /\breason=rate_limit\b|\(all in cooldown or unavailable\)/,
    example:
      'embedded run failover decision: runId=1 decision=surface_error reason=rate_limit provider=ark/m profile=-',
    source: 'openclaw-2026.3.13',
  },
  {
    meaning: 'bad-key',
    status: null,
    pattern: /embedded run failover decision: .*\breason=auth(?:_permanent)?\b/,
    example: 'embedded run failover decision: runId=1 decision=surface_error reason=auth provider=ark/m profile=-',
    source: 'openclaw-2026.3.13',
  },
  {
    meaning: 'wrong-model',
    status: null,
    pattern: /embedded run failover decision: .*\breason=model_not_found\b/,
    example:
      'embedded run failover decision: runId=1 reason=model_not_found attempt=1 from=ark/m profile=- rawError=404',
    source: 'openclaw-2026.9.6',
  },
  // Of a server that nobody knows, whatever words it has for it.
  {
    meaning: 'wrong-endpoint',
    status: 404,
    pattern: /embedded run agent end: .*\b(?:error|rawError)=404\b/,
    example: 'embedded run agent end: runId=1 isError=true model=m provider=mine error=404 no such path',
    source: 'openclaw-2026.3.13',
  },
  {
    meaning: 'too-long',
    status: null,
    pattern: /\bContext overflow: prompt too large for the model/,
    example:
      'embedded run agent end: runId=1 model=m provider=ark error=Context overflow: prompt too large for the model.',
    source: 'openclaw-2026.9.6',
  },
  {
    meaning: 'wrong-api',
    status: null,
    pattern: /\bended with an incomplete terminal response\b/,
    example: 'embedded run agent end: runId=1 model=m provider=ark error=ended with an incomplete terminal response',
    source: 'openclaw-2026.9.6',
  },
];
