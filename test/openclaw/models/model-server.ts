import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What of a request decides who answers, and who pays. */
export interface ModelRequest {
  /** As the client believes to have called it. */
  readonly host: string;
  readonly path: string;
  /** `null`: none is named. */
  readonly model: string | null;
  readonly authorization: string | null;
}

/** Stands for all providers at once on loopback: each request says itself which one it was meant for. */
export interface ModelServer {
  readonly port: number;
  /** Requests for an answer, in their order. */
  readonly requests: readonly ModelRequest[];
  /** Questions for the list of models. */
  readonly lists: readonly ModelRequest[];
  /** From now on a model is answered for like this; `200`: as all others. */
  answer(model: string, status: 200 | 401 | 404 | 429): void;
  /** Forgets requests and other answers. */
  forget(): void;
  close(): Promise<void>;
}

/** What every model says. */
export const said = 'Here I am.';

export async function startModelServer(offered: readonly string[] = []): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const lists: ModelRequest[] = [];
  const statuses = new Map<string, number>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const asked = describe(request, body);
      const isList = request.method === 'GET';
      (isList ? lists : requests).push(asked);
      if (isList) return send(response, 200, { object: 'list', data: offered.map((id) => ({ id, object: 'model' })) });
      const status = statuses.get(asked.model ?? '') ?? 200;
      if (status !== 200) return send(response, status, { error: { message: refusals[status] ?? '', code: status } });
      if (!/\/v\d\/chat\/completions$/.test(asked.path))
        return send(response, 404, { error: { message: 'no such path' } });
      return body.includes('"stream":true') ? stream(response, asked) : send(response, 200, complete(asked));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    lists,
    answer: (model, status) => void statuses.set(model, status),
    forget() {
      requests.length = 0;
      lists.length = 0;
      statuses.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const refusals: Readonly<Record<number, string>> = {
  401: 'The API key format is incorrect.',
  404: 'The model or endpoint does not exist or you do not have access to it.',
  429: 'You have exceeded the daily usage quota. It will reset at 2099-01-01 00:00:00 +0800 CST.',
};

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function describe({ headers, url }: IncomingMessage, body: string): ModelRequest {
  const { model = null } = (body === '' ? {} : JSON.parse(body)) as { readonly model?: string };
  return { host: headers.host ?? '', path: url ?? '', model, authorization: headers.authorization ?? null };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const usage = { prompt_tokens: 3, completion_tokens: 3, total_tokens: 6 };

function complete({ model }: ModelRequest) {
  const message = { role: 'assistant', content: said };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  return { id: 'answer-1', object: 'chat.completion', created: 1, model, choices, usage };
}

function stream(response: ServerResponse, { model }: ModelRequest): void {
  const chunk = (delta: object, finish: string | null) => ({
    id: 'answer-1',
    object: 'chat.completion.chunk',
    created: 1,
    model,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const chunks = [chunk({ role: 'assistant', content: said }, null), { ...chunk({}, 'stop'), usage }];
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const each of chunks) response.write(`data: ${JSON.stringify(each)}\n\n`);
  response.end('data: [DONE]\n\n');
}

/** Where a request went, for which model and with which key, in one line. */
export function tell({ host, path, model, authorization }: ModelRequest): string {
  return `${host}${path} ${model ?? 'none'} ${authorization ?? 'without key'}`;
}
