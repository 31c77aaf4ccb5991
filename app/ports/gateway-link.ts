/**
 * One authenticated WebSocket to the gateway, held only to notice its death at once. It reads the shared token
 * from the configuration when it connects, hands it to nobody and keeps it nowhere. Never anonymous: such a
 * connection delays the gateway's shutdown and fills its log (measured).
 */
export interface GatewayLink {
  open(request: GatewayLinkRequest): GatewayLinkHandle;
}

export interface GatewayLinkRequest {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly configPath: string;
  /** Called once, when the gateway says it shuts down or the connection ends. */
  readonly onEnd: (why: 'shutdown' | 'closed' | 'rejected' | 'no-token') => void;
}

export interface GatewayLinkHandle {
  close(): void;
}
