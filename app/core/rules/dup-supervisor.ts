import type { Severity } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Supervisor } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, severityOfFault } from './circumstances.ts';
import { supervisorEvidence } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * A second LaunchAgent, LaunchDaemon or unit starts a gateway on the same port, on the same state folder or under the
 * same label. Another profile with its own port and folder is legal; node hosts, tunnels and the official app are no
 * gateways; old names have a finding of their own.
 */
export const dupSupervisor: Rule<'dup-supervisor'> = {
  code: 'dup-supervisor',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const gateways = (valueOf(snapshot.supervisors) ?? []).filter(
      (supervisor) => supervisor.kind === 'gateway' && !supervisor.legacy,
    );
    const first = gateways.find((supervisor) => supervisor.isTarget);
    if (first === undefined) return [];
    return gateways
      .filter((other) => !other.isTarget && other.path !== first.path && collide(snapshot, first, other))
      .map((second) => findPair(snapshot, context, first, second));
  },
};

function findPair(snapshot: Snapshot, context: RuleContext, first: Supervisor, second: Supervisor) {
  // Of the gateway's own job only the service manager's answer is read.
  const bothLoaded = valueOf(snapshot.service)?.loaded === true && second.loaded === true;
  const port = portOf(snapshot, second) ?? portOf(snapshot, first);
  return makeFinding('dup-supervisor', second.path, {
    severity: bothLoaded ? severityOfFight(snapshot, context) : 'notice',
    certainty: bothLoaded ? 'certain' : 'likely',
    args: {
      port,
      first: first.label,
      second: second.label,
      secondScope: second.scope,
      secondPath: second.path,
    },
    evidence: [...supervisorEvidence(first), ...supervisorEvidence(second)],
  });
}

/** Two that end each other leave nobody serving; on a broken configuration neither of them would. */
function severityOfFight({ config }: Snapshot, context: RuleContext): Severity {
  return valueOf(config)?.content.kind === 'broken' ? 'degraded' : severityOfFault(context);
}

function collide(snapshot: Snapshot, first: Supervisor, second: Supervisor): boolean {
  if (first.label === second.label) return true;
  const ports = [portOf(snapshot, first), portOf(snapshot, second)] as const;
  if (ports[0] !== null && ports[0] === ports[1]) return true;
  const folders = [stateDirOf(snapshot, first), stateDirOf(snapshot, second)] as const;
  return folders[0] !== null && folders[0] === folders[1];
}

function portOf(snapshot: Snapshot, supervisor: Supervisor): number | null {
  return supervisor.port ?? (supervisor.isTarget ? snapshot.port.port : null);
}

/** Without a setting the profile's own folder, in the home of the same person; of a daemon's person nothing is known. */
function stateDirOf(snapshot: Snapshot, supervisor: Supervisor): string | null {
  if (supervisor.stateDir !== null) return supervisor.stateDir;
  if (supervisor.isTarget) return snapshot.target.stateDir;
  const isOurs = supervisor.scope === 'user-agent' || supervisor.scope === 'systemd-user';
  return isOurs && supervisor.profile === snapshot.target.profile ? snapshot.target.stateDir : null;
}
