import type { Change, WatchedKind, Writer } from '../core/model/history.ts';
import type { HistoryExport, ListedVersion, VersionDiff } from '../core/model/listed-version.ts';

/** A version as `history --json` lists it. Field names are an interface: only add. */
export interface VersionReport {
  readonly id: string;
  readonly file: string;
  readonly kind: WatchedKind;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** `null`: of a copy that OpenClaw made, nothing is known. */
  readonly by: Writer | null;
  readonly changed: readonly Change[];
  /** A gateway was seen serving with it. */
  readonly ran: boolean;
  readonly now: boolean;
  /** Where a copy that OpenClaw made lies; `null`: it is kept by Clawtender. */
  readonly path: string | null;
}

export function deriveVersionReport(version: ListedVersion): VersionReport {
  const { id, file, kind, at, by, changed, ranAt, isCurrent, path } = version;
  return { id, file, kind, at: isoTime(at), by, changed, ran: ranAt !== null, now: isCurrent, path };
}

export function deriveDiffReport({ file, before, after, changes }: VersionDiff): unknown {
  return { schema: 1, file, before: before?.id ?? 'now', after: after?.id ?? 'now', changes };
}

export function deriveExportReport({ exportedAt, versions }: HistoryExport): unknown {
  return {
    schema: 1,
    exportedAt: isoTime(exportedAt),
    versions: versions.map((version) => ({ ...deriveVersionReport(version), text: version.text })),
  };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
