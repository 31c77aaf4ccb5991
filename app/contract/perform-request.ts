import type { Reply, ReplyError, RequestHandlers, RequestName } from './requests.ts';
import { requests } from './requests.ts';

export interface Performing {
  /** A request without a handler is unknown to this face. */
  readonly handlers: Partial<RequestHandlers>;
  /** For our own eyes: the renderer is told only that it failed. */
  readonly onFailure: (name: RequestName, error: unknown) => void;
}

/** Name first, then shape, then the handler: the one way from a renderer to the engine, in every face. Never throws. */
export async function performRequest(
  name: unknown,
  body: unknown,
  { handlers, onFailure }: Performing,
): Promise<Reply> {
  if (!isHandled(name, handlers)) return refuse('unknown-request');
  const parsed = requests[name].safeParse(body);
  if (!parsed.success) return refuse('not-understood');
  try {
    // The table ties each name to its body; the compiler cannot follow that through a variable name.
    const handle = handlers[name] as (body: unknown) => ReturnType<RequestHandlers[RequestName]>;
    const told = await handle(parsed.data);
    return typeof told === 'string' ? { ok: true, notice: told } : { ok: true, ...told };
  } catch (error) {
    onFailure(name, error);
    return refuse('failed');
  }
}

/** The reply without the request. */
export function refuse(error: ReplyError): Reply {
  return { ok: false, error };
}

function isHandled(name: unknown, handlers: Partial<RequestHandlers>): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name) && Object.hasOwn(handlers, name);
}
