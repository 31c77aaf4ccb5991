import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { explain, nodeModelLists } from '../../../app/platform/node/model-lists.ts';

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}

const serve = (answer: RequestListener): Promise<number> => listen(createServer(answer));

const ask = (port: number, given: Partial<Parameters<typeof nodeModelLists.ask>[0]> = {}) =>
  nodeModelLists.ask({
    scheme: 'http',
    host: '127.0.0.1',
    port,
    path: '/v1/models',
    key: 'sk-secret-0001',
    timeoutMs: 10_000,
    ...given,
  });

describe('the one request', () => {
  it('has the key in its header, and nowhere else', async () => {
    const requests: IncomingMessage[] = [];
    const port = await serve((request, response) => {
      requests.push(request);
      response.setHeader('content-type', 'application/json').end('{"data":[]}');
    });
    expect(await ask(port)).toEqual({
      kind: 'answered',
      httpStatus: 200,
      contentType: 'application/json',
      body: '{"data":[]}',
    });
    expect(
      requests.map(({ method, url, headers }) => [method, url, headers.authorization, headers.connection]),
    ).toEqual([['GET', '/v1/models', 'Bearer sk-secret-0001', 'close']]);
  });

  it('goes without one where there is none', async () => {
    let authorization: string | undefined = 'none asked';
    const port = await serve((request, response) => {
      authorization = request.headers.authorization;
      response.statusCode = 401;
      response.end();
    });
    expect(await ask(port, { key: null })).toMatchObject({ kind: 'answered', httpStatus: 401 });
    expect(authorization).toBeUndefined();
  });

  it('is not sent on: the key would go along', async () => {
    const asked: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await ask(port)).toMatchObject({ kind: 'answered', httpStatus: 302 });
    expect(asked).toEqual(['/v1/models']);
  });

  it('reads no more than a list can have', async () => {
    const port = await serve((_request, response) => void response.end('x'.repeat(3 * 1024 * 1024)));
    const answer = await ask(port);
    expect(answer.kind === 'answered' && answer.body.length).toBe(1024 * 1024);
  });
});

describe('what is no answer', () => {
  it('nobody listens', async () => {
    const server = createTcpServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await ask(port)).toMatchObject({ kind: 'failed', why: 'refused', code: 'ECONNREFUSED' });
  });

  it('silence', async () => {
    const port = await serve(() => undefined);
    expect(await ask(port, { timeoutMs: 50 })).toEqual({ kind: 'failed', why: 'timed-out', code: null });
  });

  it('the connection is cut', async () => {
    const port = await listen(createTcpServer((socket) => void socket.on('error', () => {}).destroy()));
    expect(await ask(port)).toMatchObject({ kind: 'failed', why: 'closed' });
  });

  it('plain HTTP where TLS was meant', async () => {
    const port = await serve((_request, response) => void response.end());
    expect(await ask(port, { scheme: 'https' })).toMatchObject({ kind: 'failed', why: 'tls' });
  });

  it.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
    ['ENETUNREACH', 'refused'],
    ['EMFILE', 'other'],
  ])('%s is %s', (code, why) => {
    expect(explain({ code })).toEqual({ kind: 'failed', why, code });
  });
});
