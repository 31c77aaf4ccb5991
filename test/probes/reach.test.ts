import { fakeSecrets } from '../fakes/fake-secrets.ts';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../app/core/model/reading.ts';
import type { ConfigFile } from '../../app/core/model/config-file.ts';
import { parseConfigText, readConfigContent } from '../../app/core/parse/config.ts';
import type { HttpResult, TcpResult } from '../../app/ports/http.ts';
import { reachProbe } from '../../app/probes/reach.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeContext } from './make-context.ts';

const port = { port: 18789, source: 'default' } as const;
const json = (body: unknown, httpStatus = 200): HttpResult => ({
  kind: 'answered',
  httpStatus,
  contentType: 'application/json',
  body: JSON.stringify(body),
  durationMs: 2,
});
const live = json({ ok: true, status: 'live' });
const ready = json({ ready: true, failing: [], uptimeMs: 9 });
const html: HttpResult = { ...json(''), contentType: 'text/html', body: '<openclaw-app></openclaw-app>' } as HttpResult;

function makeConfig(text: string) {
  const document = parseConfigText(text, '/x');
  if (document.kind === 'broken') throw new Error(document.message);
  const file = { path: '/x', realPath: '/x', sizeBytes: 1, modifiedAt: 1, fileMode: 0o600, sha256: '' };
  return known<ConfigFile>(
    { ...file, content: readConfigContent(document.value, [], (secret) => fakeSecrets.mark(secret)) },
    1,
  );
}

interface Machine {
  readonly config?: string;
  readonly tcp?: Readonly<Record<string, TcpResult>>;
  /** By URL; every other path fails the test. */
  readonly answers?: Readonly<Record<string, HttpResult>>;
  readonly addresses?: readonly string[];
}

async function read({ config, tcp = { '127.0.0.1': 'open' }, answers = {}, addresses = [] }: Machine) {
  const asked: string[] = [];
  const ports = makeStrictPorts({
    http: {
      connect: async (host, to) => {
        asked.push(`${host}:${to}`);
        const result = tcp[host];
        if (result === undefined) throw new Error(`unexpected connection to ${host}`);
        return result;
      },
      get: async ({ scheme, host, port: to, path }) => {
        const url = `${scheme}://${host}:${to}${path}`;
        asked.push(url);
        const answer = answers[url];
        if (answer === undefined) throw new Error(`unexpected request: ${url}`);
        return answer;
      },
      ownAddresses: () => addresses,
    },
  });
  const reading = config === undefined ? unknown('not-permitted', 'x', 1) : makeConfig(config);
  const result = await reachProbe.read({ ...makeContext({}), ports }, { port, config: reading });
  if (result.status !== 'known') throw new Error(result.status);
  return { reach: result.value, asked };
}

const answersOf = (base: string, health: HttpResult, readyz = health, startup = health) => ({
  [`${base}/healthz`]: health,
  [`${base}/readyz`]: readyz,
  [`${base}/startupz`]: startup,
});
const base = 'http://127.0.0.1:18789';

describe('a port without a gateway', () => {
  it.each(['refused', 'timed-out', 'failed'] as const)('%s is not asked any further', async (tcp) => {
    const { reach, asked } = await read({ tcp: { '127.0.0.1': tcp } });
    expect(reach).toEqual({
      host: '127.0.0.1',
      port: 18789,
      scheme: 'http',
      tcp,
      health: { kind: 'not-asked' },
      ready: { kind: 'not-asked' },
      startup: { kind: 'not-asked' },
    });
    expect(asked).toEqual(['127.0.0.1:18789']);
  });

  it('with somebody frozen on it does not answer', async () => {
    const { reach } = await read({ answers: answersOf(base, { kind: 'timed-out' }) });
    expect(reach).toMatchObject({ tcp: 'open', health: { kind: 'no-answer', why: 'timed-out' } });
  });

  it('with another program on it answers otherwise', async () => {
    const page: HttpResult = { ...json(''), contentType: 'text/html', body: '<h1>Files</h1>' } as HttpResult;
    const { reach } = await read({ answers: answersOf(base, page) });
    expect(reach.health).toEqual({ kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: false });
  });

  it('with a program on it that speaks no HTTP at all is asked both ways', async () => {
    const { reach, asked } = await read({
      answers: { ...answersOf(base, { kind: 'failed' }), ...answersOf('https://127.0.0.1:18789', { kind: 'closed' }) },
    });
    expect(reach).toMatchObject({ scheme: 'http', health: { kind: 'no-answer', why: 'failed' } });
    expect(asked).toHaveLength(7);
  });
});

it('reads a gateway of 2026.3.13, which has no /startupz', async () => {
  const { reach } = await read({ answers: answersOf(base, live, ready, html) });
  expect(reach).toMatchObject({
    tcp: 'open',
    health: { kind: 'json', body: { status: 'live' } },
    ready: { kind: 'json', body: { ready: true } },
    startup: { kind: 'other', controlUi: true },
  });
});

it('asks by https when the configuration says so', async () => {
  const { reach, asked } = await read({
    config: '{gateway:{tls:{enabled:true}}}',
    answers: answersOf('https://127.0.0.1:18789', live),
  });
  expect(reach).toMatchObject({ scheme: 'https', health: { kind: 'json' } });
  expect(asked).toHaveLength(4);
});

it('finds a gateway that still runs with the other setting', async () => {
  const { reach } = await read({
    config: '{gateway:{tls:{enabled:true}}}',
    answers: { ...answersOf('https://127.0.0.1:18789', { kind: 'failed' }), ...answersOf(base, live) },
  });
  expect(reach).toMatchObject({ scheme: 'http', health: { kind: 'json' } });
});

describe('a gateway that is not on loopback', () => {
  it('is found where it was told to be', async () => {
    const { reach, asked } = await read({
      config: '{gateway:{bind:"custom",customBindHost:"192.0.2.7"}}',
      tcp: { '127.0.0.1': 'refused', '192.0.2.7': 'open' },
      answers: answersOf('http://192.0.2.7:18789', live),
    });
    expect(reach).toMatchObject({ host: '192.0.2.7', tcp: 'open', health: { kind: 'json' } });
    expect(asked[0]).toBe('127.0.0.1:18789');
  });

  it('is found in the tailnet', async () => {
    const { reach } = await read({
      config: '{gateway:{bind:"tailnet"}}',
      addresses: ['127.0.0.1', '192.168.1.2', '100.63.0.1', '100.101.102.103', 'fe80::1'],
      tcp: { '127.0.0.1': 'refused', '100.101.102.103': 'open' },
      answers: answersOf('http://100.101.102.103:18789', live),
    });
    expect(reach.host).toBe('100.101.102.103');
  });

  it('and not there either is refused where everybody looks', async () => {
    const { reach } = await read({
      config: '{gateway:{bind:"custom",customBindHost:"192.0.2.7"}}',
      tcp: { '127.0.0.1': 'refused', '192.0.2.7': 'failed' },
    });
    expect(reach).toMatchObject({ host: '127.0.0.1', tcp: 'refused' });
  });
});
