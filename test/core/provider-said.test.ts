import { expect, test } from 'vitest';
import { parseProviderSaid } from '../../app/core/provider-said.ts';
import { at } from './make-moment.ts';

const words = '404 The model or endpoint m404a does not exist or you do not have access to it.';
const number = 'Request id: sha256:e9d243082605';

/** Lines of OpenClaw 2026.3.13 and 2026.9.6, from requests to a server that refuses them. */
const lines: readonly (readonly [string, string, string | null, string])[] = [
  [
    `[agent/embedded] embedded run agent end: runId=chatcmpl_1 isError=true model=m404a provider=mock error=${words} ${number}`,
    'mock',
    'm404a',
    words,
  ],
  [
    `[agent/embedded] embedded run agent end: runId=chatcmpl_1 isError=true model=m404a provider=mock error=The selected model was not found by the provider. rawError=${words} ${number}`,
    'mock',
    'm404a',
    words,
  ],
  [
    '[agent/embedded] embedded run failover decision: runId=chatcmpl_1 stage=assistant decision=surface_error reason=rate_limit provider=mock/Qwen/Qwen3.5 profile=-',
    'mock',
    'Qwen/Qwen3.5',
    '',
  ],
  [
    `[agent/embedded] embedded run failover decision: runId=chatcmpl_1 stage=assistant decision=surface_error reason=model_not_found attempt=1 retry=0 rotations=0 from=Mock/m404a profile=- rawError=${words} ${number}`,
    'mock',
    'm404a',
    words,
  ],
  [
    '[agent/embedded] embedded run agent end: runId=1 isError=true model=m429 provider=mock error=⚠️ API rate limit reached. Please try again later.',
    'mock',
    'm429',
    'API rate limit reached. Please try again later.',
  ],
  [
    'Error: No available auth profile for ark (all in cooldown or unavailable).',
    'ark',
    null,
    'No available auth profile for ark (all in cooldown or unavailable)',
  ],
];

test.each(lines)('%s', (line, provider, model, said) => {
  expect(parseProviderSaid({ kind: 'provider-404', at, line })).toMatchObject({ provider, model, words: said });
});

test('a line that names nobody, and words without end', () => {
  expect(parseProviderSaid({ kind: 'provider-404', at, line: words })).toBeNull();
  const line = `model=m provider=p error=${'x y '.repeat(200)}`;
  expect(parseProviderSaid({ kind: 'provider-404', at, line })?.words).toHaveLength(201);
});
