import type { ServerResponse } from 'node:http';
import { securityHeaders } from './headers.ts';

export interface Answer {
  readonly httpStatus: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export function jsonAnswer(httpStatus: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { httpStatus, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value), headers };
}

/** A refusal tells a stranger nothing beyond its number. */
export function refusal(httpStatus: 400 | 401 | 403 | 404 | 413 | 503): Answer {
  return { httpStatus, contentType: 'text/plain; charset=utf-8', body: '' };
}

export function sendAnswer(response: ServerResponse, { httpStatus, contentType, body, headers }: Answer): void {
  response.writeHead(httpStatus, {
    ...securityHeaders,
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    // After a refused upload the rest of it would be read as the next request.
    ...(httpStatus === 413 ? { Connection: 'close' } : {}),
    ...headers,
  });
  response.end(body);
}
