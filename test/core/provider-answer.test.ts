import { describe, expect, test } from 'vitest';
import { locales } from '../../app/core/model/view.ts';
import type { ModelListAnswer, ProviderProblemKind } from '../../app/core/model/provider-test.ts';
import { explainAnswer, parseModelList } from '../../app/core/provider-answer.ts';
import { writeProviderTest } from '../../app/core/text/provider-tests.ts';

const own = { baseUrl: 'http://127.0.0.1:8317/v1', hasKey: true, configured: ['a', 'b'] };
const known = { ...own, baseUrl: 'https://ark.cn-beijing.volces.com/api/coding/v3' };
const answer = (httpStatus: number, body = '{}', contentType = 'application/json'): ModelListAnswer => ({
  kind: 'answered',
  httpStatus,
  contentType,
  body,
});
const failed = (
  why: Extract<ModelListAnswer, { kind: 'failed' }>['why'],
  code: string | null = null,
): ModelListAnswer => ({
  kind: 'failed',
  why,
  code,
});

describe('each failure is told apart', () => {
  test.each<[string, ModelListAnswer, typeof own, ProviderProblemKind]>([
    ['no such name', failed('dns', 'ENOTFOUND'), own, 'dns'],
    ['no safe connection', failed('tls', 'CERT_HAS_EXPIRED'), own, 'tls'],
    ['nobody there', failed('refused'), own, 'refused'],
    ['no answer', failed('timed-out'), own, 'timed-out'],
    ['cut off', failed('closed'), own, 'closed'],
    ['something else', failed('other', 'EMFILE'), own, 'closed'],
    ['a proxy that wants a login', answer(407), own, 'proxy'],
    ['a wrong key', answer(401, '{"error":"Invalid API key"}'), own, 'bad-key'],
    ['a key that may not', answer(403), own, 'bad-key'],
    ['no key given', answer(401), { ...own, hasKey: false }, 'no-key'],
    ['no key arrived', answer(401, '{"error":"Missing API key"}'), own, 'no-key'],
    ['used up', answer(429), own, 'rate-limited'],
    ['wrong path', answer(404), own, 'wrong-path'],
    ['wrong path of a plan', answer(405), own, 'wrong-path'],
    ['a page for a path', answer(404, '<html>', 'text/html'), known, 'web-page'],
    ['sent on', answer(302), own, 'moved'],
    ['a login page', answer(200, '<!DOCTYPE html><html>', 'text/plain'), own, 'web-page'],
    ['no JSON', answer(200, 'hello'), own, 'not-a-list'],
    ['other JSON', answer(200, '{"models":1}'), own, 'not-a-list'],
    ['trouble of its own', answer(503), own, 'server-error'],
    ['anything else', answer(418), own, 'other-answer'],
  ])('%s', (_what, said, asked, why) => {
    const outcome = explainAnswer(said, asked);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { why } });
    for (const locale of locales) {
      const text = writeProviderTest({ provider: 'p', url: null, at: 0, outcome, proxies: ['HTTPS_PROXY'] }, locale);
      expect(text).toMatch(/HTTPS_PROXY/);
      expect(text).not.toMatch(/undefined|null/);
    }
  });
});

test('a plan without a list is no fault of the address', () => {
  expect(explainAnswer(answer(404), known)).toEqual({ kind: 'no-list' });
});

test('a list: what it has, and what the configuration has beyond it', () => {
  const body = '{"object":"list","data":[{"id":"b"},{"id":"c d"},{"id":"c d"},{"id":7},{"id":"x\\u0007"},null]}';
  expect(explainAnswer(answer(200, body), own)).toEqual({ kind: 'ok', models: ['b', 'c d'], missing: ['a'] });
});

test.each([
  ['["a","b"]', ['a', 'b']],
  ['[{"id":"a"}]', ['a']],
  ['{"data":[]}', []],
  ['{"data":{}}', null],
  ['null', null],
])('%s', (body, models) => {
  expect(parseModelList(body)).toEqual(models);
});
