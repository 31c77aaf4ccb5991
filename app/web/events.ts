import type { ServerResponse } from 'node:http';
import type { View } from '../core/model/view.ts';
import type { Clock } from '../ports/clock.ts';
import { securityHeaders } from './headers.ts';

/**
 * The view goes out this often, changed or not: its age may have changed, and a page must notice within seconds that
 * its server is gone (a dead ssh tunnel says nothing).
 */
export const heartbeatMs = 10_000;
const maxStreams = 16;
/** A page that reads nothing for so long is dropped; it comes back by itself and gets the newest view. */
const maxWaitingBytes = 1024 * 1024;

/** The push channel: server-sent events `view` and `alive` to every open page. */
export interface EventStreams {
  /** `false`: too many are open. */
  open(response: ServerResponse): boolean;
  /** Sends the current view to all. */
  readonly push: () => void;
  close(): void;
}

export function createEventStreams(clock: Clock, current: () => View | null): EventStreams {
  const streams = new Set<ServerResponse>();
  const push = () => {
    if (streams.size === 0) return;
    const event = eventOf(current(), clock.now());
    streams.forEach((response) => send(response, event));
  };
  const stopHeartbeat = clock.every(heartbeatMs, push);
  return {
    open(response) {
      if (streams.size >= maxStreams) return false;
      streams.add(response);
      response.on('close', () => streams.delete(response));
      response.writeHead(200, { ...securityHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
      send(response, eventOf(current(), clock.now()));
      return true;
    },
    push,
    close() {
      stopHeartbeat();
      streams.forEach((response) => response.destroy());
    },
  };
}

function send(response: ServerResponse, event: string): void {
  if (response.writableLength > maxWaitingBytes) response.destroy();
  else response.write(event);
}

/** `sentAt` lets the page correct ages when its clock differs from this machine's. */
function eventOf(view: View | null, sentAt: number): string {
  if (view === null) return 'event: alive\ndata:\n\n';
  return `event: view\ndata: ${JSON.stringify({ sentAt, view })}\n\n`;
}
