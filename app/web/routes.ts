import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Locale } from '../core/model/view.ts';
import type { Answer } from './answer.ts';
import { jsonAnswer, refusal } from './answer.ts';
import type { Assets } from './assets.ts';
import { readJsonBody } from './body.ts';
import { closedPage } from './closed-page.ts';
import { isLoopbackHost, isOwnPage, isOwnPost } from './origin.ts';
import type { Answered } from './requests.ts';
import type { Sessions } from './session.ts';
import { cookieName, readCookie, sessionCookie } from './session.ts';

/** What the routes serve; all of it is asked anew for each request. */
export interface Served {
  readonly port: number;
  readonly sessions: Sessions;
  readonly assets: Assets;
  readonly locale: () => Locale;
  readonly view: () => unknown;
  readonly report: () => unknown;
  readonly perform: (value: unknown) => Promise<Answered>;
}

/** `events`: the caller turns the response into a stream. */
export async function route(request: IncomingMessage, served: Served): Promise<Answer | 'events'> {
  if (!isLoopbackHost(request.headers)) return refusal(403);
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (path.startsWith('/api/')) return routeApi(request, path, served);
  if (request.method !== 'GET') return refusal(404);
  if (path === '/closed') {
    return { httpStatus: 401, contentType: 'text/html; charset=utf-8', body: closedPage(served.locale()) };
  }
  const asset = served.assets.get(path === '/' ? '/index.html' : path);
  return asset === undefined ? refusal(404) : { httpStatus: 200, contentType: asset.contentType, body: asset.bytes };
}

async function routeApi(request: IncomingMessage, path: string, served: Served): Promise<Answer | 'events'> {
  const isPost = request.method === 'POST';
  if (isPost ? !isOwnPost(request.headers) : !isOwnPage(request.headers)) return refusal(403);
  const name = `${request.method} ${path}`;
  if (name === 'POST /api/session') return openSession(request, served);
  const session = readCookie(request.headers.cookie, cookieName(served.port));
  if (!served.sessions.isOpen(session)) return refusal(401);
  switch (name) {
    case 'GET /api/view':
      return jsonAnswer(200, served.view());
    case 'GET /api/report':
      return jsonAnswer(200, served.report());
    case 'GET /api/events':
      return 'events';
    case 'POST /api/request':
      return perform(request, served);
    default:
      return refusal(404);
  }
}

const tokenBody = z.strictObject({ token: z.string().max(100) });

async function openSession(request: IncomingMessage, { sessions, port }: Served): Promise<Answer> {
  const body = await readJsonBody(request);
  if (body.kind === 'too-large') return refusal(413);
  const parsed = tokenBody.safeParse(body.kind === 'json' ? body.value : null);
  if (!parsed.success) return refusal(400);
  const session = sessions.exchange(parsed.data.token);
  if (session === null) return refusal(401);
  return jsonAnswer(200, { ok: true }, { 'Set-Cookie': sessionCookie(port, session) });
}

async function perform(request: IncomingMessage, served: Served): Promise<Answer> {
  const body = await readJsonBody(request);
  if (body.kind === 'too-large') return refusal(413);
  if (body.kind !== 'json') return jsonAnswer(400, { ok: false, error: 'not-understood' });
  const { httpStatus, reply } = await served.perform(body.value);
  return jsonAnswer(httpStatus, reply);
}
