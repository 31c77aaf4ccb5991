/** What answers on the expected port. */
export interface Reach {
  readonly host: string;
  readonly port: number;
  readonly scheme: 'http' | 'https';
  readonly tcp: 'open' | 'refused' | 'timed-out' | 'failed';
  /** `/healthz`. */
  readonly health: HttpAnswer<HealthBody>;
  /** `/readyz`. */
  readonly ready: HttpAnswer<ReadyBody>;
  /** `/startupz`: only newer versions have it; older answer HTML. */
  readonly startup: HttpAnswer<StartupBody>;
}

export type HttpAnswer<Body> =
  | { readonly kind: 'json'; readonly httpStatus: number; readonly body: Body; readonly durationMs: number }
  | {
      readonly kind: 'other';
      readonly httpStatus: number;
      readonly contentType: string | null;
      readonly controlUi: boolean;
    }
  | { readonly kind: 'no-answer'; readonly why: 'refused' | 'timed-out' | 'closed' | 'failed' }
  | { readonly kind: 'not-asked' };

export interface HealthBody {
  readonly ok: boolean;
  readonly status: string;
}

export interface ReadyBody {
  readonly ready: boolean;
  readonly failing: readonly string[];
  readonly uptimeMs: number | null;
}

export interface StartupBody {
  readonly ok: boolean;
  readonly status: string;
  readonly version: string | null;
  readonly uptimeMs: number | null;
  readonly pendingReason: string | null;
}
