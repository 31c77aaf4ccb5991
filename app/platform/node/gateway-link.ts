import { WebSocket } from 'ws';
import { parseConfigText, readSharedToken } from '../../core/parse/config.ts';
import type { Files } from '../../ports/files.ts';
import type { GatewayLink, GatewayLinkHandle, GatewayLinkRequest } from '../../ports/gateway-link.ts';
import { connectFrame, readFrame } from './gateway-frames.ts';
import { hostInUrl, isLoopback, isOwnHost } from './own-hosts.ts';

const maxConfigBytes = 8 * 1024 * 1024;
/** 2026.9.6 allows 15 s for the handshake, 3.x 3 s; a gateway that is still starting may be slow to ask. */
const handshakeTimeoutMs = 15_000;
const closeTimeoutMs = 500;

export interface GatewayLinkOptions {
  readonly files: Files;
  /** Version of this app, told to the gateway. */
  readonly appVersion: string;
}

type End = Parameters<GatewayLinkRequest['onEnd']>[0];

/** The WebSocket of OpenClaw 2026.3.8 (protocol 3) to 2026.9.6 (protocol 4). */
export function createGatewayLink(options: GatewayLinkOptions): GatewayLink {
  return { open: (request) => openLink(options, request) };
}

function openLink({ files, appVersion }: GatewayLinkOptions, request: GatewayLinkRequest): GatewayLinkHandle {
  let socket: WebSocket | null = null;
  let over = false;
  const finish = (why: End | null): void => {
    if (over) return;
    over = true;
    if (socket !== null) leave(socket);
    if (why !== null) request.onEnd(why);
  };
  const start = async (): Promise<void> => {
    if (!isOwnHost(request.host) || (await readToken(files, request.configPath)) === null) return finish('no-token');
    if (over) return;
    socket = connect(request);
    hold(socket, { finish, token: () => readToken(files, request.configPath), appVersion });
  };
  start().catch(() => finish('closed'));
  return { close: () => finish(null) };
}

function connect({ scheme, host, port }: GatewayLinkRequest): WebSocket {
  return new WebSocket(`${scheme === 'https' ? 'wss' : 'ws'}://${hostInUrl(host)}:${port}/`, {
    handshakeTimeout: handshakeTimeoutMs,
    perMessageDeflate: false,
    followRedirects: false,
    maxPayload: 16 * 1024 * 1024,
    rejectUnauthorized: !isLoopback(host),
  });
}

interface Holding {
  readonly finish: (why: End) => void;
  readonly token: () => Promise<string | null>;
  readonly appVersion: string;
}

/** Answers the gateway's challenge once and then only listens. A refusal is final: never try the same token again. */
function hold(socket: WebSocket, { finish, token, appVersion }: Holding): void {
  let asked = false;
  const timer = setTimeout(() => finish('closed'), handshakeTimeoutMs);
  const end = (why: End): void => {
    clearTimeout(timer);
    finish(why);
  };
  socket.on('message', (bytes: Buffer) => {
    const frame = readFrame(bytes.toString());
    if (frame === 'challenge' && !asked) {
      asked = true;
      token().then(
        (value) => (value === null ? end('no-token') : socket.send(connectFrame(value, appVersion))),
        () => end('closed'),
      );
    }
    if (frame === 'accepted') clearTimeout(timer);
    if (frame === 'shutdown' || frame === 'rejected') end(frame);
    // Still starting: not our token's fault.
    if (frame === 'unavailable') end('closed');
  });
  socket.on('close', (code) => end(code === 1008 || code === 1002 ? 'rejected' : 'closed'));
  socket.on('error', () => end('closed'));
}

function leave(socket: WebSocket): void {
  socket.close(1000);
  setTimeout(() => socket.terminate(), closeTimeoutMs).unref();
}

/** Read anew each time and given to nobody else: the token lives as long as the frame that carries it. */
async function readToken(files: Files, configPath: string): Promise<string | null> {
  const file = await files.read(configPath, { maxBytes: maxConfigBytes });
  if (file.kind !== 'read') return null;
  const document = parseConfigText(new TextDecoder().decode(file.bytes), configPath);
  return document.kind === 'document' ? readSharedToken(document.value) : null;
}
