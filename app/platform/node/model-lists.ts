import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { ModelListAnswer } from '../../core/model/provider-test.ts';
import type { ModelListRequest, ModelLists } from '../../ports/model-lists.ts';

const maxBodyBytes = 1024 * 1024;

/** Names and addresses that cannot be reached; certificates; the rest is told by its code. */
const meanings: Readonly<Record<string, Extract<ModelListAnswer, { kind: 'failed' }>['why']>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ETIMEDOUT: 'timed-out',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  EPROTO: 'tls',
};

export const nodeModelLists: ModelLists = { ask };

function ask({ scheme, host, port, path, key, timeoutMs }: ModelListRequest): Promise<ModelListAnswer> {
  return new Promise((resolve) => {
    const outgoing = (scheme === 'https' ? requestHttps : requestHttp)({
      host,
      ...(port === null ? {} : { port }),
      path,
      method: 'GET',
      agent: false,
      headers: {
        Accept: 'application/json',
        Connection: 'close',
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
    });
    const finish = (answer: ModelListAnswer): void => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => finish({ kind: 'failed', why: 'timed-out', code: null }), timeoutMs);
    outgoing.on('error', (error: NodeJS.ErrnoException) => finish(explain(error)));
    outgoing.on('response', (response) => {
      collect(response, (body) =>
        finish({
          kind: 'answered',
          httpStatus: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? null,
          body,
        }),
      );
      response.on('error', (error: NodeJS.ErrnoException) => finish(explain(error)));
      response.on('aborted', () => finish({ kind: 'failed', why: 'closed', code: null }));
    });
    outgoing.end();
  });
}

function collect(response: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, maxBodyBytes - length));
    length += chunk.length;
    if (length >= maxBodyBytes) done(Buffer.concat(chunks).toString());
  });
  response.on('end', () => done(Buffer.concat(chunks).toString()));
}

/** By its code alone: a message may hold what was sent. */
export function explain({ code }: { readonly code?: string | undefined }): ModelListAnswer {
  if (code === undefined) return { kind: 'failed', why: 'other', code: null };
  const isCertificate = /^(?:ERR_SSL_|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code);
  return { kind: 'failed', why: isCertificate ? 'tls' : (meanings[code] ?? 'other'), code };
}
