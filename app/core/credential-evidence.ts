import { deriveConfigPath } from './file-places.ts';
import type { EnvironmentPlace } from './model/credentials.ts';
import type { Evidence } from './model/evidence.ts';
import { SecretMark } from './model/setting.ts';
import type { Snapshot } from './model/snapshot.ts';
import { definitionEvidence, quote } from './rules/evidence.ts';
import { valueOf } from './model/reading.ts';
import { settingAt, writePath } from './settings/read.ts';
import { settingsOf } from './tokens.ts';

/** How the configuration has a secret: as a mark, which leads nowhere. */
export function configEvidence(snapshot: Snapshot, path: readonly string[]): readonly Evidence[] {
  const value = settingAt(settingsOf(snapshot) ?? {}, path);
  if (value === undefined) return [];
  const shown = value instanceof SecretMark ? value.toString() : JSON.stringify(value);
  return [{ command: `cat ${quote(deriveConfigPath(snapshot))}`, line: `${writePath(path)} = ${shown}` }];
}

/** How a place of the environment has it. */
export function placeEvidence(snapshot: Snapshot, place: EnvironmentPlace, name: string, mark: SecretMark): Evidence {
  const line = `${name} = ${mark.toString()}`;
  const definition = valueOf(snapshot.definition);
  if (place.kind === 'service' && definition !== undefined) return definitionEvidence(definition, line);
  return { command: commandFor(snapshot, place, name), line };
}

function commandFor({ environment }: Snapshot, { kind, path }: EnvironmentPlace, name: string): string {
  if (path !== null) return `grep ${name} ${quote(path)}`;
  if (kind === 'shell') return `printenv ${name}`;
  return environment.os === 'darwin' ? `launchctl getenv ${name}` : 'systemctl --user show-environment';
}
