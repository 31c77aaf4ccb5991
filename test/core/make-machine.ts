import { emptyMemory } from '../../app/core/model/memory.ts';
import type { Memory } from '../../app/core/model/memory.ts';
import { absent, known } from '../../app/core/model/reading.ts';
import type { ServiceState } from '../../app/core/model/service.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { at, gatewayPid, hours, minutes, seconds, strayPid } from './make-moment.ts';
import type { Change } from './make-moment.ts';
import {
  cannotRead,
  makeConfig,
  makeConfigContent,
  makeListener,
  makeLog,
  makeMark,
  makeMarkers,
  makeProcess,
  makeReach,
  makeRefusedReach,
  makeStrayProcess,
} from './make-running.ts';
import { makeService, makeSupervisor, makeUnloadedService } from './make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from './make-snapshot.ts';

/** Machines that several tests are about, each a change of the healthy one. */

/** Nothing runs and nothing listens; the service is as given. */
export function makeIdleMac(service: ServiceState = makeUnloadedService(), change: Change<Snapshot> = {}): Snapshot {
  return makeSnapshot({
    service: known(service, at),
    reach: known(makeRefusedReach(), at),
    listeners: known([], at),
    processes: known([], at),
    supervisors: known([makeSupervisor({ loaded: service.loaded, pid: service.pid })], at),
    markers: known(makeMarkers({ lock: null }), at),
    log: known(makeLog({ modifiedAt: at - 5 * hours, marks: [] }), at),
    ...change,
  });
}

/** A gateway from a terminal has the port; the service is as given. */
export function makeStrayMac(service: ServiceState = makeUnloadedService(), change: Change<Snapshot> = {}): Snapshot {
  return makeSnapshot({
    service: known(service, at),
    listeners: known([makeListener({ pid: strayPid })], at),
    processes: known([makeStrayProcess()], at),
    supervisors: known([makeSupervisor({ loaded: service.loaded, pid: service.pid })], at),
    markers: known(makeMarkers({ lock: null }), at),
    ...change,
  });
}

/** The service's process is so old, and the port answers as given. */
export function makeYoungMac(ageMs: number, change: Change<Snapshot> = {}): Snapshot {
  return makeSnapshot({
    processes: known([makeProcess({ startedAt: at - ageMs })], at),
    reach: known(makeRefusedReach(), at),
    listeners: known([], at),
    log: known(makeLog({ marks: [makeMark('starting', at - ageMs + seconds)] }), at),
    ...change,
  });
}

/** KeepAlive starts it again and again: waiting now, for the 42nd time, after exit 78. */
export function makeLoopingService(change: Change<ServiceState> = {}): ServiceState {
  return makeService({
    phase: 'waiting',
    rawPhase: 'spawn scheduled',
    pid: null,
    runs: 42,
    lastExit: { kind: 'code', code: 78, name: 'EX_CONFIG' },
    ...change,
  });
}

export function makeRemoteConfig() {
  return known(makeConfig({ content: makeConfigContent({ mode: 'remote' }) }), at);
}

export function makeMemory(change: Change<Memory> = {}): Memory {
  return { ...emptyMemory, ...change };
}

/** We have been watching a well gateway for a while. */
export function makeWatchingMemory(change: Change<Memory> = {}): Memory {
  return makeMemory({
    samples: [{ at: at - 60 * seconds, runs: 1, pid: gatewayPid, live: true }],
    state: { name: 'healthy', since: at - 26 * hours },
    ...change,
  });
}

export interface Machine {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly memory?: Memory;
}

