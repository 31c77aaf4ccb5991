import type { Setting, Settings } from './setting.ts';

export interface ConfigFile {
  readonly path: string;
  /** Target of a symlink, else the same as `path`. */
  readonly realPath: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  readonly fileMode: number;
  /** Of the file's own bytes, hex. */
  readonly sha256: string;
  readonly content: ConfigContent | ConfigSyntaxError;
}

export interface ConfigContent {
  readonly kind: 'parsed';
  readonly port: number | null;
  readonly mode: string | null;
  readonly authMode: string | null;
  readonly bind: string | null;
  readonly customBindHost: string | null;
  readonly tls: boolean;
  readonly controlUiBasePath: string | null;
  readonly topLevelKeys: readonly string[];
  /** `meta.lastTouchedVersion`: the OpenClaw that wrote the file last (moved to SQLite in 2026.8.1). */
  readonly lastTouchedVersion: string | null;
  /** Included files that were read, absolute. */
  readonly includes: readonly string[];
  /** All of it, `$include` followed, variables not filled in; secrets are marks. */
  readonly settings: Settings;
  /** The same of each file by itself, the main one first: where a setting is written. An included one may be a list. */
  readonly files: readonly { readonly path: string; readonly settings: Setting }[];
}

export interface ConfigSyntaxError {
  readonly kind: 'broken';
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What looks like `gateway.port` in the broken text: only a hint where to look for the gateway. */
  readonly portHint: number | null;
  /** Up to three lines around the error, values masked. */
  readonly excerpt: readonly string[];
}
