import type { ActionKind, ActionRefusal } from '../model/action.ts';
import type { Activity } from '../model/memory.ts';
import type { ServiceState } from '../model/service.ts';
import type { ProbeName, Snapshot } from '../model/snapshot.ts';
import type { GatewayStatus } from '../model/state.ts';
import { isLive } from './port-holder.ts';
import { refuse } from './refuse.ts';

/** What forbids every action, whichever it is: the first that applies. */
export function findGeneralRefusal(
  action: ActionKind,
  snapshot: Snapshot,
  status: GatewayStatus,
  activity: Activity | null,
): ActionRefusal | null {
  if (activity !== null) return refuse(action, 'busy', { action: activity.action });
  const config = snapshot.config.status === 'known' ? snapshot.config.value.content : null;
  const isRemote = config?.kind === 'parsed' && config.mode === 'remote';
  if (isRemote || status.state === 'remote') return refuse(action, 'remote-mode', {});
  return maintenanceRefusal(action, snapshot) ?? handsOffRefusal(action, snapshot);
}

/** npm, an OpenClaw update or doctor at work: a gateway (re)started now may load half a package. */
function maintenanceRefusal(action: ActionKind, snapshot: Snapshot): ActionRefusal | null {
  const { processes } = snapshot;
  if (processes.status !== 'known') return cannotTell(action, snapshot, 'processes');
  const running = processes.value.find((each) => each.role === 'maintenance');
  if (running === undefined) return null;
  return refuse(action, 'maintenance-running', { pid: running.pid, commandLine: running.commandLine });
}

function handsOffRefusal(action: ActionKind, snapshot: Snapshot): ActionRefusal | null {
  const { markers } = snapshot;
  if (markers.status === 'unknown') return cannotTell(action, snapshot, 'markers');
  if (markers.status === 'known' && markers.value.externalSupervisor) return refuse(action, 'external-supervisor', {});
  return null;
}

/** The service manager may be asked to change something. */
export function findServiceRefusal(action: ActionKind, snapshot: Snapshot): ActionRefusal | null {
  const { markers, target } = snapshot;
  if (markers.status !== 'known' || !markers.value.launchAgentDisabled) return null;
  return refuse(action, 'launch-agent-writes-disabled', { path: `${target.stateDir}/disable-launchagent` });
}

/** A gateway started now would not come up: nothing that serves may be taken away for it. */
export function findStartRefusal(action: ActionKind, snapshot: Snapshot): ActionRefusal | null {
  const { definition, config } = snapshot;
  if (definition.status === 'known') {
    const { nodeExists, nodePath, entryExists, entryPath } = definition.value;
    if (nodeExists === false) return refuse(action, 'node-missing', { nodePath });
    if (entryExists === false) return refuse(action, 'entry-missing', { entryPath });
  }
  if (config.status === 'known' && config.value.content.kind === 'broken') {
    const { file, line, column, message } = config.value.content;
    return refuse(action, 'config-broken', { path: file, line, column, message });
  }
  // Unreadable is not broken; but what serves now must not be risked on it.
  if (config.status === 'unknown' && isLive(snapshot)) return cannotTell(action, snapshot, 'config');
  return null;
}

export function cannotTell(action: ActionKind, snapshot: Snapshot, probe: ProbeName): ActionRefusal {
  const reading = snapshot[probe];
  const detail = reading.status === 'unknown' ? reading.reason.detail : null;
  return refuse(action, 'cannot-tell', { probe, detail });
}

/** The service as the manager knows it, or why nothing may be asked of the manager. */
export type ServiceView =
  | { readonly kind: 'service'; readonly service: ServiceState }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** No manager and no definition is "no service here": a container, a server without systemd. */
export function deriveServiceView({ service, definition }: Snapshot): ServiceView {
  if (service.status === 'known') {
    const exists = service.value.loaded || definition.status !== 'absent';
    return exists ? { kind: 'service', service: service.value } : { kind: 'none' };
  }
  if (definition.status !== 'absent') return { kind: 'unreadable' };
  const noManager = service.status === 'absent' || service.reason.code === 'no-service-manager';
  return noManager ? { kind: 'none' } : { kind: 'unreadable' };
}
