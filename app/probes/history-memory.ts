import type { Version, WatchedKind } from '../core/model/history.ts';
import type { Settings } from '../core/model/setting.ts';
import { parseVersionContent } from '../core/parse/version-content.ts';
import type { FileStat } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import { decodeText } from './unreadable.ts';

/**
 * What a process that looks again and again need not find out anew. Nothing here is a reading: each entry is only used
 * for the very content it was made of.
 */
export interface HistoryMemory {
  /** By path: how the file looked when its content was known to be kept. */
  readonly settled: Map<string, string>;
  /** By kind and hash. */
  readonly parsed: Map<string, Settings | null>;
  /** OpenClaw's own copies by path: how the file looked when it was read, and what was found out of it. */
  readonly copies: Map<string, ReadCopy>;
  /** Versions of which the writer may still become known, by id. */
  readonly unclear: Map<string, UnclearWriter>;
}

export interface ReadCopy {
  readonly stamp: string;
  readonly modifiedAt: number;
  readonly sha256: string;
  /** A gateway token that could be one. */
  readonly hasToken: boolean;
}

export interface UnclearWriter {
  readonly version: Version;
  /** How often it was asked. */
  readonly asked: number;
}

const memories = new WeakMap<Ports, HistoryMemory>();

/** One for each set of ports: it ends with them. */
export function historyMemoryOf(ports: Ports): HistoryMemory {
  const known = memories.get(ports);
  if (known !== undefined) return known;
  const memory: HistoryMemory = { settled: new Map(), parsed: new Map(), copies: new Map(), unclear: new Map() };
  memories.set(ports, memory);
  return memory;
}

/** A write in the same instant leaves the same times: what changed just now is looked at again. */
const settlingMs = 2_000;

/** What of a file cannot stay the same when its content changes; `null`: it changed too short a time ago to be sure. */
export function stampOf({ inode, sizeBytes, modifiedAt, changedAt }: FileStat, now: number): string | null {
  return now - changedAt < settlingMs ? null : `${inode} ${sizeBytes} ${modifiedAt} ${changedAt}`;
}

const maxParsed = 50;

/** A content's settings, understood once. */
export function readSettings(
  ports: Ports,
  kind: WatchedKind,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array },
): Settings | null {
  const { parsed } = historyMemoryOf(ports);
  const key = `${kind} ${sha256}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const settings = parseVersionContent(kind, { bytes, text: decodeText(bytes) }, (secret) =>
    ports.secrets.mark(secret),
  );
  parsed.set(key, settings);
  for (const oldest of parsed.keys()) {
    if (parsed.size <= maxParsed) break;
    parsed.delete(oldest);
  }
  return settings;
}

/** The settings of a kept version; `null`: it is no JSON5, or cannot be read back. */
export async function readVersionSettings(ports: Ports, version: Version): Promise<Settings | null> {
  const { parsed } = historyMemoryOf(ports);
  const known = parsed.get(`${version.kind} ${version.sha256}`);
  if (known !== undefined) return known;
  const bytes = await ports.history.read(version.id);
  return bytes === null ? null : readSettings(ports, version.kind, { sha256: version.sha256, bytes });
}
