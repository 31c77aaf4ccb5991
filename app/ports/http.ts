export type TcpResult = 'open' | 'refused' | 'timed-out' | 'failed';

export type HttpResult =
  | {
      readonly kind: 'answered';
      readonly httpStatus: number;
      readonly contentType: string | null;
      /** At most 64 KiB. */
      readonly body: string;
      readonly durationMs: number;
    }
  | { readonly kind: 'refused' | 'timed-out' | 'closed' | 'failed' };

export interface HttpRequest {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly timeoutMs: number;
}

/**
 * Short requests to the gateway. Every connection is closed at once (`Connection: close`): a held bare TCP
 * connection delays the gateway's shutdown by 1–5 s (measured, 2026.9.6 and 2026.3.8).
 */
export interface Http {
  connect(host: string, port: number, timeoutMs: number): Promise<TcpResult>;
  get(request: HttpRequest, signal?: AbortSignal): Promise<HttpResult>;
  /** Addresses of this machine's network interfaces: requests go nowhere else. */
  ownAddresses(): readonly string[];
}
