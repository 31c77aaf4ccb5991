import { markMeanings } from '../log-life.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LogMark, LogMarkKind } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { quote } from './evidence.ts';

/** Said at every start, or about other starts: no explanation of the last end. What only fails meanwhile is none either. */
const neutral: ReadonlySet<LogMarkKind> = new Set(['starting', 'parked', 'breaker-tripped', 'restart-storm']);

/** The newest explaining message of the log when it is of this kind: nothing better or else was said after it. */
export function findLastWord(snapshot: Snapshot, kind: LogMarkKind): LogMark | null {
  const last = valueOf(snapshot.log)?.marks.findLast((mark) => explains(mark.kind));
  return last?.kind === kind ? last : null;
}

function explains(kind: LogMarkKind): boolean {
  return !neutral.has(kind) && markMeanings[kind] !== 'trouble';
}

export function logEvidence(snapshot: Snapshot, line: string | undefined): readonly Evidence[] {
  const log = valueOf(snapshot.log);
  return log === undefined || line === undefined ? [] : [{ command: `tail ${quote(log.path)}`, line }];
}
