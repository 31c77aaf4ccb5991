import { z } from 'zod';
import { performRequest, refuse } from '../contract/perform-request.ts';
import type { Reply, ReplyError } from '../contract/requests.ts';
import type { PanelHandlers } from './panel-handlers.ts';

export interface Answered {
  readonly httpStatus: number;
  readonly reply: Reply;
}

const envelope = z.strictObject({ name: z.string(), body: z.unknown() });

const httpStatuses: Readonly<Record<ReplyError, number>> = {
  'not-understood': 400,
  forbidden: 403,
  'unknown-request': 404,
  failed: 500,
};

/** Takes a message of the page apart and has it performed. Never throws: what a handler throws goes to `log`. */
export async function answerRequest(
  value: unknown,
  handlers: PanelHandlers,
  log: (line: string) => void,
): Promise<Answered> {
  const message = envelope.safeParse(value);
  if (!message.success) return answered(refuse('not-understood'));
  const { name, body } = message.data;
  return answered(
    await performRequest(name, body, {
      handlers,
      onFailure: (request, error) =>
        log(`request ${request} failed: ${error instanceof Error ? error.message : 'unknown error'}`),
    }),
  );
}

function answered(reply: Reply): Answered {
  return { httpStatus: reply.ok ? 200 : httpStatuses[reply.error], reply };
}
