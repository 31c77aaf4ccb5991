import type { Finding } from '../model/finding.ts';
import type { LinuxSession } from '../model/markers.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The user's own systemd cannot be reached although a unit is installed, or it ends with the last log-out because
 * nobody switched lingering on. A gateway may serve well all the same.
 */
export const systemdWsl: Rule<'systemd-wsl'> = {
  code: 'systemd-wsl',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const session = valueOf(snapshot.markers)?.session ?? null;
    if (session === null || snapshot.definition.status !== 'known' || isHandsOff(snapshot, context)) return [];
    return findNoBus(snapshot, session, context) ?? findNoLinger(snapshot, session);
  },
};

function findNoBus(
  snapshot: Snapshot,
  { hasBus, isWsl }: LinuxSession,
  context: RuleContext,
): readonly Finding<'systemd-wsl'>[] | null {
  const { service } = snapshot;
  if (service.status !== 'unknown' || service.reason.code !== 'no-service-manager') return null;
  const bus = { command: `ls /run/user/${snapshot.environment.uid}/bus`, line: 'No such file or directory' };
  return [
    makeFinding('systemd-wsl', 'manager', {
      severity: severityOfFault(context) === 'blocking' ? 'blocking' : 'notice',
      certainty: 'certain',
      args: { why: 'no-manager', isWsl },
      evidence: [
        { command: 'systemctl --user status', line: service.reason.detail },
        ...(hasBus === false ? [bus] : []),
      ],
    }),
  ];
}

function findNoLinger({ service, environment }: Snapshot, { lingers, isWsl }: LinuxSession) {
  if (lingers !== false || service.status !== 'known' || service.value.enabled !== true) return [];
  return [
    makeFinding('systemd-wsl', 'linger', {
      severity: 'notice',
      certainty: 'certain',
      args: { why: 'no-linger', isWsl },
      evidence: [{ command: `loginctl show-user ${environment.uid} -p Linger`, line: 'Linger=no' }],
    }),
  ];
}
