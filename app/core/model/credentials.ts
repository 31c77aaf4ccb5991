import type { SecretMark } from './setting.ts';

/**
 * Where a gateway token or password can stand besides the configuration itself, and which variables each place has.
 * Values of other variables are never read into this; names only.
 */
export interface Credentials {
  readonly places: readonly EnvironmentPlace[];
}

export type PlaceKind =
  /** The plist's EnvironmentVariables, or the unit's Environment lines. */
  | 'service'
  /** The file that the service's wrapper or unit reads. */
  | 'service-file'
  /** `.env` in the state folder. */
  | 'state-dotenv'
  /** `.env` of the folder that OPENCLAW_STATE_DIR in the first one names: read behind it (2026.3.13 to 2026.9.6). */
  | 'moved-dotenv'
  /** `~/.config/openclaw/gateway.env` (2026.9). */
  | 'gateway-env'
  /**
   * `launchctl getenv`, of which only the gateway's own two variables are asked for, or the systemd user manager's
   * environment. Read at a full look only; until the next one it stays what it was then.
   */
  | 'login-session'
  /** The shell's, as a command line of ours inherited it: names that concern OpenClaw and its models. */
  | 'shell';

export interface EnvironmentPlace {
  readonly kind: PlaceKind;
  /** The file; `null` for what is no file. */
  readonly path: string | null;
  /** `null`: it could not be read, so nothing is known of it. A place that does not exist is left out. */
  readonly names: readonly string[] | null;
  /** Of OPENCLAW_GATEWAY_TOKEN and OPENCLAW_GATEWAY_PASSWORD only; a value that is itself `${NAME}` is left out. */
  readonly token: SecretMark | null;
  readonly password: SecretMark | null;
  /** Proxy settings, with credentials taken out: which proxy, and what is exempt. */
  readonly proxies: readonly { readonly name: string; readonly value: string }[];
  readonly fileMode: number | null;
}
