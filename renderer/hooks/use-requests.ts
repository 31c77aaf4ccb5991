import { useCallback, useRef, useState } from 'preact/hooks';
import type { PanelApi } from '../../app/contract/panel-api.ts';
import type { RequestBody, RequestName } from '../../app/contract/requests.ts';

/** Resolves to whether it was done. The same request is not sent again before it was answered. */
export type SendRequest = <Name extends RequestName>(name: Name, body: RequestBody<Name>) => Promise<boolean>;

export interface Requests {
  readonly send: SendRequest;
  readonly pending: ReadonlySet<RequestName>;
  /** The newest request failed. */
  readonly failed: boolean;
}

export function useRequests(api: PanelApi): Requests {
  // State follows at the next paint; a second click can be earlier.
  const running = useRef(new Set<RequestName>()).current;
  const [pending, setPending] = useState<ReadonlySet<RequestName>>(new Set());
  const [failed, setFailed] = useState(false);
  const send = useCallback<SendRequest>(
    async (name, body) => {
      if (running.has(name)) return false;
      running.add(name);
      setPending(new Set(running));
      setFailed(false);
      const done = await api.request(name, body).then(
        (reply) => reply.ok,
        () => false,
      );
      running.delete(name);
      setPending(new Set(running));
      if (!done) setFailed(true);
      return done;
    },
    [api, running],
  );
  return { send, pending, failed };
}
