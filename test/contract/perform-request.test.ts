import { describe, expect, test, vi } from 'vitest';
import { performRequest } from '../../app/contract/perform-request.ts';
import type { RequestHandlers } from '../../app/contract/requests.ts';

function perform(name: unknown, body: unknown, handlers: Partial<RequestHandlers> = {}) {
  const failures: unknown[] = [];
  const reply = performRequest(name, body, { handlers, onFailure: (...failure) => failures.push(failure) });
  return { reply, failures };
}

const unexpected = vi.fn<() => Promise<undefined>>(async () => {
  throw new Error('this handler was not expected to run');
});

describe('nothing is performed', () => {
  test.each([['quit'], ['__proto__'], ['constructor'], ['toString'], [''], [null], [7], [['look']]])(
    'for a name %j that no request has',
    async (name) => {
      expect(await perform(name, {}).reply).toEqual({ ok: false, error: 'unknown-request' });
    },
  );

  test('for a request that this face has no handler for', async () => {
    expect(await perform('copyReport', {}, { look: unexpected }).reply).toEqual({
      ok: false,
      error: 'unknown-request',
    });
    expect(await perform('toString', {}, { look: unexpected }).reply).toEqual({ ok: false, error: 'unknown-request' });
  });

  test.each([
    ['previewRepair', {}],
    ['previewRepair', { findingId: 7 }],
    ['previewRepair', { findingId: 'x'.repeat(301) }],
    ['executeRepair', { planId: 'a1' }],
    ['executeRepair', { planId: 'a1', confirmed: true, steps: [{ kind: 'terminate-process' }] }],
    ['undoRun', { runId: null, confirmed: true }],
    ['undoRun', { runId: '../../etc/passwd', confirmed: 'yes' }],
    ['holdKey', { key: '' }],
    ['holdKey', { key: 'x'.repeat(4097) }],
    ['previewModel', { ref: '' }],
    ['previewFallbacks', { refs: Array.from({ length: 51 }, () => 'a/b') }],
    ['testProvider', { name: 'ark', baseUrl: 'https://example.com' }],
    ['copyInstructions', { commands: ['rm -rf /'] }],
  ] as const)('for %s %j, which is not understood', async (name, body) => {
    const { reply, failures } = perform(name, body, { [name]: unexpected });
    expect(await reply).toEqual({ ok: false, error: 'not-understood' });
    expect([unexpected.mock.calls, failures]).toEqual([[], []]);
  });
});

test('a handler gets the parsed body, once', async () => {
  const executeRepair = vi.fn<RequestHandlers['executeRepair']>(async () => undefined);
  const { reply } = perform('executeRepair', { planId: 'a1', confirmed: true }, { executeRepair });
  expect(await reply).toEqual({ ok: true });
  expect(executeRepair).toHaveBeenCalledExactlyOnceWith({ planId: 'a1', confirmed: true });
});

test('what a handler says is the notice', async () => {
  const { reply } = perform('look', {}, { look: async () => 'Somebody else is at work.' });
  expect(await reply).toEqual({ ok: true, notice: 'Somebody else is at work.' });
});

test('what was asked for is in the reply', async () => {
  const { reply } = perform('holdKey', { key: 'sk-1' }, { holdKey: async () => ({ ticket: 't-1' }) });
  expect(await reply).toEqual({ ok: true, ticket: 't-1' });
});

test('what a handler throws is told here and not to the page', async () => {
  const error = new Error('secret path');
  const { reply, failures } = perform('look', {}, { look: () => Promise.reject(error) });
  expect(await reply).toEqual({ ok: false, error: 'failed' });
  expect(failures).toEqual([['look', error]]);
});
