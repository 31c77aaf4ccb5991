import type { IncomingMessage } from 'node:http';

export const maxBodyBytes = 16 * 1024;

export type BodyRead =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' | 'not-json' | 'broken-off' };

/** Reads a small JSON body; never throws. Another content type is refused: plain forms can send those anywhere. */
export async function readJsonBody(request: IncomingMessage): Promise<BodyRead> {
  if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) return { kind: 'not-json' };
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBodyBytes) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'broken-off' };
  }
  return parseJson(Buffer.concat(chunks).toString('utf8'));
}

function parseJson(text: string): BodyRead {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'not-json' };
  }
}
