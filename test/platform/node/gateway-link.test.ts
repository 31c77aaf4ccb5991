import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { nodeFiles } from '../../../app/platform/node/files.ts';
import { createGatewayLink } from '../../../app/platform/node/gateway-link.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const challenge = { type: 'event', event: 'connect.challenge', payload: { nonce: 'n', ts: 1 } };
const helloOk = { type: 'res', id: 'connect', ok: true, payload: { type: 'hello-ok', protocol: 4 } };
const refusal = (code: string) => ({ type: 'res', id: 'connect', ok: false, error: { code, message: 'no' } });

interface Gateway {
  readonly port: number;
  readonly frames: unknown[];
  readonly connections: () => number;
  readonly send: (frame: unknown) => void;
  readonly socket: () => WebSocket;
}

/** A gateway that greets with a challenge and answers the first frame as told. */
async function startGateway(answer: (socket: WebSocket) => void): Promise<Gateway> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const sockets: WebSocket[] = [];
  const frames: unknown[] = [];
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (bytes: Buffer) => {
      frames.push(JSON.parse(bytes.toString()));
      answer(socket);
    });
    socket.send(JSON.stringify(challenge));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.terminate();
    server.close();
  });
  const last = (): WebSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('nobody is connected');
    return socket;
  };
  return {
    port: (server.address() as AddressInfo).port,
    frames,
    connections: () => sockets.length,
    send: (frame) => last().send(JSON.stringify(frame)),
    socket: last,
  };
}

async function writeConfig(config: string): Promise<string> {
  const path = join(await makeTemporaryFolder(), 'openclaw.json');
  await writeFile(path, config);
  return path;
}

/** Opens a link and collects how it ended. */
function openLink(port: number, configPath: string) {
  const ends: string[] = [];
  const link = createGatewayLink({ files: nodeFiles, appVersion: '1.2.3' });
  const handle = link.open({ scheme: 'http', host: '127.0.0.1', port, configPath, onEnd: (why) => ends.push(why) });
  onTestFinished(() => handle.close());
  return { handle, ends };
}

const withToken = '{ gateway: { auth: { mode: "token", token: "abc" } } }';

describe('without a token that may be used it does not even connect', () => {
  it.each([
    ['none', '{}'],
    ['a variable', '{ gateway: { auth: { token: "${OPENCLAW_GATEWAY_TOKEN}" } } }'],
    ['a secret store', '{ gateway: { auth: { token: { source: "env", id: "T" } } } }'],
    ['a password', '{ gateway: { auth: { mode: "password", token: "abc" } } }'],
    ['a broken file', '{ gateway: { auth: { token: "abc"'],
  ])('%s', async (_name, config) => {
    const gateway = await startGateway(() => {});
    const { ends } = openLink(gateway.port, await writeConfig(config));
    await expect.poll(() => ends).toEqual(['no-token']);
    expect(gateway.connections()).toBe(0);
  });

  it('no file', async () => {
    const { ends } = openLink(18789, '/nowhere/openclaw.json');
    await expect.poll(() => ends).toEqual(['no-token']);
  });
});

it('answers the challenge with the token, asks for no rights, and stays', async () => {
  const gateway = await startGateway((socket) => socket.send(JSON.stringify(helloOk)));
  const { ends } = openLink(gateway.port, await writeConfig(withToken));
  await expect.poll(() => gateway.frames.length).toBe(1);
  expect(gateway.frames).toEqual([
    {
      type: 'req',
      id: 'connect',
      method: 'connect',
      params: {
        minProtocol: 3,
        maxProtocol: 4,
        client: { id: 'gateway-client', version: '1.2.3', platform: process.platform, mode: 'probe' },
        role: 'operator',
        scopes: [],
        auth: { token: 'abc' },
      },
    },
  ]);
  gateway.send(challenge);
  gateway.send({ type: 'event', event: 'tick', payload: {} });
  gateway.socket().send('no JSON');
  gateway.send({ type: 'event', event: 'shutdown', payload: { reason: 'gateway stopping' } });
  await expect.poll(() => ends).toEqual(['shutdown']);
  expect(gateway.frames).toHaveLength(1);
});

it('tells the shutdown once, although the connection then ends too', async () => {
  const gateway = await startGateway((socket) => socket.send(JSON.stringify(helloOk)));
  const { ends } = openLink(gateway.port, await writeConfig(withToken));
  await expect.poll(() => gateway.frames.length).toBe(1);
  gateway.send({ type: 'event', event: 'shutdown', payload: {} });
  gateway.socket().close(1012, 'service restart');
  await once(gateway.socket(), 'close');
  expect(ends).toEqual(['shutdown']);
});

it.each([
  ['the process dies', (socket: WebSocket) => socket.terminate(), 'closed'],
  ['the gateway closes', (socket: WebSocket) => socket.close(1012), 'closed'],
  ['the token is wrong', (socket: WebSocket) => socket.send(JSON.stringify(refusal('INVALID_REQUEST'))), 'rejected'],
  ['the gateway says so by its close code', (socket: WebSocket) => socket.close(1008, 'unauthorized'), 'rejected'],
  ['the protocol is another', (socket: WebSocket) => socket.close(1002, 'protocol mismatch'), 'rejected'],
  ['the gateway still starts', (socket: WebSocket) => socket.send(JSON.stringify(refusal('UNAVAILABLE'))), 'closed'],
])('ends once when %s', async (_name, answer, why) => {
  const gateway = await startGateway(answer);
  const { ends } = openLink(gateway.port, await writeConfig(withToken));
  await expect.poll(() => ends).toEqual([why]);
  await expect.poll(() => gateway.socket().readyState).toBe(gateway.socket().CLOSED);
  expect(ends).toEqual([why]);
  expect(gateway.connections()).toBe(1);
});

it('ends when nobody listens, and sends no token to another machine', async () => {
  const configPath = await writeConfig(withToken);
  const gone = openLink(1, configPath);
  await expect.poll(() => gone.ends).toEqual(['closed']);
  const ends: string[] = [];
  const request = { scheme: 'http', host: '192.0.2.1', port: 18789, configPath } as const;
  createGatewayLink({ files: nodeFiles, appVersion: '0' }).open({ ...request, onEnd: (why) => ends.push(why) });
  await expect.poll(() => ends).toEqual(['no-token']);
});

it('says nothing after it was closed', async () => {
  const gateway = await startGateway((socket) => socket.send(JSON.stringify(helloOk)));
  const { handle, ends } = openLink(gateway.port, await writeConfig(withToken));
  await expect.poll(() => gateway.frames.length).toBe(1);
  const closed = once(gateway.socket(), 'close');
  handle.close();
  handle.close();
  await closed;
  expect(ends).toEqual([]);
});
