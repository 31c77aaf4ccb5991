import { deriveConfigPath } from '../core/file-places.ts';
import { valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { Environment } from '../core/model/target.ts';
import { joinPath } from '../core/service-names.ts';
import { unitFolders } from '../platform/linux/places.ts';
import { launchdFolders } from '../platform/macos/places.ts';

/** Every file and folder whose change can change the picture; many of them may not exist (yet). Sorted. */
export function deriveWatchPaths(snapshot: Snapshot, notebookFolder: string): readonly string[] {
  const { environment, target, definition } = snapshot;
  const stateDir = valueOf(definition)?.environment.stateDir ?? target.stateDir;
  const paths = [
    ...configPaths(snapshot),
    ...storePaths(snapshot),
    target.definitionPath,
    valueOf(definition)?.wrapper?.envFile,
    ...(valueOf(definition)?.dropIns ?? []),
    ...serviceFolders(environment),
    joinPath(stateDir, 'disable-launchagent'),
    // OpenClaw 2026.9 writes a line for each start, stop and restart, by whomever.
    joinPath(stateDir, 'logs/gateway-restart.log'),
    notebookFolder,
  ];
  return [...new Set(paths.filter((path) => path !== undefined))].sort();
}

function serviceFolders(environment: Environment): readonly string[] {
  if (environment.os === 'darwin') return launchdFolders(environment).map((folder) => folder.path);
  return unitFolders(environment).flatMap((folder) => (folder.byNameOnly ? [] : [folder.path]));
}

function configPaths(snapshot: Snapshot): readonly string[] {
  const config = valueOf(snapshot.config);
  const path = deriveConfigPath(snapshot);
  const includes = config?.content.kind === 'parsed' ? config.content.includes : [];
  return [path, config?.realPath ?? path, ...includes];
}

/** More are looked at by the slow look. */
const maxWatchedAgents = 30;

/**
 * Tokens, devices and model catalogues beside the configuration. Not what a gateway writes as it works: its sessions,
 * logs, logins with their counts of use, and, since 2026.8.1, its database.
 */
function storePaths(snapshot: Snapshot): readonly string[] {
  const { definition, target, environment } = snapshot;
  const stateDir = valueOf(definition)?.environment.stateDir ?? target.stateDir;
  const devices =
    valueOf(snapshot.devices)?.store === 'database' ? [] : ['devices/paired.json', 'devices/pending.json'];
  const names = ['.env', 'identity/device.json', 'identity/device-auth.json', ...devices, 'agents'];
  const agents = valueOf(snapshot.agents)?.agents.slice(0, maxWatchedAgents) ?? [];
  return [
    ...names.map((name) => joinPath(stateDir, name)),
    joinPath(environment.home, '.config/openclaw/gateway.env'),
    ...agents.map(({ folder, models }) => models?.path ?? joinPath(folder, 'agent/models.json')),
  ];
}

/** Whether a change can concern more than what lies in files: then everything is read again. */
export function concernsService(changed: readonly string[], snapshot: Snapshot): boolean {
  const ofFiles = new Set([...configPaths(snapshot), ...storePaths(snapshot)]);
  return changed.some((path) => !ofFiles.has(path));
}
