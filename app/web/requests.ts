import { z } from 'zod';
import type { Reply, RequestHandlers, RequestName } from '../contract/requests.ts';
import { requests } from '../contract/requests.ts';

/** Handlers of the browser face. `copyReport` is missing: the page copies what `/api/report` gives it. */
export type PanelHandlers = Omit<RequestHandlers, 'copyReport'>;

export interface Answered {
  readonly httpStatus: number;
  readonly reply: Reply;
}

const envelope = z.strictObject({ name: z.string(), body: z.unknown() });

/** Parses by the contract's table, then performs. Never throws: what a handler throws goes to `log`. */
export async function answerRequest(
  value: unknown,
  handlers: PanelHandlers,
  log: (line: string) => void,
): Promise<Answered> {
  const message = envelope.safeParse(value);
  if (!message.success) return refused(400, 'not-understood');
  const { name, body } = message.data;
  if (!isServed(name, handlers)) return refused(404, 'unknown-request');
  const parsed = requests[name].safeParse(body);
  if (!parsed.success) return refused(400, 'not-understood');
  try {
    // The table ties each name to its body; the compiler cannot follow that through a variable name.
    await (handlers[name] as (body: unknown) => Promise<void>)(parsed.data);
    return { httpStatus: 200, reply: { ok: true } };
  } catch (error) {
    log(`request ${name} failed: ${error instanceof Error ? error.message : 'unknown error'}`);
    return refused(500, 'failed');
  }
}

function isServed(name: string, handlers: PanelHandlers): name is Exclude<RequestName, 'copyReport'> {
  return Object.hasOwn(handlers, name);
}

function refused(httpStatus: number, error: Exclude<Reply, { ok: true }>['error']): Answered {
  return { httpStatus, reply: { ok: false, error } };
}
