import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect as connectTcp } from 'node:net';
import type { Http, HttpRequest, HttpResult, TcpResult } from '../../ports/http.ts';
import { isLoopback, isOwnHost, ownAddresses } from './own-hosts.ts';

const maxBodyBytes = 64 * 1024;

/** Requests to this machine's own addresses; a redirect is an answer like any other and not followed. */
export const nodeHttp: Http = {
  connect: (host, port, timeoutMs) => (isOwnHost(host) ? connect(host, port, timeoutMs) : Promise.resolve('failed')),
  get: (request, signal) =>
    isOwnHost(request.host) ? get(request, signal) : Promise.resolve({ kind: 'failed' } as const),
  ownAddresses,
};

function connect(host: string, port: number, timeoutMs: number): Promise<TcpResult> {
  return new Promise((resolve) => {
    const socket = connectTcp({ host, port });
    const finish = (result: TcpResult): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => finish('timed-out'), timeoutMs);
    socket.once('connect', () => finish('open'));
    socket.on('error', (error: NodeJS.ErrnoException) => finish(tcpResultOf(error)));
  });
}

function tcpResultOf({ code }: NodeJS.ErrnoException): TcpResult {
  if (code === 'ECONNREFUSED') return 'refused';
  return code === 'ETIMEDOUT' ? 'timed-out' : 'failed';
}

function get(request: HttpRequest, signal: AbortSignal | undefined): Promise<HttpResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const outgoing = (request.scheme === 'https' ? requestHttps : requestHttp)({
      host: request.host,
      port: request.port,
      path: request.path,
      method: 'GET',
      agent: false,
      headers: { Accept: 'application/json', Connection: 'close' },
      // The gateway signs its own certificate; on loopback there is nobody in between.
      rejectUnauthorized: !isLoopback(request.host),
    });
    const finish = (result: HttpResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      outgoing.destroy();
      resolve(result);
    };
    const abort = (): void => finish({ kind: 'timed-out' });
    const timer = setTimeout(abort, request.timeoutMs);
    outgoing.on('error', (error: NodeJS.ErrnoException) => finish({ kind: kindOf(error) }));
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    outgoing.on('response', (response) => {
      collectBody(response, (body) =>
        finish({
          kind: 'answered',
          httpStatus: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? null,
          body,
          durationMs: Math.round(performance.now() - startedAt),
        }),
      );
      response.on('error', () => finish({ kind: 'closed' }));
      response.on('aborted', () => finish({ kind: 'closed' }));
    });
    outgoing.end();
  });
}

function collectBody(response: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, maxBodyBytes - length));
    length += chunk.length;
    if (length >= maxBodyBytes) done(Buffer.concat(chunks).toString());
  });
  response.on('end', () => done(Buffer.concat(chunks).toString()));
}

function kindOf({ code }: NodeJS.ErrnoException): 'refused' | 'timed-out' | 'closed' | 'failed' {
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT') return 'timed-out';
  return code === 'ECONNRESET' || code === 'EPIPE' ? 'closed' : 'failed';
}
