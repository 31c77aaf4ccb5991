import { answers, deriveAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { deriveExitLoop } from './exit-loop.ts';
import { cannotSpawn, deriveHold, deriveIdleCause } from './idle.ts';
import type { IdleCause } from './idle.ts';
import type { ActionKind } from './model/action.ts';
import type { Memory } from './model/memory.ts';
import { valueOf } from './model/reading.ts';
import type { ServiceState } from './model/service.ts';
import type { Snapshot } from './model/snapshot.ts';
import { derivePortOwner } from './port-owner.ts';
import type { PortOwner } from './port-owner.ts';

/** All that the truth table reads: few words, each from a closed list, so that every combination can be walked. */
export interface Facts {
  readonly activity: 'none' | ActionKind;
  /** An unset mode counts as local. */
  readonly mode: 'local' | 'remote' | 'unknown';
  /** `service`: a definition exists; `command`: none, but the command does; `nothing`: neither. */
  readonly installed: 'service' | 'command' | 'nothing' | 'unknown';
  readonly job: Job;
  readonly enabled: 'yes' | 'no' | 'unknown';
  readonly owner: PortOwner['kind'];
  readonly answer: Answer;
  /** Whether the process that should answer may still be starting. */
  readonly warmUp: 'may-be-starting' | 'over' | 'unknown';
  readonly idle: IdleCause;
}

/**
 * The service manager's view in one word. `inactive`: systemd knows the unit and will not start it by itself.
 * `held`: launchd holds the start back. `cannot-spawn`: it cannot execute the program. `no-manager`: there is none.
 */
export type Job =
  | 'running'
  | 'starting'
  | 'stopping'
  | 'waiting'
  | 'looping'
  | 'cannot-spawn'
  | 'held'
  | 'stopped'
  | 'inactive'
  | 'not-loaded'
  | 'no-manager'
  | 'unknown';

/** Every value of every fact. */
export const factValues: { readonly [Name in keyof Facts]: readonly Facts[Name][] } = {
  activity: ['none', 'start', 'stop', 'restart'],
  mode: ['local', 'remote', 'unknown'],
  installed: ['service', 'command', 'nothing', 'unknown'],
  job: [
    'running',
    'starting',
    'stopping',
    'waiting',
    'looping',
    'cannot-spawn',
    'held',
    'stopped',
    'inactive',
    'not-loaded',
    'no-manager',
    'unknown',
  ],
  enabled: ['yes', 'no', 'unknown'],
  owner: [
    'service',
    'gateway',
    'two',
    'ssh',
    'foreign',
    'service-elsewhere',
    'claimed',
    'unattributed',
    'none',
    'unknown',
  ],
  answer: answers,
  warmUp: ['may-be-starting', 'over', 'unknown'],
  idle: ['none', 'on-purpose', 'maintenance'],
};

/** Condenses the readings. Pure: the same snapshot and memory give the same facts. */
export function deriveFacts(snapshot: Snapshot, memory: Memory): Facts {
  const owner = derivePortOwner(snapshot);
  return {
    activity: deriveActivity(memory),
    mode: deriveMode(snapshot),
    installed: deriveInstalled(snapshot),
    job: deriveJob(snapshot, memory),
    enabled: deriveEnabled(snapshot),
    owner: owner.kind,
    answer: deriveAnswerNow(snapshot, memory, owner),
    warmUp: deriveWarmUp(snapshot, memory, mainPidOf(snapshot, owner)),
    idle: deriveIdleCause(snapshot, memory),
  };
}

/** During a repair the state is what is read: which of its steps is about to stop or start is no word for it. */
function deriveActivity({ activity }: Memory): Facts['activity'] {
  return activity === null || activity.action === 'repair' || activity.action === 'undo' ? 'none' : activity.action;
}

/** From the closed port to the end of the process; more than a shutdown takes once nothing is drained any more. */
const leavesWithinMs = 30_000;

/** A gateway that was seen stopping closes its port before its process ends: that is no silence. */
function deriveAnswerNow(snapshot: Snapshot, { state, samples }: Memory, owner: PortOwner): Answer {
  const answer = deriveAnswer(snapshot);
  if (answer !== 'refused' || state?.name !== 'stopping' || state.since === null) return answer;
  const pid = mainPidOf(snapshot, owner);
  // Another process is the next one, on its way up.
  if (pid === null || pid !== samples.at(-1)?.pid) return answer;
  return snapshot.at - state.since < leavesWithinMs ? 'draining' : answer;
}

/** The process that serves, or should: the proven gateway on the port, else the job's process. */
export function gatewayPidOf(snapshot: Snapshot, owner: PortOwner): number | null {
  const isGateway =
    owner.kind === 'service' || owner.kind === 'gateway' || owner.kind === 'two' || owner.kind === 'claimed';
  return isGateway ? owner.pid : (valueOf(snapshot.service)?.pid ?? null);
}

/** What the memory's samples and the start time go by: for a service its job's process, which may only be a launcher. */
export function mainPidOf(snapshot: Snapshot, owner: PortOwner): number | null {
  return owner.kind === 'service' ? owner.servicePid : gatewayPidOf(snapshot, owner);
}

function deriveMode(snapshot: Snapshot): Facts['mode'] {
  if (snapshot.config.status === 'absent') return 'local';
  const content = valueOf(snapshot.config)?.content;
  if (content?.kind !== 'parsed') return 'unknown';
  return content.mode === 'remote' ? 'remote' : 'local';
}

function deriveInstalled(snapshot: Snapshot): Facts['installed'] {
  if (snapshot.definition.status === 'known') return 'service';
  if (snapshot.definition.status === 'unknown') return 'unknown';
  const install = snapshot.install;
  if (install.status === 'unknown') return 'command';
  const found = install.status === 'known' && (install.value.cliPath ?? install.value.packageRoot) !== null;
  return found ? 'command' : 'nothing';
}

function deriveEnabled(snapshot: Snapshot): Facts['enabled'] {
  const enabled = valueOf(snapshot.service)?.enabled ?? null;
  if (enabled === null) return 'unknown';
  return enabled ? 'yes' : 'no';
}

function deriveJob(snapshot: Snapshot, memory: Memory): Job {
  const reading = snapshot.service;
  if (reading.status === 'absent') return 'not-loaded';
  if (reading.status === 'unknown') return reading.reason.code === 'no-service-manager' ? 'no-manager' : 'unknown';
  const service = reading.value;
  if (!service.loaded) return 'not-loaded';
  if (service.phase === 'stopping') return 'stopping';
  const rests = service.phase === 'waiting' || service.phase === 'stopped';
  if (rests && service.manager === 'launchd' && cannotSpawn(snapshot)) return 'cannot-spawn';
  if (deriveExitLoop(snapshot, memory) !== null) return 'looping';
  return rests && deriveHold(snapshot, memory) !== null ? 'held' : deriveQuietJob(service);
}

function deriveQuietJob(service: ServiceState): Job {
  if (service.phase === 'running' && service.pid === null) return 'unknown';
  return service.phase === 'stopped' && service.manager === 'systemd' ? 'inactive' : service.phase;
}

/** Starts of 10 s to 4 minutes were seen; never condemn a process younger than this. */
export const startTakesAtMostMs = 5 * 60_000;

function deriveWarmUp(snapshot: Snapshot, memory: Memory, pid: number | null): Facts['warmUp'] {
  if (pid === null) return 'unknown';
  const seen = memory.samples.filter((sample) => sample.pid === pid);
  const lastLive = seen.findLast((sample) => sample.live);
  if (lastLive !== undefined && !startsAgain(snapshot, lastLive.at)) return 'over';
  if (lastLive !== undefined) return 'may-be-starting';
  const startedAt = valueOf(snapshot.processes)?.find((process) => process.pid === pid)?.startedAt ?? null;
  if (startedAt !== null) {
    const isYoung = snapshot.at - startedAt < startTakesAtMostMs && !saidReady(snapshot, pid, startedAt);
    return isYoung ? 'may-be-starting' : 'over';
  }
  const [first] = seen;
  return first !== undefined && snapshot.at - first.at >= startTakesAtMostMs ? 'over' : 'unknown';
}

/** The service's own log says that this process got there, and nothing that it began anew. */
function saidReady(snapshot: Snapshot, pid: number, startedAt: number): boolean {
  if (valueOf(snapshot.service)?.pid !== pid) return false;
  const marks = valueOf(snapshot.log)?.marks ?? [];
  const last = marks.findLast((mark) => mark.kind === 'ready' || mark.kind === 'starting');
  return last?.kind === 'ready' && (last.at ?? 0) > startedAt;
}

/** Since 2026.9 a gateway may restart within its process, after an edit of its port for one. */
function startsAgain(snapshot: Snapshot, after: number): boolean {
  const from = Math.max(after, snapshot.at - startTakesAtMostMs);
  const marks = valueOf(snapshot.log)?.marks ?? [];
  return marks.some((mark) => (mark.kind === 'starting' || mark.kind === 'clean-stop') && (mark.at ?? 0) > from);
}
