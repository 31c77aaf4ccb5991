import { findCastOff, findClobber } from '../history/find-clobber.ts';
import { nameWriter } from '../history/writer-name.ts';
import type { ConfigBackup } from '../model/history.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { recentMarks } from '../log-life.ts';
import { writePath } from '../settings/read.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { presentEvidence, quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * Settings are gone that nobody took out: the file was written half as long, without what a gateway needs, or OpenClaw
 * itself put an older one in its place (since 2026.3.24).
 */
export const configClobber: Rule<'config-clobber'> = {
  code: 'config-clobber',
  // An editor, or an installer, may be in the middle of it.
  graceMs: 10_000,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const found = fromHistory(snapshot, context) ?? fromCastOffs(snapshot);
    return found === null ? [] : [found];
  },
};

function fromHistory(snapshot: Snapshot, context: RuleContext): Finding<'config-clobber'> | null {
  const clobber = findClobber(snapshot);
  if (clobber === null) return null;
  const { what, lost, by, before } = clobber;
  const keys = lost.map(writePath);
  const isGrave = what === 'shrunk' || keys.some((key) => key === 'gateway.mode' || key === 'gateway');
  return makeFinding('config-clobber', by.file, {
    severity: isGrave ? severityOfFault(context) : 'degraded',
    // An editor may be a person who wanted it so.
    certainty: what === 'shrunk' || by.by.kind !== 'other' ? 'certain' : 'likely',
    args: { path: by.file, what, keys: shortList(keys), count: keys.length, writer: nameWriter(by.by), at: by.at },
    evidence: [
      { command: `ls -l ${quote(by.file)}`, line: `${before.sizeBytes} → ${by.sizeBytes} bytes` },
      ...keys
        .slice(0, 5)
        .map((key): Evidence => ({ command: `grep -n ${lastName(key)} ${quote(by.file)}`, line: `${key}: gone` })),
    ],
  });
}

/** Something was thrown away by OpenClaw itself; nothing that runs is broken by it. */
function fromCastOffs(snapshot: Snapshot): Finding<'config-clobber'> | null {
  const path = valueOf(snapshot.config)?.path;
  if (path === undefined) return null;
  const rolledBack = findCastOff(snapshot, 'clobbered.');
  if (rolledBack !== null) return tellCastOff(snapshot, path, 'rolled-back', rolledBack);
  const refused = findCastOff(snapshot, 'rejected.');
  return refused === null ? null : tellCastOff(snapshot, path, 'write-refused', refused);
}

function tellCastOff(
  snapshot: Snapshot,
  path: string,
  what: 'rolled-back' | 'write-refused',
  backup: ConfigBackup,
): Finding<'config-clobber'> {
  const mark = recentMarks(snapshot, what === 'rolled-back' ? 'config-restored' : 'config-anomaly').at(-1);
  return makeFinding('config-clobber', path, {
    severity: what === 'rolled-back' ? 'degraded' : 'notice',
    certainty: 'certain',
    args: { path, what, keys: backup.path, count: 0, writer: 'OpenClaw', at: backup.modifiedAt },
    evidence: [presentEvidence(backup.path), ...(mark === undefined ? [] : markEvidence(snapshot, [mark]))],
  });
}

function shortList(keys: readonly string[]): string {
  return keys.length <= 4 ? keys.join(', ') : `${keys.slice(0, 4).join(', ')}, …`;
}

function lastName(key: string): string {
  return quote(key.slice(key.lastIndexOf('.') + 1));
}
