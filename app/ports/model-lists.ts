import type { ModelListAnswer } from '../core/model/provider-test.ts';

/** Asks a provider for its list of models: the one request that leaves this computer, and only when a person wants it. */
export interface ModelLists {
  /** Straight, not over a proxy; certificates are checked; a redirect is an answer and not followed. Never throws. */
  ask(request: ModelListRequest): Promise<ModelListAnswer>;
}

export interface ModelListRequest {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** `null`: the usual one. */
  readonly port: number | null;
  readonly path: string;
  /** `null`: without any. It is in the request's header and nowhere else. */
  readonly key: string | null;
  readonly timeoutMs: number;
}
