import { gatewayPidOf } from '../facts.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ForeignFile } from '../model/markers.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isServing, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import { logEvidence } from './last-word.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

const toldWithinMs = 60 * 60_000;

/**
 * Files of the state folder belong to another user (`sudo openclaw …`, `sudo npm …`), so that the gateway cannot
 * write them. `likely` until it complains: access lists may allow what owner and mode do not. A gateway that runs as
 * their owner, in a container for one, is right.
 */
export const ownership: Rule<'ownership'> = {
  code: 'ownership',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const files = listClosed(snapshot, context);
    const [file] = files;
    if (file === undefined) return [];
    const complaint = findComplaint(snapshot);
    const isProven = complaint !== undefined || file.ownerUid === null;
    return [
      makeFinding('ownership', snapshot.target.stateDir, {
        severity: isProven ? severityOfFault(context) : isServing(context) ? 'notice' : 'degraded',
        certainty: isProven ? 'certain' : 'likely',
        args: { path: file.path, ownerUid: file.ownerUid, count: files.length },
        evidence: [...files.map(fileEvidence), ...logEvidence(snapshot, complaint)],
      }),
    ];
  },
};

function listClosed(snapshot: Snapshot, context: RuleContext): readonly ForeignFile[] {
  const runsAs = gatewayUid(snapshot, context);
  const seen = valueOf(snapshot.markers)?.foreignFiles ?? listHidden(snapshot);
  return seen.filter(({ ownerUid, mode }) => {
    const isWritable = mode !== null && (mode & 0o002) !== 0;
    return !isWritable && (ownerUid === null || ownerUid !== runsAs);
  });
}

function gatewayUid(snapshot: Snapshot, { owner }: RuleContext): number | null {
  const pid = gatewayPidOf(snapshot, owner);
  return valueOf(snapshot.processes)?.find((process) => process.pid === pid)?.uid ?? null;
}

/** The state folder itself may not be looked into: then only that is known. */
function listHidden({ markers, target }: Snapshot): readonly ForeignFile[] {
  const isHidden = markers.status === 'unknown' && markers.reason.code === 'not-permitted';
  if (!isHidden || !markers.reason.detail.startsWith(`${target.stateDir}/`)) return [];
  return [{ path: target.stateDir, ownerUid: null, mode: null }];
}

function findComplaint(snapshot: Snapshot): string | undefined {
  const { stateDir } = snapshot.target;
  const lines = valueOf(snapshot.log)?.lines ?? [];
  const found = lines.findLast(({ text }) => /\bEACCES\b/.test(text) && text.includes(stateDir));
  return found !== undefined && snapshot.at - (found.at ?? snapshot.at) < toldWithinMs ? found.text : undefined;
}

function fileEvidence({ path, ownerUid, mode }: ForeignFile): Evidence {
  const command = `ls -ldn ${quote(path)}`;
  if (ownerUid === null) return { command, line: `ls: ${path}: Permission denied` };
  return { command, line: `${(mode ?? 0).toString(8).padStart(3, '0')} ${ownerUid} ${path}` };
}
