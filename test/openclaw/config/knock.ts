import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { WebSocket } from 'ws';

/** A client that is none of OpenClaw's: who it says it is, and what it brings. */
export interface Visitor {
  readonly token?: string;
  readonly origin?: string;
  /** Who a trusted proxy says that it comes from: a command line elsewhere, and no page. */
  readonly from?: string;
  /** Default: it signs with its own key. */
  readonly signs?: 'something else';
}

const commandLine = { id: 'cli', mode: 'cli', version: '0', platform: 'linux' } as const;
const page = { id: 'openclaw-control-ui', mode: 'webchat', version: '0', platform: 'web' } as const;

/** Opens the dashboard's connection to a gateway and tells with which words it is closed; it must not be let in. */
export function knock(port: number, visitor: Visitor): Promise<string> {
  const { origin = `http://127.0.0.1:${port}`, token, from } = visitor;
  const headers = from === undefined ? { origin } : { 'x-forwarded-for': from };
  const client = from === undefined ? page : commandLine;
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (_code, reason) => resolve(reason.toString()));
    socket.on('message', (frame: Buffer) => {
      const message = JSON.parse(frame.toString()) as Message;
      if (message.ok === true) reject(new Error('it was let in'));
      if (message.event !== 'connect.challenge') return;
      const device = makeDevice(visitor, client, message.payload?.nonce ?? '');
      const auth = token === undefined ? {} : { auth: { token } };
      const params = { minProtocol: 3, maxProtocol: 4, client, role: 'operator', scopes: [], device, ...auth };
      socket.send(JSON.stringify({ type: 'req', id: '1', method: 'connect', params }));
    });
  });
}

type Client = typeof page | typeof commandLine;

interface Message {
  readonly event?: string;
  readonly ok?: boolean;
  readonly payload?: { readonly nonce?: string };
}

/** A device that was never seen before, with the second form of the signed text (2026.3.13 to 2026.9.6). */
function makeDevice({ token = '', signs }: Visitor, client: Client, nonce: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const id = createHash('sha256').update(raw).digest('hex');
  const signedAt = Date.now();
  const text = ['v2', id, client.id, client.mode, 'operator', '', signedAt, token, nonce].join('|');
  const signature = sign(null, Buffer.from(signs ?? text), privateKey).toString('base64url');
  return { id, publicKey: raw.toString('base64url'), signature, signedAt, nonce };
}
