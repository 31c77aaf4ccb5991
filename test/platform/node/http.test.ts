import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeHttp } from '../../../app/platform/node/http.ts';
import type { HttpRequest } from '../../../app/ports/http.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

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
const serveTcp = (greet: (socket: Socket) => void): Promise<number> =>
  listen(createTcpServer((socket) => greet(socket.on('error', () => {}))));

async function freePort(): Promise<number> {
  const server = createTcpServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const request = (port: number, given: Partial<HttpRequest> = {}): HttpRequest => ({
  scheme: 'http',
  host: '127.0.0.1',
  port,
  path: '/healthz',
  timeoutMs: 10_000,
  ...given,
});

describe('what is no answer', () => {
  it('nobody listens', async () => {
    const port = await freePort();
    expect(await nodeHttp.get(request(port))).toEqual({ kind: 'refused' });
    expect(await nodeHttp.connect('127.0.0.1', port, 10_000)).toBe('refused');
  });

  it('a program that takes the connection and says nothing, like a frozen gateway', async () => {
    const port = await serveTcp(() => {});
    expect(await nodeHttp.connect('127.0.0.1', port, 10_000)).toBe('open');
    expect(await nodeHttp.get(request(port, { timeoutMs: 200 }))).toEqual({ kind: 'timed-out' });
  });

  it('a program that says half and then nothing', async () => {
    const port = await serveTcp((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'));
    expect(await nodeHttp.get(request(port, { timeoutMs: 300 }))).toEqual({ kind: 'timed-out' });
  });

  it('a program that closes, before or amid its answer', async () => {
    const closing = await serveTcp((socket) => socket.end());
    expect(await nodeHttp.get(request(closing))).toEqual({ kind: 'closed' });
    const breaking = await serveTcp((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'));
    expect(await nodeHttp.get(request(breaking))).toEqual({ kind: 'closed' });
  });

  it('a program that speaks something else', async () => {
    const port = await serveTcp((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
    expect(await nodeHttp.get(request(port))).toEqual({ kind: 'failed' });
  });

  it('nobody waits for it any more', async () => {
    const port = await serveTcp(() => {});
    const abort = new AbortController();
    const answer = nodeHttp.get(request(port), abort.signal);
    abort.abort();
    expect(await answer).toEqual({ kind: 'timed-out' });
    expect(await nodeHttp.get(request(port), abort.signal)).toEqual({ kind: 'timed-out' });
  });
});

it('asks briefly, on a connection of its own that ends at once', async () => {
  const seen: IncomingMessage[] = [];
  const port = await serve((incoming, response) => {
    seen.push(incoming);
    response.setHeader('Content-Type', 'application/json').end('{"ok":true}');
  });
  const answer = await nodeHttp.get(request(port));
  expect(answer).toMatchObject({
    kind: 'answered',
    httpStatus: 200,
    contentType: 'application/json',
    body: '{"ok":true}',
  });
  expect(seen[0]?.headers).toEqual({ host: `127.0.0.1:${port}`, accept: 'application/json', connection: 'close' });
  await expect.poll(() => seen[0]?.socket.destroyed).toBe(true);
});

it('takes a redirect for what it is', async () => {
  const port = await serve((_incoming, response) => response.writeHead(302, { Location: 'http://example.com/' }).end());
  expect(await nodeHttp.get(request(port))).toMatchObject({ kind: 'answered', httpStatus: 302 });
});

it('takes 64 KiB of an endless answer', async () => {
  const port = await serve((_incoming, response) => {
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    };
    response.on('drain', pour);
    pour();
  });
  const answer = await nodeHttp.get(request(port));
  expect(answer.kind === 'answered' && answer.body.length).toBe(65_536);
});

it('accepts the certificate that the gateway signed itself', async () => {
  const folder = await makeTemporaryFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=gateway', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  });
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_incoming, response) =>
    response.end('yes'),
  );
  const port = await listen(server);
  expect(await nodeHttp.get(request(port, { scheme: 'https' }))).toMatchObject({ kind: 'answered', body: 'yes' });
  expect((await nodeHttp.get(request(port))).kind).not.toBe('answered');
});

it.each(['192.0.2.1', 'example.com', '0.0.0.0', '127.0.0.1.example.com', '2001:db8::1'])(
  'sends nothing to %s, which is not this machine',
  async (host) => {
    expect(await nodeHttp.get(request(18789, { host }))).toEqual({ kind: 'failed' });
    expect(await nodeHttp.connect(host, 18789, 10_000)).toBe('failed');
  },
);

it('knows this machine’s addresses', () => {
  expect(nodeHttp.ownAddresses()).toContain('127.0.0.1');
});
