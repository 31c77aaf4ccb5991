import { deriveConfigPath, deriveStateDir } from '../core/file-places.ts';
import type { ConfigFile } from '../core/model/config-file.ts';
import type { WatchedKind } from '../core/model/history.ts';
import { valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { joinPath } from '../core/service-names.ts';
import { compareOpenClawVersions } from '../core/versions.ts';
import { isPrivateFolder } from '../platform/macos/places.ts';
import type { ProbeContext } from './probe.ts';

export interface WatchedFile {
  /** As it is named, not where its links lead: OpenClaw replaces a link by a file when it writes. */
  readonly path: string;
  readonly kind: WatchedKind;
  /** What the configuration's own probe has read just before; `null` for all others. */
  readonly seen: Pick<ConfigFile, 'sha256' | 'sizeBytes' | 'modifiedAt'> | null;
}

export type FileReadings = Pick<Snapshot, 'config' | 'definition' | 'install'>;

/** Device stores are files up to here (OpenClaw 2026.3.13 to 2026.7). */
const firstDatabaseVersion = '2026.8.1';
const deviceFiles: readonly (readonly [string, WatchedKind])[] = [
  ['devices/paired.json', 'devices'],
  ['devices/pending.json', 'devices'],
  ['identity/device.json', 'identity'],
  ['identity/device-auth.json', 'identity'],
];
const maxAgents = 50;

/** Every file of which versions are kept; some may not exist. The configuration is the first. */
export async function listWatchedFiles(context: ProbeContext, readings: FileReadings): Promise<readonly WatchedFile[]> {
  const places = { ...readings, target: context.target };
  const stateDir = deriveStateDir(places);
  const config = valueOf(readings.config);
  const includes = config?.content.kind === 'parsed' ? config.content.includes : [];
  const definition = valueOf(readings.definition);
  const version = valueOf(readings.install)?.version ?? null;
  const hasDatabase = version !== null && (compareOpenClawVersions(version, firstDatabaseVersion) ?? -1) >= 0;
  const found = [
    { ...file('config', deriveConfigPath(places)), seen: config ?? null },
    ...includes.map((path) => file('include', path)),
    file('definition', context.target.definitionPath),
    ...(definition?.dropIns ?? []).map((path) => file('definition', path)),
    ...(definition?.wrapper ? [file('service-environment', definition.wrapper.envFile)] : []),
    file('environment-file', joinPath(stateDir, '.env')),
    ...(await listModels(context, stateDir)).map((path) => file('models', path)),
    ...(hasDatabase ? [] : deviceFiles.map(([name, kind]) => file(kind, joinPath(stateDir, name)))),
  ];
  const firsts = new Map(found.toReversed().map((each) => [each.path, each]));
  return [...firsts.values()].toReversed().filter((each) => mayLookAt(context, each));
}

const file = (kind: WatchedKind, path: string): WatchedFile => ({ path, kind, seen: null });

async function listModels({ ports }: ProbeContext, stateDir: string): Promise<readonly string[]> {
  const agents = joinPath(stateDir, 'agents');
  const names = await ports.files.list(agents);
  if (names === null || names === 'not-permitted') return [];
  return names.slice(0, maxAgents).map((name) => joinPath(agents, `${name}/agent/models.json`));
}

/** Looking into some folders makes macOS ask the person; the configuration is read there in any case. */
function mayLookAt({ environment }: ProbeContext, { path, kind }: WatchedFile): boolean {
  if (kind === 'config' || kind === 'include') return true;
  return path.startsWith('/') && !(environment.os === 'darwin' && isPrivateFolder(environment, path));
}
