import type { JobPhase, LastExit, ServiceState } from '../model/service.ts';

/** One job as `launchctl print` shows it, without its arguments and environment: those may hold secrets. */
export interface LaunchdJob {
  /** From the header: `gui/501/<label>`; only the label on macOS 10.15 and before. */
  readonly name: string;
  readonly phase: JobPhase;
  readonly rawPhase: string;
  readonly pid: number | null;
  readonly runs: number | null;
  readonly lastExit: LastExit | null;
  readonly loadedFrom: string | null;
  readonly throttleSeconds: number | null;
  readonly exitTimeoutSeconds: number | null;
  readonly pended: string | null;
  readonly heldBack: ServiceState['heldBack'];
  /** The lines that say all this, as printed but for the indentation. */
  readonly lines: readonly string[];
}

/**
 * Reads `launchctl print <domain>/<label>`, macOS 10.15 to 27; `null` when the text is not such a print.
 *
 * "This output is NOT API", says launchctl's manual: so only what is known by its exact place is taken. Keys of the
 * job are indented by exactly one tab; nested blocks repeat `state`, `pid` and `runs` and are skipped by indentation.
 */
export function parseLaunchctlPrint(text: string): LaunchdJob | null {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const name = /^(\S.*) = \{$/.exec(lines[0] ?? '')?.[1];
  if (name === undefined || lines.length < 2 || lines.at(-1) !== '}') return null;
  const { keys, flags } = readJobKeys(lines.slice(1, -1));
  const rawPhase = keys.get('state');
  if (rawPhase === undefined) return null;
  const pid = positiveNumber(keys.get('pid'));
  return {
    name,
    rawPhase,
    phase: phaseOf(rawPhase, pid),
    pid,
    runs: wholeNumber(keys.get('runs')),
    lastExit: lastExitOf(keys),
    loadedFrom: filePath(keys.get('path')),
    throttleSeconds: wholeNumber(keys.get('minimum runtime')),
    exitTimeoutSeconds: wholeNumber(keys.get('exit timeout')),
    pended: keys.get('pended nondemand spawn') ?? null,
    heldBack: heldBackBy(flags),
    lines: telling.flatMap((key) => (keys.has(key) ? [`${key} = ${keys.get(key)}`] : [])),
  };
}

/** What a person would look at to check the reading. */
const telling = [
  'path',
  'state',
  'pid',
  'runs',
  'last exit code',
  'last terminating signal',
  'last exit reason',
  'pended nondemand spawn',
  'properties',
] as const;

interface JobKeys {
  readonly keys: ReadonlyMap<string, string>;
  /** `properties`: a list behind bars since macOS 11, a block of `name = 0/1` before. */
  readonly flags: ReadonlySet<string>;
}

function readJobKeys(lines: readonly string[]): JobKeys {
  const keys = new Map<string, string>();
  const flags = new Set<string>();
  let block: string | null = null;
  for (const line of lines) {
    if (block !== null) {
      if (line === '\t}') block = null;
      else if (block === 'properties' && line.endsWith(' = 1')) flags.add(line.trim().slice(0, -' = 1'.length));
      continue;
    }
    const [, key, value] = /^\t([^\t=][^=]*?) = (.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    if (value === '{') block = key;
    else if (!keys.has(key)) keys.set(key, value);
  }
  for (const flag of keys.get('properties')?.split(' | ') ?? []) flags.add(flag.trim());
  return { keys, flags };
}

/** Words of launchd for a job's state. One that is missing here, or `running` without a process, is not understood. */
const phases: Readonly<Record<string, JobPhase>> = {
  running: 'running',
  xpcproxy: 'starting',
  spawning: 'starting',
  SIGTERMed: 'stopping',
  SIGKILLed: 'stopping',
  'spawn scheduled': 'waiting',
  'not running': 'stopped',
  exited: 'stopped',
  waiting: 'stopped',
};

function phaseOf(rawPhase: string, pid: number | null): JobPhase {
  const phase = Object.hasOwn(phases, rawPhase) ? phases[rawPhase] : undefined;
  return phase === undefined || (phase === 'running' && pid === null) ? 'unknown' : phase;
}

/** The three lines exclude each other: a signal or a kernel's reason replaces the exit code. */
function lastExitOf(keys: ReadonlyMap<string, string>): LastExit | null {
  const reason = keys.get('last exit reason');
  if (reason !== undefined) return { kind: 'reason', reason };
  const [, name, signal] = /^(.+): (\d+)$/.exec(keys.get('last terminating signal') ?? '') ?? [];
  if (name !== undefined && signal !== undefined) return { kind: 'signal', signal: Number(signal), name };
  const exit = keys.get('last exit code');
  if (exit === '(never exited)') return { kind: 'never' };
  const [, code, meaning] = /^(-?\d+)(?:: (.+))?$/.exec(exit ?? '') ?? [];
  return code === undefined ? null : { kind: 'code', code: Number(code), name: meaning ?? null };
}

function heldBackBy(flags: ReadonlySet<string>): ServiceState['heldBack'] {
  if (flags.has('penalty box')) return 'penalty-box';
  return flags.has('exponential throttling') ? 'exponential-throttling' : null;
}

/** Submitted jobs say `(submitted by …)` instead of a path. */
function filePath(value: string | undefined): string | null {
  return value?.startsWith('/') === true ? value : null;
}

function wholeNumber(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function positiveNumber(value: string | undefined): number | null {
  const number = wholeNumber(value);
  return number === null || number === 0 ? null : number;
}
