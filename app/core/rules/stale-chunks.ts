import type { LogMark } from '../model/log.ts';
import type { Install } from '../model/install.ts';
import type { ProcessEntry } from '../model/process.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { processEvidence, quote } from './evidence.ts';
import { logEvidence } from './last-word.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/** An updater restarts the gateway itself when it is through. */
const settledAfterMs = 3 * 60_000;
/** Process start times are whole seconds, and launchd needs a moment to start one. */
const slackMs = 5_000;

/**
 * The package was replaced under a running gateway: the parts that it loads only when they are needed have other
 * names now (`dist/<name>-<hash>.js`). The same version installed again has the same parts, so that is no fault
 * unless one was missed. A missing part in a process that began later is a broken package, not this.
 */
export const staleChunks: Rule<'stale-chunks'> = {
  code: 'stale-chunks',
  graceMs: 30_000,
  causes: [],
  find(snapshot, context) {
    const install = valueOf(snapshot.install);
    const process = findGateway(snapshot, context, install);
    if (install === undefined || process === null || isHandsOff(snapshot, context)) return [];
    if (context.facts.idle === 'maintenance') return [];
    const { packageRoot, packageWrittenAt } = install;
    if (packageRoot === null || packageWrittenAt === null || process.startedAt === null) return [];
    if (packageWrittenAt < process.startedAt + slackMs || snapshot.at - packageWrittenAt < settledAfterMs) return [];
    const missed = findMissed(snapshot, packageRoot, packageWrittenAt);
    const running = runningVersion(snapshot);
    if (missed === null && running !== null && running === install.version) return [];
    return [
      makeFinding('stale-chunks', packageRoot, {
        severity: 'degraded',
        certainty: missed === null && running === null ? 'likely' : 'certain',
        args: { pid: process.pid, startedAt: process.startedAt, packageRoot, writtenAt: packageWrittenAt },
        evidence: [
          ...processEvidence(snapshot, process.pid),
          { command: `stat ${quote(`${packageRoot}/package.json`)}`, line: new Date(packageWrittenAt).toISOString() },
          ...logEvidence(snapshot, missed?.line),
        ],
      }),
    ];
  },
};

/** The service's process, which runs the service's package, or one whose command line names it. */
function findGateway(
  { processes, definition }: Snapshot,
  { owner }: RuleContext,
  install: Install | undefined,
): ProcessEntry | null {
  if (owner.kind !== 'service' && owner.kind !== 'gateway') return null;
  const process = valueOf(processes)?.find(({ pid }) => pid === owner.pid) ?? null;
  if (process === null || install === undefined || install.packageRoot === null) return null;
  const isOfService = owner.kind === 'service' && valueOf(definition)?.entryExists === true;
  return isOfService || process.commandLine.includes(`${install.packageRoot}/`) ? process : null;
}

function findMissed(snapshot: Snapshot, packageRoot: string, since: number): LogMark | null {
  const marks = valueOf(snapshot.log)?.marks ?? [];
  return (
    marks.findLast(
      ({ kind, at, line }) => kind === 'module-missing' && (at ?? 0) > since && line.includes(`${packageRoot}/`),
    ) ?? null
  );
}

/** `/startupz` of 2026.9 tells it. */
export function runningVersion(snapshot: Snapshot): string | null {
  const startup = valueOf(snapshot.reach)?.startup;
  return startup?.kind === 'json' ? startup.body.version : null;
}
