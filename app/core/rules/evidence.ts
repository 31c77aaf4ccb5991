import { valueOf } from '../model/reading.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ServiceDefinition, ServiceState } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Supervisor } from '../model/service.ts';

/** The command and the line it printed, for a listener of the expected port. */
export function listenerEvidence(snapshot: Snapshot, pid: number): readonly Evidence[] {
  const { port } = snapshot.port;
  const listener = valueOf(snapshot.listeners)?.find((entry) => entry.pid === pid);
  if (listener === undefined) return [];
  const line = [listener.command ?? '?', String(pid), ...listener.addresses, '(LISTEN)'].join(' ');
  return [{ command: `lsof -nP -iTCP:${port} -sTCP:LISTEN`, line }];
}

/** Start time and command line of a process; the command line is redacted already. */
export function processEvidence(snapshot: Snapshot, pid: number): readonly Evidence[] {
  const process = valueOf(snapshot.processes)?.find((entry) => entry.pid === pid);
  if (process === undefined) return [];
  const started = process.startedAt === null ? [] : [new Date(process.startedAt).toISOString()];
  const line = [String(pid), ...started, process.commandLine === '' ? process.name : process.commandLine].join(' ');
  return [{ command: `ps -ww -o pid=,lstart=,command= -p ${pid}`, line }];
}

/** What the service manager printed; composed from its values when the probe kept no line. */
export function serviceEvidence(snapshot: Snapshot, service: ServiceState, wanted?: RegExp): readonly Evidence[] {
  const lines =
    wanted === undefined ? service.evidence : service.evidence.filter((entry) => wanted.test(entry.command));
  if (lines.length > 0) return lines;
  const state = service.loaded ? (service.rawPhase ?? service.phase) : 'not loaded';
  return [{ command: serviceCommand(snapshot, service), line: `state = ${state}` }];
}

function serviceCommand(snapshot: Snapshot, service: ServiceState): string {
  const { serviceTarget } = snapshot.target;
  return service.manager === 'launchd' ? `launchctl print ${serviceTarget}` : `systemctl --user show ${serviceTarget}`;
}

/** A line of the service's definition. */
export function definitionEvidence(definition: ServiceDefinition, line: string): Evidence {
  return { command: `${definitionReader(definition.format)} ${quote(definition.path)}`, line };
}

export function supervisorEvidence(supervisor: Supervisor): readonly Evidence[] {
  const isUnit = supervisor.scope === 'systemd-user' || supervisor.scope === 'systemd-system';
  const line = supervisor.commandLine === '' ? supervisor.label : supervisor.commandLine;
  return [{ command: `${isUnit ? 'cat' : 'plutil -p'} ${quote(supervisor.path)}`, line }];
}

function definitionReader(format: ServiceDefinition['format']): string {
  return format === 'systemd-unit' ? 'cat' : 'plutil -p';
}

export function presentEvidence(path: string): Evidence {
  return { command: `ls ${quote(path)}`, line: path };
}

export function missingEvidence(path: string): Evidence {
  return { command: `ls ${quote(path)}`, line: `ls: ${path}: No such file or directory` };
}

/** What `/healthz` said, when it said something in JSON. */
export function healthEvidence(snapshot: Snapshot): readonly Evidence[] {
  const reach = valueOf(snapshot.reach);
  if (reach?.health.kind !== 'json') return [];
  const command = `curl ${reach.scheme}://${reach.host}:${reach.port}/healthz`;
  return [{ command, line: JSON.stringify(reach.health.body) }];
}

/** For a terminal: quoted only where a shell would need it. */
export function quote(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
