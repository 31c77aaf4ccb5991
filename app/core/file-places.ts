import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';

/** The configuration of the watched gateway: the file that was read, else where its service or the shell would look. */
export function deriveConfigPath(snapshot: Pick<Snapshot, 'config' | 'definition' | 'target'>): string {
  if (snapshot.config.status === 'known') return snapshot.config.value.path;
  const environment = valueOf(snapshot.definition)?.environment;
  if (environment?.configPath) return environment.configPath;
  return environment?.stateDir ? `${environment.stateDir}/openclaw.json` : snapshot.target.configPath;
}

/** The service's own state folder, else the one a command line here would use. */
export function deriveStateDir({ definition, target }: Pick<Snapshot, 'definition' | 'target'>): string {
  return valueOf(definition)?.environment.stateDir ?? target.stateDir;
}

/** The log that a person can open; `null` when there is none. An unreadable one is where the service writes it. */
export function deriveLogPath({ log, definition }: Snapshot): string | null {
  if (log.status === 'known') return log.value.path;
  if (log.status === 'absent') return null;
  const service = valueOf(definition);
  return service?.stderrPath ?? service?.stdoutPath ?? null;
}
