import type { VersionWithSettings } from '../model/history.ts';
import { valueOf } from '../model/reading.ts';
import type { VersionSource } from '../model/repair.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** Former contents of one file that are valid JSON5, the best first: what a gateway ran on, then what was there before. */
export function listFormerVersions(snapshot: Snapshot, file: string): readonly VersionWithSettings[] {
  const history = valueOf(snapshot.history);
  const now = valueOf(snapshot.config);
  const all = [history?.lastRan, history?.inForce, history?.previous].filter(
    (each) => each !== null && each !== undefined,
  );
  const fitting = all.filter(
    ({ version, settings }) => version.file === file && settings !== null && version.sha256 !== now?.sha256,
  );
  return fitting.filter(({ version }, index) => fitting.findIndex((each) => each.version.id === version.id) === index);
}

export function sourceOf({ version }: VersionWithSettings): VersionSource {
  return { kind: 'version', id: version.id };
}
