import type { JobPhase, LastExit } from '../model/service.ts';

/** One unit as `systemctl show` tells it. */
export interface SystemdJob {
  readonly name: string;
  /** systemd could read a definition of that name. */
  readonly loaded: boolean;
  /** Whether it starts at log-in; `false` also when masked; `null` when there is nothing to enable. */
  readonly enabled: boolean | null;
  readonly phase: JobPhase;
  /** `active/running`, `failed/failed`; what is wrong with the definition when it cannot be loaded. */
  readonly rawPhase: string;
  readonly pid: number | null;
  readonly runs: number | null;
  readonly lastExit: LastExit | null;
  readonly loadedFrom: string | null;
  readonly throttleSeconds: number | null;
  readonly exitTimeoutSeconds: number | null;
  /** `start-limit-hit`: systemd declines to start it again by itself. */
  readonly pended: string | null;
  readonly lines: readonly string[];
}

/**
 * Reads `systemctl show UNIT --property=…` (systemd 245 to 258); `null` when the text is not such a list.
 * A unit that does not exist is an answer too: `LoadState=not-found`.
 */
export function parseSystemctlShow(text: string): SystemdJob | null {
  const properties = readProperties(text);
  const [name, load, active, sub] = ['Id', 'LoadState', 'ActiveState', 'SubState'].map((key) => properties.get(key));
  if (!name || !load || !active || !sub) return null;
  const pid = positiveNumber(properties.get('MainPID'));
  const usable = load === 'loaded' || load === 'not-found' || load === 'masked';
  return {
    name,
    loaded: load === 'loaded',
    enabled: isEnabled(load, properties.get('UnitFileState')),
    phase: usable ? phaseOf(active, sub, pid) : 'unknown',
    rawPhase: usable ? `${active}/${sub}` : load,
    pid,
    runs: runsOf(properties),
    lastExit: lastExitOf(properties),
    loadedFrom: properties.get('FragmentPath') || null,
    throttleSeconds: parseTimeSpan(properties.get('RestartUSec')),
    exitTimeoutSeconds: parseTimeSpan(properties.get('TimeoutStopUSec')),
    pended: properties.get('Result') === 'start-limit-hit' ? 'start-limit-hit' : null,
    lines: telling.flatMap((key) => (properties.get(key) ? [`${key}=${properties.get(key)}`] : [])),
  };
}

const telling = [
  'LoadState',
  'ActiveState',
  'SubState',
  'UnitFileState',
  'MainPID',
  'NRestarts',
  'Result',
  'ExecMainCode',
  'ExecMainStatus',
  'FragmentPath',
] as const;

function readProperties(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').map((line) => /^([A-Za-z]\w*)=(.*)$/.exec(line.trimEnd()));
  return new Map(lines.flatMap((match) => (match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const])));
}

function phaseOf(active: string, sub: string, pid: number | null): JobPhase {
  switch (active) {
    case 'active':
    case 'reloading':
    case 'refreshing':
      return pid === null ? 'unknown' : 'running';
    case 'activating':
      return sub.startsWith('auto-restart') ? 'waiting' : 'starting';
    case 'deactivating':
      return 'stopping';
    case 'inactive':
    case 'failed':
      return 'stopped';
    default:
      return 'unknown';
  }
}

function isEnabled(load: string, unitFileState: string | undefined): boolean | null {
  if (load === 'masked' || unitFileState === 'disabled' || unitFileState?.startsWith('masked') === true) return false;
  return unitFileState ? true : null;
}

/** Started at least once when the clock of the last start is set; each automatic restart counts one more. */
function runsOf(properties: ReadonlyMap<string, string>): number | null {
  const started = wholeNumber(properties.get('ExecMainStartTimestampMonotonic'));
  const restarts = wholeNumber(properties.get('NRestarts'));
  if (started === null || restarts === null) return null;
  return started === 0 ? 0 : restarts + 1;
}

/** While a process runs, systemd has forgotten how the one before it ended. */
function lastExitOf(properties: ReadonlyMap<string, string>): LastExit | null {
  const status = wholeNumber(properties.get('ExecMainStatus'));
  switch (properties.get('ExecMainCode') ?? '') {
    case '0':
      return properties.get('ExecMainStartTimestampMonotonic') === '0' ? { kind: 'never' } : null;
    case '1':
    case 'exited':
      return status === null ? null : { kind: 'code', code: status, name: null };
    case '2':
    case '3':
    case 'killed':
    case 'dumped':
      return status === null
        ? null
        : { kind: 'signal', signal: status, name: signalNames[status] ?? `signal ${status}` };
    default:
      return null;
  }
}

const signalNames: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  15: 'SIGTERM',
};

/** systemd's time spans in seconds: `5s`, `1min 30s`, `5min 30s`, `500ms`; `infinity` and empty are `null`. */
export function parseTimeSpan(text: string | undefined): number | null {
  const parts = text?.trim().split(/\s+/) ?? [];
  let seconds = 0;
  for (const part of parts) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)([a-z]*)$/.exec(part) ?? [];
    const factor = Object.hasOwn(secondsPerUnit, unit ?? '') ? secondsPerUnit[unit ?? ''] : undefined;
    if (amount === undefined || factor === undefined) return null;
    seconds += Number(amount) * factor;
  }
  return parts.length === 0 ? null : seconds;
}

const secondsPerUnit: Readonly<Record<string, number>> = {
  us: 1e-6,
  ms: 1e-3,
  '': 1,
  s: 1,
  sec: 1,
  min: 60,
  m: 60,
  h: 3600,
  d: 86_400,
};

function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function positiveNumber(value: string | undefined): number | null {
  const number = wholeNumber(value);
  return number === null || number === 0 ? null : number;
}
