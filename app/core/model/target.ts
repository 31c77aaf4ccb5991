/** The operating systems whose service managers the engine understands. */
export type Os = 'darwin' | 'linux';

/** What the engine is told about the machine it runs on. Read once, at start. */
export interface Environment {
  readonly os: Os;
  readonly uid: number;
  readonly home: string;
  /** The variables that OpenClaw itself reads; nothing else of the environment is kept. */
  readonly variables: Readonly<Partial<Record<OpenClawVariable, string>>>;
  /** Folders of PATH in order: where a command line would find `openclaw`. Default: none. */
  readonly searchPath?: readonly string[];
  /** Where `/Library`, `/opt`, `/etc` and the like begin: `/`, but for a simulated Mac its sandbox. Default: `/`. */
  readonly systemRoot?: string;
  /** The user's folder for temporary files, where older gateways keep their lock. Default: only `/tmp` is looked at. */
  readonly temporaryFolder?: string;
  /** A repair is called fixed when it has held for so long, though its plan asks for more: for tests alone. */
  readonly holdAtMostMs?: number;
}

export const openClawVariables = [
  'OPENCLAW_PROFILE',
  'OPENCLAW_STATE_DIR',
  'OPENCLAW_CONFIG_PATH',
  'OPENCLAW_GATEWAY_PORT',
  'OPENCLAW_HOME',
  'OPENCLAW_LAUNCHD_LABEL',
  'OPENCLAW_SYSTEMD_UNIT',
  'OPENCLAW_NIX_MODE',
  'OPENCLAW_CONFIG_READONLY',
  'OPENCLAW_SUPERVISOR_MODE',
  'OPENCLAW_SERVICE_REPAIR_POLICY',
] as const;
export type OpenClawVariable = (typeof openClawVariables)[number];

/** One gateway to watch: where its files are and what its service is called. */
export interface Target {
  /** `null` is the default profile. */
  readonly profile: string | null;
  /** launchd label or systemd unit name. */
  readonly label: string;
  /** `gui/501` on macOS, `user` on Linux. */
  readonly domain: string;
  /** `gui/501/<label>` on macOS, the unit name on Linux: what the manager's verbs take. */
  readonly serviceTarget: string;
  readonly stateDir: string;
  /** The configuration a command line without further settings would use. */
  readonly configPath: string;
  readonly definitionPath: string;
}

/** OpenClaw's own default port (openclaw-daemon §7, all versions). */
export const defaultPort = 18789;
