import type { Settings } from './setting.ts';

/** What is kept of, and why: each watched file is one of these. */
export const watchedKinds = [
  'config',
  'include',
  'models',
  'definition',
  'service-environment',
  'environment-file',
  'devices',
  'identity',
] as const;
export type WatchedKind = (typeof watchedKinds)[number];

/** One state of one file, kept in our own folder under the hash of its content. */
export interface Version {
  /** Short, of lower-case letters, digits and dashes; sorts by time. */
  readonly id: string;
  /** Absolute. */
  readonly file: string;
  readonly kind: WatchedKind;
  /** Epoch ms: the file's own time of change, else when it was seen. */
  readonly at: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Permission bits. */
  readonly mode: number;
  readonly by: Writer;
  /** Against the version before of the same file, at most 100; empty for the first. Secrets are marks. */
  readonly changed: readonly Change[];
  /** Epoch ms when a gateway was seen serving with exactly this version in force, once in its life; `null`: never seen. */
  readonly ranAt: number | null;
}

/** Who wrote a version, as far as it is known. */
export type Writer =
  | { readonly kind: 'first-seen' }
  /** This program, by that run. */
  | { readonly kind: 'clawtender'; readonly runId: string | null }
  /** OpenClaw's own record of the write; `command` without its values: `config set`, `doctor --fix`. */
  | { readonly kind: 'openclaw'; readonly command: string | null }
  /** Another known manager of OpenClaw: its product name. */
  | { readonly kind: 'manager'; readonly name: string }
  | { readonly kind: 'other' };

/** One difference by meaning, not by line. */
export interface Change {
  /** Dotted for a person, `gateway.port`; list positions in brackets, `models[2].id`; the whole file: empty. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** JSON of the masked value, shortened to 120 characters; `null` when there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A copy that OpenClaw made itself, beside its configuration. */
export interface ConfigBackup {
  /** `bak`, `bak.1`, `last-good`, `clobbered.<ts>`, `rejected.<ts>`, `pre-update`: what follows `openclaw.json.`. */
  readonly name: string;
  readonly path: string;
  readonly modifiedAt: number;
  readonly sizeBytes: number;
}

/** One of OpenClaw's own copies that has a gateway token of its own in its text: where it is, never what it is. */
export interface TokenCopy {
  readonly path: string;
  readonly modifiedAt: number;
  readonly sha256: string;
}

/** What the kept versions say of the configuration now. */
export interface HistoryFacts {
  /** Versions of the configuration and its includes, newest first, at most 50. */
  readonly versions: readonly Version[];
  /** The version that is in force in the running gateway, as far as can be told: it started on it, or reloaded it. */
  readonly inForce: VersionWithSettings | null;
  /** The same of each included file of which versions are kept. */
  readonly includesInForce: readonly VersionWithSettings[];
  /** The newest version that a gateway ran on, other than the one in the file now; `null`: none is known. */
  readonly lastRan: VersionWithSettings | null;
  /** The version before the one in the file now. */
  readonly previous: VersionWithSettings | null;
  readonly backups: readonly ConfigBackup[];
  /**
   * The newest of `.bak`, `.bak.1…4` and `.last-good` with a gateway token. `null`: none has one, or the configuration
   * wants for none, and they were not read.
   */
  readonly tokenCopy: TokenCopy | null;
  /** Why a version that was seen could not be kept, a sentence in English; `null`: all are kept. */
  readonly fault: string | null;
}

export interface VersionWithSettings {
  readonly version: Version;
  /** The file's own text, masked, without includes; `null`: it is no JSON5. */
  readonly settings: Settings | null;
}
