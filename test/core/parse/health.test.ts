import { describe, expect, it } from 'vitest';
import { parseHealth, parseReady, parseStartup } from '../../../app/core/parse/health.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

const json = (body: unknown, httpStatus = 200) => ({
  httpStatus,
  contentType: 'application/json; charset=utf-8',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  durationMs: 3,
});

describe('what is not the gateway’s answer, although it is a 200', () => {
  it('the Control UI, which 2026.3.13 serves on every unknown path', () => {
    const body = readFixture('machine/control-ui-2026.3.13.html');
    expect(parseStartup({ httpStatus: 200, contentType: 'text/html; charset=utf-8', body, durationMs: 3 })).toEqual({
      kind: 'other',
      httpStatus: 200,
      contentType: 'text/html; charset=utf-8',
      controlUi: true,
    });
  });

  it.each([
    ['another program’s page', { ...json('<html><title>Hello</title>'), contentType: 'text/html' }],
    ['another program’s JSON', json({ status: 'up' })],
    ['JSON that does not say so', { ...json({ ok: true, status: 'live' }), contentType: 'text/plain' }],
    ['half of it', json('{"ok":true,"sta')],
    ['nothing', json('')],
    ['a list', json([])],
  ])('%s', (_name, answer) => {
    expect(parseHealth(answer)).toMatchObject({ kind: 'other', httpStatus: 200, controlUi: false });
  });
});

it('reads liveness', () => {
  expect(parseHealth(json({ ok: true, status: 'live' }))).toEqual({
    kind: 'json',
    httpStatus: 200,
    body: { ok: true, status: 'live' },
    durationMs: 3,
  });
});

it('reads readiness, with or without details', () => {
  const body = { ready: false, failing: ['startup-sidecars'], uptimeMs: 5170, eventLoop: { degraded: false } };
  expect(parseReady(json(body, 503))).toMatchObject({
    httpStatus: 503,
    body: { ready: false, failing: ['startup-sidecars'], uptimeMs: 5170 },
  });
  expect(parseReady(json({ ready: true }))).toMatchObject({ body: { ready: true, failing: [], uptimeMs: null } });
});

it('reads the start of 2026.9.6', () => {
  expect(parseStartup(json({ ok: true, status: 'started', version: '2026.9.6', uptimeMs: 13816 }))).toMatchObject({
    body: { ok: true, status: 'started', version: '2026.9.6', uptimeMs: 13816, pendingReason: null },
  });
  expect(parseStartup(json({ ok: false, status: 'starting', pendingReason: 'sidecars' }, 503))).toMatchObject({
    httpStatus: 503,
    body: { ok: false, version: null, pendingReason: 'sidecars' },
  });
});
