import { nameWriter } from '../history/writer-name.ts';
import { recentMarks } from '../log-life.ts';
import type { Version } from '../model/history.ts';
import type { Finding } from '../model/finding.ts';
import type { LogMark } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A person who tries things out writes as often in an hour. */
const writesWithinMs = 3 * 60_000;
const fewestWrites = 5;
const restartsWithinMs = 10 * 60_000;
const fewestRestarts = 4;

/**
 * The configuration is written again and again, the same settings each time, and a gateway reloads or restarts as often.
 * Several settings one after another are a person at work.
 */
export const reloadLoop: Rule<'reload-loop'> = {
  code: 'reload-loop',
  graceMs: 0,
  causes: ['watchdog-fight', 'third-party-host', 'dup-supervisor'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context) || context.facts.idle === 'maintenance') return [];
    const found = fromLog(snapshot) ?? fromVersions(snapshot);
    return found === null ? [] : [found];
  },
};

/** "config change requires gateway restart (a.b, c.d)", for the same settings each time. */
function fromLog(snapshot: Snapshot): Finding<'reload-loop'> | null {
  const path = valueOf(snapshot.config)?.path;
  const marks = listMarks(snapshot, 'reload-needs-restart');
  const keys = sameKeys(marks);
  if (path === undefined || keys === null) return null;
  return makeFinding('reload-loop', path, {
    severity: 'degraded',
    certainty: 'certain',
    args: { path, what: 'restarts', count: marks.length, keys, writer: newestWriter(snapshot, path) },
    evidence: markEvidence(snapshot, marks),
  });
}

/** Over several lives of the gateway: each restart begins the log of another one. */
function listMarks(snapshot: Snapshot, kind: LogMark['kind']): readonly LogMark[] {
  const marks = valueOf(snapshot.log)?.marks ?? recentMarks(snapshot, kind);
  return marks.filter((mark) => mark.kind === kind && mark.at !== null && snapshot.at - mark.at <= restartsWithinMs);
}

function sameKeys(marks: readonly LogMark[]): string | null {
  const told = marks.map(({ line }) => /\(([^()]*)\)\s*$/.exec(line)?.[1] ?? '');
  const often = [...new Set(told)].find((keys) => told.filter((each) => each === keys).length >= fewestRestarts);
  return often === undefined || often === '' ? null : often;
}

function fromVersions(snapshot: Snapshot): Finding<'reload-loop'> | null {
  const path = valueOf(snapshot.config)?.path;
  const recent = listVersions(snapshot, path).filter(({ at }) => snapshot.at - at <= writesWithinMs);
  const key = sameSetting(recent);
  const [newest] = recent;
  if (path === undefined || newest === undefined || key === null) return null;
  return makeFinding('reload-loop', path, {
    severity: 'notice',
    certainty: 'likely',
    args: { path, what: 'writes', count: recent.length, keys: key, writer: nameWriter(newest.by) },
    evidence: recent
      .slice(0, 3)
      .map(({ at }) => ({ command: `ls -l ${quote(path)}`, line: new Date(at).toISOString() })),
  });
}

/** Of one file, without what we wrote ourselves. */
function listVersions(snapshot: Snapshot, path: string | undefined): readonly Version[] {
  const versions = valueOf(snapshot.history)?.versions ?? [];
  return versions.filter(({ file, by }) => file === path && by.kind !== 'clawtender' && by.kind !== 'first-seen');
}

/** A setting that nearly all of them change. */
function sameSetting(versions: readonly Version[]): string | null {
  if (versions.length < fewestWrites) return null;
  const paths = versions.flatMap(({ changed }) => [...new Set(changed.map(({ path }) => path))]);
  const often = paths.find((path) => paths.filter((each) => each === path).length >= fewestWrites - 1);
  return often ?? null;
}

function newestWriter(snapshot: Snapshot, path: string): string | null {
  return nameWriter(listVersions(snapshot, path)[0]?.by);
}
