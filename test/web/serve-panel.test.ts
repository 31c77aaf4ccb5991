import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActionResult } from '../../app/core/model/action.ts';
import type { View } from '../../app/core/model/view.ts';
import { tokenLifetimeMs } from '../../app/web/session.ts';
import { makePreview, makeRun } from '../fakes/repairs.ts';
import { makePicture, makeSnapshot } from '../fakes/snapshots.ts';
import type { Served, StreamEvent } from './served.ts';
import { jsonFrom, openStream, serveForTest } from './served.ts';

let served: Served;
beforeEach(async () => {
  served = await serveForTest();
});
afterEach(() => served.close());

const restarted: ActionResult = {
  action: 'restart',
  outcome: 'succeeded',
  refusal: null,
  question: null,
  steps: [],
  startedAt: 0,
  finishedAt: 1,
};

async function ask(name: string, body: unknown, headers: Record<string, string>) {
  return served.send({ method: 'POST', path: '/api/request', headers, body: JSON.stringify({ name, body }) });
}

const exchange = (token: unknown, headers: Record<string, string> = jsonFrom(served.port)) =>
  served.send({ method: 'POST', path: '/api/session', headers, body: JSON.stringify({ token }) });

const viewOf = ({ data }: StreamEvent) => (JSON.parse(data) as { view: View }).view;

const asJson = ({ httpStatus, body }: { httpStatus: number; body: string }) => [httpStatus, JSON.parse(body)];

