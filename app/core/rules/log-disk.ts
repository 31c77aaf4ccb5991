import { recentMarks } from '../log-life.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Certainty, FindingArgsByCode, Severity } from '../model/finding.ts';
import type { LogFile, LogTail } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

const megabyte = 1_000_000;
const largeFrom = 500 * megabyte;
const hugeFrom = 5_000 * megabyte;
const lowFrom = 2_000 * megabyte;
/** Databases and updates need more than that for a moment. */
const scarceFrom = 300 * megabyte;
const fullWithinMs = 1_800_000;

type What = FindingArgsByCode['log-disk']['what'];
type Problem = { readonly what: What; readonly severity: Severity; readonly certainty: Certainty };

/** The disk is full or nearly so, a log that nothing rotates has grown, or the gateway's own log has stopped. */
export const logDisk: Rule<'log-disk'> = {
  code: 'log-disk',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const log = valueOf(snapshot.log);
    if (log === undefined || isHandsOff(snapshot, context)) return [];
    const largest = largestOf(log);
    const problem = findDisk(snapshot, context, log) ?? findLog(largest) ?? findCapped(snapshot, context);
    if (problem === null) return [];
    const { what, severity, certainty } = problem;
    const isLarge = largest !== null && largest.sizeBytes >= largeFrom;
    const path = isLarge ? largest.path : null;
    const sizeBytes = isLarge ? largest.sizeBytes : null;
    return [
      makeFinding('log-disk', what === 'log-large' ? (path ?? log.path) : 'disk', {
        severity,
        certainty,
        args: { what, path, sizeBytes, freeBytes: log.freeBytes },
        evidence: [...diskEvidence(log), ...sizeEvidence(isLarge ? largest : null), ...wordsOf(snapshot, what)],
      }),
    ];
  },
};

/** Files that the service manager writes; OpenClaw deletes and caps its own. */
function largestOf({ files }: LogTail): LogFile | null {
  const service = files.filter((file) => file.kind === 'service');
  return service.toSorted((a, b) => b.sizeBytes - a.sizeBytes)[0] ?? null;
}

/** "No space left" in an old line may be over: it counts while little is free, or nothing tells how much. */
function findDisk(snapshot: Snapshot, context: RuleContext, { freeBytes }: LogTail): Problem | null {
  const said = recentMarks(snapshot, 'no-space', fullWithinMs).length > 0;
  const isScarce = freeBytes !== null && freeBytes < scarceFrom;
  if (said && (freeBytes === null || freeBytes < lowFrom)) {
    return { what: 'disk-full', severity: severityOfFault(context), certainty: isScarce ? 'certain' : 'likely' };
  }
  if (freeBytes === null || freeBytes >= lowFrom) return null;
  return { what: 'disk-low', severity: isScarce ? 'degraded' : 'notice', certainty: 'certain' };
}

function findLog(largest: LogFile | null): Problem | null {
  if (largest === null || largest.sizeBytes < largeFrom) return null;
  return { what: 'log-large', severity: largest.sizeBytes >= hugeFrom ? 'degraded' : 'notice', certainty: 'certain' };
}

/** 2026.3 stops writing at 500 MB a day. */
function findCapped(snapshot: Snapshot, { facts }: RuleContext): Problem | null {
  if (facts.job !== 'running' || recentMarks(snapshot, 'log-capped').length === 0) return null;
  return { what: 'log-capped', severity: 'notice', certainty: 'certain' };
}

function diskEvidence({ path, freeBytes }: LogTail): readonly Evidence[] {
  if (freeBytes === null) return [];
  return [{ command: `df -k ${quote(path)}`, line: `${Math.floor(freeBytes / 1024)} available` }];
}

function sizeEvidence(file: LogFile | null): readonly Evidence[] {
  return file === null ? [] : [{ command: `ls -l ${quote(file.path)}`, line: `${file.sizeBytes} ${file.path}` }];
}

function wordsOf(snapshot: Snapshot, what: What): readonly Evidence[] {
  if (what === 'disk-full') return markEvidence(snapshot, recentMarks(snapshot, 'no-space', fullWithinMs));
  return what === 'log-capped' ? markEvidence(snapshot, recentMarks(snapshot, 'log-capped')) : [];
}
