import { z } from 'zod';

/** What a frame from the gateway means to somebody who only wants to know that it lives. */
export type FrameMeaning = 'challenge' | 'accepted' | 'rejected' | 'unavailable' | 'shutdown' | 'other';

const connectId = 'connect';

const frameSchema = z.union([
  z.object({ type: z.literal('event'), event: z.string() }),
  z.object({
    type: z.literal('res'),
    id: z.literal(connectId),
    ok: z.boolean(),
    error: z.object({ code: z.string() }).optional(),
  }),
]);

/** Frames of protocols 3 and 4 (OpenClaw 2026.3.8 to 2026.9.6). */
export function readFrame(text: string): FrameMeaning {
  const frame = frameSchema.safeParse(parseJson(text)).data;
  if (frame === undefined) return 'other';
  if (frame.type === 'event') {
    if (frame.event === 'connect.challenge') return 'challenge';
    return frame.event === 'shutdown' ? 'shutdown' : 'other';
  }
  if (frame.ok) return 'accepted';
  return frame.error?.code === 'UNAVAILABLE' ? 'unavailable' : 'rejected';
}

/** The first frame a client may send. Unknown fields are refused by 2026.9.6, so there are no others. */
export function connectFrame(token: string, appVersion: string): string {
  return JSON.stringify({
    type: 'req',
    id: connectId,
    method: 'connect',
    params: {
      minProtocol: 3,
      maxProtocol: 4,
      client: { id: 'gateway-client', version: appVersion, platform: process.platform, mode: 'probe' },
      role: 'operator',
      scopes: [],
      auth: { token },
    },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
