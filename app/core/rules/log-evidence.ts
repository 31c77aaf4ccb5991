import { valueOf } from '../model/reading.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LogMark } from '../model/log.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { quote } from './evidence.ts';

/** The newest of the marks, at most three: where the service writes them and what it wrote. */
export function markEvidence(snapshot: Snapshot, marks: readonly LogMark[]): readonly Evidence[] {
  const log = valueOf(snapshot.log);
  if (log === undefined) return [];
  return marks.slice(-3).map(({ line }) => ({ command: `tail ${quote(log.path)}`, line }));
}