/** Machines on which nothing is wrong, or nothing is known: every rule must be silent on each. */
export const quietMachines: readonly Machine[] = [
  { name: 'a healthy Mac', snapshot: makeSnapshot() },
  { name: 'a healthy Linux machine', snapshot: makeLinuxSnapshot() },
  { name: 'a healthy Mac that has been watched', snapshot: makeSnapshot(), memory: makeWatchingMemory() },
  {
    name: 'a launcher whose child listens',
    snapshot: makeSnapshot({
      listeners: known([makeListener({ pid: 4712 })], at),
      processes: known(
        [
          makeProcess({ role: 'openclaw-launcher', commandLine: 'openclaw' }),
          makeProcess({ pid: 4712, ppid: gatewayPid, role: 'gateway-title', commandLine: 'openclaw-gateway' }),
        ],
        at,
      ),
    }),
  },
  {
    name: 'a command line call that carries the title openclaw-gateway',
    snapshot: makeSnapshot({
      processes: known([makeProcess(), makeStrayProcess({ startedAt: at - 2 * seconds })], at),
    }),
  },
  { name: 'a gateway that started 20 seconds ago', snapshot: makeYoungMac(20 * seconds) },
  {
    name: 'a service that we stopped on request',
    snapshot: makeIdleMac(),
    memory: makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } }),
  },
  {
    name: 'a service that was stopped and disabled with the official command',
    snapshot: makeIdleMac(makeUnloadedService({ enabled: false }), {
      markers: known(
        makeMarkers({
          lock: null,
          lastLifecycle: {
            at: at - 2 * hours,
            action: 'stop',
            source: 'cli',
            failed: false,
            line: 'openclaw gateway lifecycle source=cli action=stop mode=bootout',
          },
        }),
        at,
      ),
    }),
  },
  {
    name: 'the official app’s switch is off',
    snapshot: makeIdleMac(makeUnloadedService(), {
      markers: known(makeMarkers({ lock: null, launchAgentDisabled: true }), at),
    }),
  },
  {
    name: 'remote mode with the old service still on disk',
    snapshot: makeIdleMac(makeUnloadedService(), { config: makeRemoteConfig() }),
  },
  {
    name: 'remote mode through an ssh tunnel',
    snapshot: makeIdleMac(makeUnloadedService(), {
      config: makeRemoteConfig(),
      definition: absent(at),
      reach: known(makeReach(), at),
      listeners: known([makeListener({ pid: 900, command: 'ssh' })], at),
      processes: known([makeProcess({ pid: 900, name: 'ssh', role: 'ssh', commandLine: 'ssh -NL 18789:…' })], at),
    }),
  },
  {
    name: 'another profile on another port with its own folder',
    snapshot: makeSnapshot({
      processes: known([makeProcess(), makeProcess({ pid: 6001, commandLine: 'openclaw-gateway' })], at),
      supervisors: known(
        [
          makeSupervisor(),
          makeSupervisor({
            label: 'ai.openclaw.work',
            path: '/Users/alice/Library/LaunchAgents/ai.openclaw.work.plist',
            isTarget: false,
            profile: 'work',
            port: 28_931,
            stateDir: '/Users/alice/.openclaw-work',
            pid: 6001,
          }),
        ],
        at,
      ),
    }),
  },
  {
    name: 'a machine of which nothing can be read',
    snapshot: makeSnapshot({
      install: cannotRead(),
      definition: cannotRead(),
      service: cannotRead(),
      config: cannotRead(),
      reach: cannotRead(),
      listeners: cannotRead(),
      processes: cannotRead(),
      supervisors: cannotRead(),
      log: cannotRead(),
      markers: cannotRead(),
    }),
  },
  ...(['install', 'definition', 'service', 'config', 'reach', 'listeners', 'processes'] as const).map((probe) => ({
    name: `a healthy Mac of which ${probe} cannot be read`,
    snapshot: makeSnapshot({ [probe]: cannotRead() }),
  })),
  ...(['definition', 'service', 'listeners', 'processes', 'markers', 'log'] as const).map((probe) => ({
    name: `an idle Mac of which ${probe} cannot be read, stopped on request`,
    snapshot: makeIdleMac(makeUnloadedService(), { [probe]: cannotRead() }),
    memory: makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } }),
  })),
];
