import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Opener } from '../../app/web/opener.ts';
import type { PanelOptions } from '../../app/web/serve-panel.ts';
import { servePanel } from '../../app/web/serve-panel.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import { makeFakeClock } from '../fakes/fake-clock.ts';
import type { FakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makePicture } from '../fakes/snapshots.ts';

/** A real panel server over a fake engine, and what it did. */
export interface Served {
  readonly port: number;
  readonly url: string;
  readonly token: string;
  readonly engine: FakeEngine;
  readonly clock: FakeClock;
  readonly opened: readonly string[];
  readonly log: readonly string[];
  /** One real request; a page's own headers unless others are given. */
  send(message: Message): Promise<Answered>;
  /** Uses the token; the headers of a page with a session. */
  signIn(): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export interface Message {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly httpStatus: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export async function serveForTest(change: Partial<PanelOptions> = {}): Promise<Served> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clawtender-web-'));
  await writeFile(path.join(folder, 'secret.txt'), 'not for the panel');
  const assetsFolder = path.join(folder, 'renderer');
  await mkdir(path.join(assetsFolder, 'assets'), { recursive: true });
  await writeFile(path.join(assetsFolder, 'index.html'), '<!doctype html><title>panel</title>');
  await writeFile(path.join(assetsFolder, 'assets/index.js'), 'export {};');
  await writeFile(path.join(assetsFolder, 'notes.txt'), 'not a part of the page');
  const engine = makeFakeEngine(makePicture());
  const clock = makeFakeClock();
  const opened: string[] = [];
  const log: string[] = [];
  const opener: Opener = { open: async (target) => opened.push(target) > 0 };
  const panel = await servePanel({
    engine,
    clock,
    opener,
    locale: { system: 'en', chosen: null },
    appVersion: '0.0.0-test',
    assetsFolder,
    log: (line) => log.push(line),
    ...change,
  });
  const url = new URL(panel.url);
  const port = Number(url.port);
  const token = new URLSearchParams(url.hash.slice(1)).get('token') ?? '';
  const send = (message: Message) => sendTo(port, message);
  return {
    port,
    url: panel.url,
    token,
    engine,
    clock,
    opened,
    log,
    send,
    signIn: async () => ({ ...jsonFrom(port), Cookie: await exchange(send, port, token) }),
    async close() {
      await panel.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Headers that a page of this server sends with its requests. */
export function jsonFrom(port: number): Record<string, string> {
  return { Origin: `http://127.0.0.1:${port}`, 'Content-Type': 'application/json' };
}

async function exchange(send: Served['send'], port: number, token: string): Promise<string> {
  const body = JSON.stringify({ token });
  const answered = await send({ method: 'POST', path: '/api/session', headers: jsonFrom(port), body });
  const cookie = answered.headers['set-cookie']?.[0];
  if (cookie === undefined) throw new Error(`no session: ${answered.httpStatus}`);
  return cookie.split(';')[0] ?? '';
}

function sendTo(port: number, { method = 'GET', path: target, headers = {}, body }: Message): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path: target, headers, agent: false };
    const sent = request(options, (response) => void collect(response).then(resolve, reject));
    sent.on('error', reject);
    sent.end(body);
  });
}

async function collect(response: IncomingMessage): Promise<Answered> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return {
    httpStatus: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** An open event stream. */
export interface Stream {
  /** The next event; rejects when the stream ends first. */
  next(): Promise<StreamEvent>;
  readonly ended: Promise<void>;
}

export function openStream(port: number, headers: Readonly<Record<string, string>>): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/api/events', headers, agent: false }, (response) => {
      if (response.statusCode === 200) resolve(readStream(response));
      else reject(new Error(`events: ${response.statusCode}`));
      if (response.statusCode !== 200) response.resume();
    });
    sent.on('error', reject);
    sent.end();
  });
}

function readStream(response: IncomingMessage): Stream {
  const events = readEvents(response);
  return {
    ended: new Promise((resolve) => response.once('close', resolve)),
    async next() {
      const { value, done } = await events.next();
      if (done) throw new Error('the stream ended');
      return value;
    },
  };
}

async function* readEvents(response: IncomingMessage): AsyncGenerator<StreamEvent, void> {
  let rest = '';
  response.setEncoding('utf8');
  for await (const text of response as AsyncIterable<string>) {
    const parts = `${rest}${text}`.split('\n\n');
    rest = parts.pop() ?? '';
    yield* parts.map(parseEvent);
  }
}

function parseEvent(text: string): StreamEvent {
  const field = (name: string) =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  return { event: field('event'), data: field('data') };
}
