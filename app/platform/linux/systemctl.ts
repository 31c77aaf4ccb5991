import type { ProgramRequest } from '../../ports/programs.ts';

/** Which service manager is meant: the user's own, or the machine's (read only: writing needs root). */
export type SystemdScope = 'user' | 'system';

/** What the probes read of a unit, in one call. */
const properties = [
  'Id',
  'LoadState',
  'ActiveState',
  'SubState',
  'UnitFileState',
  'MainPID',
  'NRestarts',
  'Result',
  'ExecMainCode',
  'ExecMainStatus',
  'ExecMainStartTimestampMonotonic',
  'FragmentPath',
  'RestartUSec',
  'TimeoutStopUSec',
] as const;

export function showUnit(unit: string, scope: SystemdScope = 'user'): ProgramRequest {
  return systemctl(scope, ['show', unit, `--property=${properties.join(',')}`], 4_000);
}

/** What every service of the user inherits. */
export function showEnvironment(): ProgramRequest {
  return systemctl('user', ['show-environment'], 4_000);
}

/** Takes a variable out of what every service of the user inherits; what runs keeps it. */
export function unsetEnvironment(name: string): ProgramRequest {
  return systemctl('user', ['unset-environment', name], 10_000);
}

export function startUnit(unit: string): ProgramRequest {
  return systemctl('user', ['start', unit], 60_000);
}

/** Waits for the stop; OpenClaw's unit allows itself up to 330 s (2026.9.6), so do not wait for its end here. */
export function stopUnit(unit: string): ProgramRequest {
  return systemctl('user', ['stop', '--no-block', unit], 15_000);
}

export function restartUnit(unit: string): ProgramRequest {
  return systemctl('user', ['restart', '--no-block', unit], 15_000);
}

export function enableUnit(unit: string): ProgramRequest {
  return systemctl('user', ['enable', unit], 15_000);
}

/** Takes the unit out of the next login; what runs goes on running. */
export function disableUnit(unit: string): ProgramRequest {
  return systemctl('user', ['disable', unit], 15_000);
}

/** Forgets earlier failures: a unit that hit its start limit refuses to start before. */
export function resetFailedUnit(unit: string): ProgramRequest {
  return systemctl('user', ['reset-failed', unit], 15_000);
}

export function reloadUnitFiles(): ProgramRequest {
  return systemctl('user', ['daemon-reload'], 30_000);
}

function systemctl(scope: SystemdScope, args: readonly string[], timeoutMs: number): ProgramRequest {
  const manager = scope === 'user' ? '--user' : '--system';
  return { tool: 'systemctl', args: [manager, '--no-pager', ...args], timeoutMs };
}
