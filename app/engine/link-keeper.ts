import { derivePortHolder, isLive } from '../core/actions/port-holder.ts';
import { deriveConfigPath } from '../core/file-places.ts';
import type { Picture } from '../core/model/picture.ts';
import { valueOf } from '../core/model/reading.ts';
import type { GatewayState } from '../core/model/state.ts';
import type { Clock } from '../ports/clock.ts';
import type { GatewayLink, GatewayLinkHandle, GatewayLinkRequest } from '../ports/gateway-link.ts';

export interface LinkKeeper {
  /** Opens, keeps or exchanges the link after a look. */
  follow(picture: Picture): void;
  /** The end of the gateway will be told by its connection. */
  isOpen(): boolean;
  close(): void;
}

/** After a connection has ended; signal 0 watches meanwhile. */
const restMs = 60_000;

/** It serves and has finished its start: before, it turns every connection away. */
const serving: ReadonlySet<GatewayState> = new Set(['healthy', 'degraded', 'unmanaged']);

/**
 * At most one authenticated connection, to the gateway that the newest picture shows. A rejection is final for that
 * process and that version of the configuration: every failed handshake writes lines into the gateway's log.
 */
export function createLinkKeeper(gatewayLink: GatewayLink, clock: Clock, onLost: () => void): LinkKeeper {
  let open: { readonly key: string; readonly handle: GatewayLinkHandle } | null = null;
  let refused = '';
  let restUntil = 0;

  function connect(key: string, attempt: string, request: Omit<GatewayLinkRequest, 'onEnd'>): void {
    let hasEnded = false;
    const onEnd: GatewayLinkRequest['onEnd'] = (why) => {
      hasEnded = true;
      if (open?.key === key) open = null;
      if (why === 'rejected' || why === 'no-token') refused = attempt;
      else {
        restUntil = clock.now() + restMs;
        onLost();
      }
    };
    const handle = gatewayLink.open({ ...request, onEnd });
    if (!hasEnded) open = { key, handle };
  }

  function close(): void {
    const before = open;
    open = null;
    before?.handle.close();
  }

  return {
    close,
    isOpen: () => open !== null,
    follow(picture) {
      const peer = derivePeer(picture);
      if (peer === null) return;
      if (open !== null && open.key !== peer.key) close();
      if (open === null && peer.attempt !== refused && clock.now() >= restUntil)
        connect(peer.key, peer.attempt, peer.request);
    },
  };
}

interface Peer {
  /** The process behind the port. */
  readonly key: string;
  /** The process and the configuration with the token. */
  readonly attempt: string;
  readonly request: Omit<GatewayLinkRequest, 'onEnd'>;
}

/** `null` when there is nobody to speak to now; an open link ends by itself then. */
function derivePeer({ snapshot, status }: Picture): Peer | null {
  const reach = valueOf(snapshot.reach);
  const config = valueOf(snapshot.config);
  const holder = derivePortHolder(snapshot);
  if (reach === undefined || !isLive(snapshot) || !serving.has(status.state)) return null;
  if (config?.content.kind !== 'parsed' || (holder.kind !== 'service' && holder.kind !== 'stray')) return null;
  const { scheme, host, port } = reach;
  const startedAt = valueOf(snapshot.processes)?.find((each) => each.pid === holder.pid)?.startedAt ?? 0;
  const key = `${holder.pid} ${startedAt} ${port}`;
  const configPath = deriveConfigPath(snapshot);
  return { key, attempt: `${key} ${config.modifiedAt}`, request: { scheme, host, port, configPath } };
}
