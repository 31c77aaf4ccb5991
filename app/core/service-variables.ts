import { deriveStateDir } from './file-places.ts';
import type { EnvironmentPlace } from './model/credentials.ts';
import { valueOf } from './model/reading.ts';
import { SecretMark } from './model/setting.ts';
import type { Setting, Settings } from './model/setting.ts';
import type { Snapshot } from './model/snapshot.ts';
import { namesIn } from './settings/environment-references.ts';
import { groupAt, settingAt } from './settings/read.ts';
import { settingsOf } from './tokens.ts';

/** Which variables the gateway has that the service starts. */
export interface ServiceVariables {
  readonly names: ReadonlySet<string>;
  /** Every place where the service could have one from was read. */
  readonly isComplete: boolean;
  /** OpenClaw asks the login shell for what is missing, and what that has is not known. */
  readonly importsShell: boolean;
  /** Of the shell that this look was taken from; `null`: none, or not read. */
  readonly shellNames: ReadonlySet<string> | null;
}

/** launchd and systemd give these to every job. */
const always = ['HOME', 'USER', 'LOGNAME', 'SHELL', 'PATH', 'PWD', 'TMPDIR', 'LANG', 'XDG_RUNTIME_DIR'];

/**
 * Names from the service's definition and its file, `.env` and `gateway.env`, the login session, and the configuration's
 * own `env` (2026.3 to 2026.9). `null`: there is no service, or nothing is known of it.
 */
export function deriveServiceVariables(snapshot: Snapshot, settings: Settings): ServiceVariables | null {
  const definition = valueOf(snapshot.definition);
  const places = valueOf(snapshot.credentials)?.places;
  if (definition === undefined || places === undefined) return null;
  const ofService = places.filter((place) => reachesService(snapshot, place));
  const names = new Set([
    ...always,
    ...definition.environment.names,
    ...ofService.flatMap((place) => place.names ?? []),
    ...listConfigVariables(settings),
  ]);
  const shell = places.find(({ kind }) => kind === 'shell');
  return {
    names,
    // A gateway reads the `.env` of the folder it is started in, too (2026.3).
    isComplete: ofService.every((place) => place.names !== null) && !hasOwnFolder(snapshot),
    importsShell: settingAt(settings, ['env', 'shellEnv', 'enabled']) === true || names.has('OPENCLAW_LOAD_SHELL_ENV'),
    shellNames: shell?.names ? new Set(shell.names) : null,
  };
}

/** Of the gateway of the service; without a service, those of the `.env` that any gateway here reads. */
export function listServiceNames(snapshot: Snapshot): ReadonlySet<string> {
  const ofService = deriveServiceVariables(snapshot, settingsOf(snapshot) ?? {});
  if (ofService !== null) return ofService.names;
  const places = (valueOf(snapshot.credentials)?.places ?? []).filter((place) => reachesService(snapshot, place));
  return new Set(places.flatMap(({ names }) => names ?? []));
}

/** Whether a gateway of the service has variables from this place; it reads no `.env` of another state folder. */
export function reachesService(snapshot: Snapshot, { kind, path }: EnvironmentPlace): boolean {
  if (kind === 'state-dotenv') return path === `${deriveStateDir(snapshot)}/.env`;
  return kind !== 'shell';
}

function hasOwnFolder(snapshot: Snapshot): boolean {
  const folder = valueOf(snapshot.definition)?.workingDirectory ?? null;
  return folder !== null && folder !== deriveStateDir(snapshot) && folder !== snapshot.environment.home;
}

/** `env.NAME` (before 2026.8) and `env.vars.NAME`. One that is itself made of a variable sets nothing. */
function listConfigVariables(settings: Settings): readonly string[] {
  const groups = [groupAt(settings, ['env']), groupAt(settings, ['env', 'vars'])];
  return groups.flatMap((group) => Object.entries(group).flatMap(([name, value]) => (sets(value) ? [name] : [])));
}

function sets(value: Setting): boolean {
  if (value instanceof SecretMark) return value.shape !== 'empty';
  return typeof value === 'string' && value.trim() !== '' && namesIn(value).length === 0;
}