describe('without a session', () => {
  test.each(['/api/view', '/api/report', '/api/events', '/api/nothing'])('GET %s is refused', async (path) => {
    expect(await served.send({ path })).toMatchObject({ httpStatus: 401, body: '' });
  });

  test('nothing is performed', async () => {
    expect((await ask('look', {}, jsonFrom(served.port))).httpStatus).toBe(401);
    expect(served.engine.calls).toEqual([]);
  });

  test.each(['clawtender-1=x', 'clawtender=x', ''])('a cookie %j opens nothing', async (Cookie) => {
    expect((await served.send({ path: '/api/view', headers: { Cookie } })).httpStatus).toBe(401);
  });

  test('the page itself holds no secret and is served with every protection', async () => {
    const page = await served.send({ path: '/' });
    expect(page.httpStatus).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  test('the page for a used link says how to get another', async () => {
    const page = await served.send({ path: '/closed' });
    expect(page.httpStatus).toBe(401);
    expect(page.body).toContain('<pre>clawtender panel</pre>');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the token', () => {
  test('is exchanged once, for a cookie that scripts cannot read', async () => {
    const first = await exchange(served.token);
    expect(first.httpStatus).toBe(200);
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^clawtender-${served.port}=[\\w-]{43}; Path=/api; HttpOnly; SameSite=Strict$`)),
    ]);
    const again = await exchange(served.token);
    expect(again).toMatchObject({ httpStatus: 401, body: '' });
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('expires', async () => {
    await served.clock.advance(tokenLifetimeMs);
    expect((await exchange(served.token)).httpStatus).toBe(401);
  });

  test('a wrong one is refused and does not use up the right one', async () => {
    expect((await exchange('x'.repeat(43))).httpStatus).toBe(401);
    expect((await exchange('')).httpStatus).toBe(401);
    expect((await exchange(served.token)).httpStatus).toBe(200);
  });

  test.each([[['a']], [null], ['y'.repeat(101)]])('%j is not understood', async (token) => {
    expect((await exchange(token)).httpStatus).toBe(400);
  });

  test('a foreign page cannot use it', async () => {
    expect((await exchange(served.token, { ...jsonFrom(served.port), Origin: 'http://evil.example' })).httpStatus).toBe(
      403,
    );
    expect((await exchange(served.token, { 'Content-Type': 'application/json' })).httpStatus).toBe(403);
    expect((await exchange(served.token)).httpStatus).toBe(200);
  });

  test('is in the fragment, so that no server log, Referer or link preview sees it', () => {
    expect(served.url).toBe(`http://127.0.0.1:${served.port}/#token=${served.token}`);
    expect(served.token).toMatch(/^[\w-]{43}$/);
  });
});

describe('who asks', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '127.0.0.1@evil.example', '192.168.1.2'])(
    'the host name %s is another site that resolves to this machine',
    async (Host) => {
      const headers = { ...(await served.signIn()), Host, Origin: `http://${Host}` };
      for (const path of ['/', '/api/view']) {
        expect((await served.send({ path, headers })).httpStatus).toBe(403);
      }
      expect((await ask('look', {}, headers)).httpStatus).toBe(403);
      expect(served.engine.calls).toEqual([]);
    },
  );

  test.each(['localhost:8080', '127.0.0.1:9', '[::1]:18000'])('%s is this machine through ssh -L', async (Host) => {
    const headers = { ...(await served.signIn()), Host, Origin: `http://${Host}` };
    expect((await ask('look', {}, headers)).httpStatus).toBe(200);
  });

  test.each([
    { Origin: 'http://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('%j is another page', async (foreign) => {
    const headers: Record<string, string> = { ...(await served.signIn()), ...foreign };
    expect((await ask('look', {}, headers)).httpStatus).toBe(403);
    expect((await served.send({ path: '/api/view', headers })).httpStatus).toBe(403);
    expect(served.engine.calls).toEqual([]);
  });

  test('a request that changes something must say where it comes from', async () => {
    const { Cookie = '' } = await served.signIn();
    const answered = await ask('look', {}, { Cookie, 'Content-Type': 'application/json' });
    expect(answered.httpStatus).toBe(403);
  });
});

describe('requests', () => {
  test('are parsed by the contract and performed', async () => {
    const headers = await served.signIn();
    served.engine.answerWith(restarted);
    expect(asJson(await ask('act', { action: 'restart', confirmed: true }, headers))).toEqual([200, { ok: true }]);
    expect(asJson(await ask('look', {}, headers))).toEqual([200, { ok: true }]);
    expect(served.engine.calls).toEqual([{ kind: 'act', action: 'restart', confirmed: true }, { kind: 'look' }]);
  });

  test.each([
    ['act', { action: 'kill', confirmed: true }],
    ['act', { action: 'restart' }],
    ['act', { action: 'restart', confirmed: true, pid: 1 }],
    ['executeRepair', { planId: 'plan-1' }],
    ['executeRepair', { planId: 'plan-1', confirmed: true, steps: [] }],
    ['previewRepair', { findingId: 7 }],
    ['look', { path: '/etc' }],
    ['look', null],
    ['setLocale', { locale: 'fr' }],
  ])('%s %j is not understood', async (name, body) => {
    expect(asJson(await ask(name, body, await served.signIn()))).toEqual([400, { ok: false, error: 'not-understood' }]);
    expect(served.engine.calls).toEqual([]);
  });

  test.each(['shutdown', 'constructor', '__proto__', 'toString', 'copyReport', 'copyInstructions'])(
    '%s is unknown',
    async (name) => {
      expect(asJson(await ask(name, {}, await served.signIn()))).toEqual([
        404,
        { ok: false, error: 'unknown-request' },
      ]);
    },
  );

  test.each(['', '{', '[]', '"look"', '{"name":"look","body":{},"more":1}'])(
    'the body %j is not understood',
    async (body) => {
      const headers = await served.signIn();
      const answered = await served.send({ method: 'POST', path: '/api/request', headers, body });
      expect(asJson(answered)).toEqual([400, { ok: false, error: 'not-understood' }]);
    },
  );

  test('a form of another site cannot send them: only JSON is read', async () => {
    const headers = { ...(await served.signIn()), 'Content-Type': 'text/plain' };
    expect(asJson(await ask('look', {}, headers))).toEqual([400, { ok: false, error: 'not-understood' }]);
  });

  test('a typed key is a ticket from then on, and in no view, report or log', async () => {
    const headers = await served.signIn();
    const answered = await ask('holdKey', { key: 'sk-secret-0001' }, headers);
    expect(asJson(answered)).toEqual([200, { ok: true, ticket: 't-1' }]);
    expect(served.engine.typed).toEqual(['sk-secret-0001']);
    const view = await served.send({ path: '/api/view', headers });
    const report = await served.send({ path: '/api/report', headers });
    expect([view.body, report.body, ...served.log].join()).not.toContain('sk-secret');
  });

  test('an oversized body is refused, with and without a length', async () => {
    const headers = await served.signIn();
    const body = JSON.stringify({ name: 'look', body: { filler: 'x'.repeat(17 * 1024) } });
    for (const more of [{ 'Content-Length': String(body.length) }, { 'Transfer-Encoding': 'chunked' }]) {
      const answered = await served.send({
        method: 'POST',
        path: '/api/request',
        headers: { ...headers, ...more },
        body,
      });
      expect(answered.httpStatus).toBe(413);
    }
    expect(served.engine.calls).toEqual([]);
  });

  test('what fails says so, and the cause goes to the log alone', async () => {
    const answered = await ask('act', { action: 'stop', confirmed: false }, await served.signIn());
    expect(asJson(answered)).toEqual([500, { ok: false, error: 'failed' }]);
    expect(served.log).toContain('request act failed: act(stop) was not expected');
  });

  test('a repair is previewed, carried out and undone; who asks second is told why not', async () => {
    const headers = await served.signIn();
    served.engine.previewWith(makePreview());
    served.engine.repairWith({ kind: 'ended', run: makeRun() });
    const by = { pid: 777, face: 'menu-bar', action: 'undo', profile: null, startedAt: 0 } as const;
    served.engine.repairWith({ kind: 'busy', by });
    const answers = [
      await ask('previewRepair', { findingId: 'a:b' }, headers),
      await ask('executeRepair', { planId: 'plan-1', confirmed: true }, headers),
      await ask('undoRun', { runId: 'run-1', confirmed: true }, headers),
    ];
    expect(answers.map(asJson)).toEqual([
      [200, { ok: true }],
      [200, { ok: true }],
      [200, { ok: true, notice: expect.stringMatching(/in the menu bar \(process 777\) is undoing a repair now/) }],
    ]);
    expect(served.engine.calls).toEqual([
      { kind: 'preview', findingId: 'a:b' },
      { kind: 'repair', planId: 'plan-1', confirmed: true },
      { kind: 'undo', runId: 'run-1', confirmed: true, dryRun: false },
    ]);
  });

  test('the dashboard and the log are opened on this machine', async () => {
    const headers = await served.signIn();
    expect((await ask('openDashboard', {}, headers)).httpStatus).toBe(200);
    expect((await ask('openLogs', {}, headers)).httpStatus).toBe(200);
    expect(served.opened).toEqual(['http://127.0.0.1:18789/', expect.stringMatching(/^\/.*\.log$/)]);
  });
});

describe('files', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/notes.txt',
    '/assets',
    '/index.html/',
    '/assets/index.js.map',
    '/constructor',
  ])('%s is not there', async (path) => {
    expect(await served.send({ path })).toMatchObject({ httpStatus: 404, body: '' });
  });

  test('what the page is made of is there, also with a query', async () => {
    expect((await served.send({ path: '/assets/index.js?v=1' })).body).toBe('export {};');
    expect((await served.send({ path: '/index.html' })).httpStatus).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('%s / is not there', async (method) => {
    expect((await served.send({ method, path: '/', headers: jsonFrom(served.port) })).httpStatus).toBe(404);
  });

  test('an unknown API path is not there either', async () => {
    const headers = await served.signIn();
    expect((await served.send({ path: '/api/token', headers })).httpStatus).toBe(404);
    expect((await served.send({ method: 'DELETE', path: '/api/view', headers })).httpStatus).toBe(404);
  });
});

describe('what is shown', () => {
  test('the view is pushed at once, on every new picture and on a new language', async () => {
    const headers = await served.signIn();
    const stream = await openStream(served.port, headers);
    expect(viewOf(await stream.next())).toMatchObject({ state: 'healthy', locale: 'en', localeChoice: null });
    served.engine.publish(makePicture({ snapshot: makeSnapshot({ sequence: 77 }) }));
    expect(viewOf(await stream.next()).sequence).toBe(77);
    await ask('setLocale', { locale: 'zh-Hant' }, headers);
    expect(viewOf(await stream.next())).toMatchObject({ locale: 'zh-Hant', localeChoice: 'zh-Hant' });
    await ask('setLocale', { locale: null }, headers);
    expect(viewOf(await stream.next())).toMatchObject({ locale: 'en', localeChoice: null });
  });

  test('an unchanged view comes again every 10 s, with the time of sending', async () => {
    const stream = await openStream(served.port, await served.signIn());
    const first = JSON.parse((await stream.next()).data) as { sentAt: number };
    await served.clock.advance(10_000);
    const second = JSON.parse((await stream.next()).data) as { sentAt: number };
    expect(second.sentAt - first.sentAt).toBe(10_000);
  });

  test('a stream ends with the server, and leaves nothing behind', async () => {
    const stream = await openStream(served.port, await served.signIn());
    await served.close();
    await stream.ended;
    expect(served.engine.listenerCount()).toBe(0);
    expect(served.clock.pending()).toBe(0);
    await expect(served.send({ path: '/' })).rejects.toThrow(/ECONNREFUSED/);
  });

  test('there is a limit to open streams', async () => {
    const headers = await served.signIn();
    for (let opened = 0; opened < 16; opened += 1) await openStream(served.port, headers);
    await expect(openStream(served.port, headers)).rejects.toThrow('events: 503');
  });

  test('the report is the one of the command line', async () => {
    const headers = await served.signIn();
    const report = await served.send({ path: '/api/report', headers });
    expect(JSON.parse(report.body)).toMatchObject({ schema: 1, app: { version: '0.0.0-test' }, state: 'healthy' });
  });

  test('the log of a refusal names no query and no secret', async () => {
    await served.send({ path: '/api/view?token=abc' });
    await served.send({ path: '/x' });
    expect(served.log).toEqual(['GET /api/view → 401', 'GET /x → 404']);
  });
});

describe('over ssh', () => {
  test('what cannot be opened there is shown as a fact instead of a button', async () => {
    const remote = await serveForTest({ opener: null });
    const headers = await remote.signIn();
    const view = JSON.parse((await remote.send({ path: '/api/view', headers })).body) as View;
    expect(view).toMatchObject({ dashboard: false, logPath: null });
    const values = view.facts.map(({ value }) => value);
    expect(values).toContain('http://127.0.0.1:18789/');
    expect(values).toContainEqual(expect.stringMatching(/\.log$/));
    const body = JSON.stringify({ name: 'openDashboard', body: {} });
    expect((await remote.send({ method: 'POST', path: '/api/request', headers, body })).httpStatus).toBe(500);
    await remote.close();
  });
});

test('a taken port is said, not avoided', async () => {
  await expect(serveForTest({ port: served.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('without a built panel nothing is served', async () => {
  await expect(serveForTest({ assetsFolder: '/nowhere/renderer' })).rejects.toMatchObject({ code: 'ENOENT' });
});
