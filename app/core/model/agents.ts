import type { SecretMark } from './setting.ts';

/** What lies in the folders of the agents. */
export interface Agents {
  readonly agents: readonly AgentFiles[];
}

export interface AgentFiles {
  readonly id: string;
  /** `agents/<id>` in the state folder, or where the configuration says that its files are. */
  readonly folder: string;
  readonly models: ModelsFile | null;
  /**
   * `null`: there is no such file. Since 2026.8.1 that says nothing: the keys are in a database, and what this agent
   * can use is not known.
   */
  readonly auth: AuthProfiles | null;
  /** `leftovers`: transcripts of deleted and reset sessions, and half-written files. The size is of the first 2,000. */
  readonly sessions: { readonly files: number; readonly leftovers: number; readonly sizeBytes: number } | null;
}

/** `agents/<id>/agent/models.json` (openclaw-config §3). */
export interface ModelsFile {
  readonly path: string;
  readonly modifiedAt: number;
  /** `null`: it is no JSON. */
  readonly providers: readonly ModelsProvider[] | null;
}

export interface ModelsProvider {
  readonly id: string;
  readonly baseUrl: string | null;
  readonly api: string | null;
  readonly modelIds: readonly string[];
  /** A marker (the name of a variable, `secretref-managed`) is told as text, a key as a mark. */
  readonly apiKey: string | SecretMark | null;
}

/** `auth-profiles.json` (before 2026.8). */
export interface AuthProfiles {
  readonly path: string;
  /** `null`: it could not be understood. */
  readonly profiles: readonly AuthProfile[] | null;
}

export interface AuthProfile {
  readonly id: string;
  readonly provider: string;
  readonly type: string;
  /** Epoch ms; `null`: never, or not told. */
  readonly expiresAt: number | null;
  readonly canRefresh: boolean;
}
