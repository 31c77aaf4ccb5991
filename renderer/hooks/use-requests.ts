import { useCallback, useRef, useState } from 'preact/hooks';
import type { PanelApi } from '../../app/contract/panel-api.ts';
import type { Reply, RequestBody, RequestName } from '../../app/contract/requests.ts';

/** Resolves to whether it was done. The same request is not sent again before it was answered. */
export type SendRequest = <Name extends RequestName>(name: Name, body: RequestBody<Name>) => Promise<boolean>;

/** The same, with what the one who asked is told; `null`: it was not done. */
export type AskRequest = <Name extends RequestName>(
  name: Name,
  body: RequestBody<Name>,
) => Promise<Extract<Reply, { readonly ok: true }> | null>;

export interface Requests {
  readonly send: SendRequest;
  readonly ask: AskRequest;
  readonly pending: ReadonlySet<RequestName>;
  /** The newest request failed. */
  readonly failed: boolean;
  /** What the newest request was answered with beside yes: why it was understood and not done. */
  readonly notice: string | null;
}

export function useRequests(api: PanelApi): Requests {
  // State follows at the next paint; a second click can be earlier.
  const running = useRef(new Map<string, RequestName>()).current;
  const [pending, setPending] = useState<ReadonlySet<RequestName>>(new Set());
  const [failed, setFailed] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const ask = useCallback<AskRequest>(
    async (name, body) => {
      const key = `${name} ${JSON.stringify(body)}`;
      if (running.has(key)) return null;
      running.set(key, name);
      setPending(new Set(running.values()));
      setFailed(false);
      setNotice(null);
      const reply = await api.request(name, body).catch(() => null);
      running.delete(key);
      setPending(new Set(running.values()));
      if (reply?.ok !== true) setFailed(true);
      else if (reply.notice !== undefined) setNotice(reply.notice);
      return reply?.ok === true ? reply : null;
    },
    [api, running],
  );
  const send = useCallback<SendRequest>(async (name, body) => (await ask(name, body)) !== null, [ask]);
  return { send, ask, pending, failed, notice };
}
