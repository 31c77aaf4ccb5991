import { valueOf } from './model/reading.ts';
import type { Reading } from './model/reading.ts';
import type { Install } from './model/install.ts';
import type { Supervisor } from './model/service.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayState } from './model/state.ts';
import { answersLikeGateway, derivePortOwner } from './port-owner.ts';
import type { PortOwner } from './port-owner.ts';
import { isProcessOrDescendant } from './process-tree.ts';

/** The gateway that serves, or is about to. `null` is "not known". */
export interface GatewayIdentity {
  readonly pid: number | null;
  /** Where it listens, which may differ from where it should. */
  readonly port: number;
  /** Of the running gateway where it tells (`/startupz`, OpenClaw 2026.9), else of the package proven to be its own. */
  readonly version: string | null;
  /** Epoch ms. */
  readonly startedAt: number | null;
  readonly keeper: Keeper;
}

/** Who brings the gateway back when it ends. */
export type Keeper =
  | { readonly kind: 'launchd' | 'systemd'; readonly label: string }
  | { readonly kind: 'none' | 'unknown' };

/** Whether there is a gateway to speak of. `when-seen`: only if a process or an answer of it is there. */
const presence: Readonly<Record<GatewayState, 'always' | 'when-seen' | 'never'>> = {
  healthy: 'always',
  degraded: 'always',
  unmanaged: 'always',
  unresponsive: 'always',
  conflict: 'always',
  starting: 'when-seen',
  stopping: 'when-seen',
  // Its pid lives for seconds, but while it does it is what the log and the process list show.
  'crash-looping': 'when-seen',
  unknown: 'when-seen',
  stopped: 'never',
  disabled: 'never',
  'not-installed': 'never',
  // What answers there is not this gateway: another program, or a computer at the far end of a tunnel.
  'port-taken': 'never',
  remote: 'never',
};

/** `null` when no gateway serves here, or none can be seen. */
export function deriveGatewayIdentity(snapshot: Snapshot, state: GatewayState): GatewayIdentity | null {
  const owner = derivePortOwner(snapshot);
  const pid = derivePid(snapshot, owner);
  const isSeen = pid !== null || answersLikeGateway(snapshot);
  if (presence[state] === 'never' || (presence[state] === 'when-seen' && !isSeen)) return null;
  const keeper = deriveKeeper(snapshot, pid);
  return {
    pid,
    port: owner.kind === 'service-elsewhere' ? owner.port : snapshot.port.port,
    version: deriveVersion(snapshot, pid, keeper),
    startedAt: deriveStartedAt(snapshot, pid),
    keeper,
  };
}

/** The pid that has the port; a service's pid alone does not prove that it is the one that answers. */
function derivePid(snapshot: Snapshot, owner: PortOwner): number | null {
  if (owner.kind === 'service' || owner.kind === 'gateway' || owner.kind === 'two' || owner.kind === 'claimed')
    return owner.pid;
  if (owner.kind === 'service-elsewhere') return owner.servicePid;
  return owner.kind === 'none' ? (valueOf(snapshot.service)?.pid ?? null) : null;
}

function deriveKeeper(snapshot: Snapshot, pid: number | null): Keeper {
  const service = valueOf(snapshot.service);
  if (pid !== null && service !== undefined && isKeptBy(snapshot, pid, service.pid))
    return { kind: service.manager, label: snapshot.target.label };
  const other = valueOf(snapshot.supervisors)?.find((each) => pid !== null && isKeptBy(snapshot, pid, each.pid));
  if (other !== undefined) return { kind: managerOf(other), label: other.label };
  const canBeKept = pid === null && (service?.loaded === true || snapshot.definition.status !== 'absent');
  return canBeKept || isUnread(snapshot.service) || isUnread(snapshot.supervisors)
    ? { kind: 'unknown' }
    : { kind: 'none' };
}

function isKeptBy(snapshot: Snapshot, pid: number, keeperPid: number | null): boolean {
  if (keeperPid === null) return false;
  return pid === keeperPid || isProcessOrDescendant(valueOf(snapshot.processes) ?? [], pid, keeperPid);
}

/** A machine without a service manager has nothing that could keep a gateway: that is known, not unknown. */
function isUnread<T>(reading: Reading<T>): boolean {
  return reading.status === 'unknown' && reading.reason.code !== 'no-service-manager';
}

function managerOf({ scope }: Supervisor): 'launchd' | 'systemd' {
  return scope === 'systemd-user' || scope === 'systemd-system' ? 'systemd' : 'launchd';
}

function deriveVersion(snapshot: Snapshot, pid: number | null, keeper: Keeper): string | null {
  const startup = valueOf(snapshot.reach)?.startup;
  if (startup?.kind === 'json' && startup.body.version !== null) return startup.body.version;
  const install = valueOf(snapshot.install);
  if (install === undefined) return null;
  const isOwn = (keeper.kind === 'launchd' || keeper.kind === 'systemd') && keeper.label === snapshot.target.label;
  const isItsPackage = isOwn || runsPackage(snapshot, pid, install) || areBothFromBeforeStartupz(snapshot, install);
  return isItsPackage ? install.version : null;
}

/** Versions up to 2026.3 have no `/startupz`: where neither the gateway nor the one installed package has it, they are one. */
function areBothFromBeforeStartupz({ reach }: Snapshot, { version, cliVersion }: Install): boolean {
  const startup = valueOf(reach)?.startup;
  const isSilent = startup?.kind === 'other' && startup.controlUi;
  return isSilent && version !== null && /^2026\.[1-3]\./.test(version) && (cliVersion ?? version) === version;
}

/** Versions before 2026.9 do not tell theirs; a gateway started by hand may come from any package. */
function runsPackage(snapshot: Snapshot, pid: number | null, { packageRoot }: Install): boolean {
  if (packageRoot === null) return false;
  const process = valueOf(snapshot.processes)?.find((each) => each.pid === pid);
  return process?.commandLine.includes(`${packageRoot}/`) === true;
}

function deriveStartedAt(snapshot: Snapshot, pid: number | null): number | null {
  const startedAt = valueOf(snapshot.processes)?.find((each) => each.pid === pid)?.startedAt ?? null;
  const startup = valueOf(snapshot.reach)?.startup;
  const uptimeMs = startup?.kind === 'json' ? startup.body.uptimeMs : null;
  return startedAt ?? (uptimeMs === null ? null : snapshot.reach.readAt - uptimeMs);
}
