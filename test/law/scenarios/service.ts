import { absent, known } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import {
  makeIdleMac,
  makeLoopingService,
  makeMemory,
  makeStrayMac,
  makeWatchingMemory,
  makeYoungMac,
} from '../../core/make-machine.ts';
import { makeFormer, settingsNow, writtenAs } from '../../core/make-configuration.ts';
import type { Machine } from '../../core/make-machine.ts';
import type { Change } from '../../core/make-moment.ts';
import { at, gatewayPid, minutes, nodePath, seconds, strayPid } from '../../core/make-moment.ts';
import {
  makeBrokenConfig,
  makeConfig,
  makeListener,
  makeLog,
  makeMark,
  makeMarkers,
  makeProcess,
  makeRefusedReach,
  makeSilentReach,
  makeStrayProcess,
} from '../../core/make-running.ts';
import {
  makeDefinition,
  makeInstall,
  makeLinuxService,
  makeService,
  makeUnloadedService,
} from '../../core/make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../../core/make-snapshot.ts';

const stoppedUnit = makeLinuxService({ loaded: false, phase: 'stopped', rawPhase: 'inactive/dead', pid: null });
const idleLinux = {
  reach: known(makeRefusedReach(), at),
  listeners: known([], at),
  processes: known([], at),
  markers: known(makeMarkers({ lock: null }), at),
} as const;
const two = {
  listeners: known([makeListener({ addresses: ['127.0.0.1:18789'] }), makeListener({ pid: strayPid })], at),
  processes: known([makeProcess(), makeStrayProcess()], at),
} as const;

/** Installed with npm, and nothing else. */
function neverSetUp(change: Change<Snapshot>): Snapshot {
  return makeIdleMac(makeUnloadedService(), { definition: absent(at), supervisors: known([], at), ...change });
}

/** Machines on which the service, or what takes its place, is at fault. */
export const serviceScenarios = {
  'agent-not-loaded': [
    { name: 'vanished', snapshot: makeIdleMac() },
    { name: 'vanished, its label never switched', snapshot: makeIdleMac(makeUnloadedService({ enabled: null })) },
    { name: 'a unit that is at rest', snapshot: makeLinuxSnapshot({ ...idleLinux, service: known(stoppedUnit, at) }) },
    {
      name: 'vanished, broken configuration',
      snapshot: makeIdleMac(undefined, { config: known(makeBrokenConfig(), at) }),
    },
    { name: 'vanished, a stray in its place', snapshot: makeStrayMac() },
    { name: 'never set up', snapshot: neverSetUp({}) },
    { name: 'never set up, nor configured', snapshot: neverSetUp({ config: absent(at) }) },
    {
      name: 'never set up, with a Node that does not suit',
      snapshot: neverSetUp({ install: known(makeInstall({ nodeVersion: '20.1.0' }), at) }),
    },
    { name: 'never set up, broken configuration', snapshot: neverSetUp({ config: known(makeBrokenConfig(), at) }) },
  ],
  'agent-disabled': [
    { name: 'off and not loaded', snapshot: makeIdleMac(makeUnloadedService({ enabled: false })) },
    { name: 'off and still running', snapshot: makeSnapshot({ service: known(makeService({ enabled: false }), at) }) },
    {
      name: 'a unit that is not enabled',
      snapshot: makeLinuxSnapshot({ service: known(makeLinuxService({ enabled: false }), at) }),
    },
  ],
  'port-stray': [
    { name: 'beside a service that is not loaded', snapshot: makeStrayMac() },
    { name: 'beside a service that is switched off', snapshot: makeStrayMac(makeUnloadedService({ enabled: false })) },
    { name: 'the service loops behind it', snapshot: makeStrayMac(makeLoopingService()) },
    { name: 'the service waits behind it', snapshot: makeStrayMac(makeService({ phase: 'stopped', pid: null })) },
    {
      name: 'the service runs beside it',
      snapshot: makeStrayMac(makeService(), { processes: known([makeProcess(), makeStrayProcess()], at) }),
    },
    { name: 'both listen', snapshot: makeSnapshot(two) },
    {
      name: 'it does not answer',
      snapshot: makeStrayMac(makeUnloadedService(), { reach: known(makeSilentReach(), at) }),
    },
    {
      name: 'the configuration was edited after its start',
      snapshot: makeStrayMac(makeUnloadedService(), {
        config: known(makeConfig({ modifiedAt: at - 5 * minutes }), at),
      }),
    },
    {
      name: 'the configuration is broken: it may be the last gateway',
      snapshot: makeStrayMac(makeUnloadedService(), { config: known(makeBrokenConfig(), at) }),
    },
    {
      name: 'the service’s Node is gone',
      snapshot: makeStrayMac(makeUnloadedService(), {
        definition: known(makeDefinition({ nodePath, nodeExists: false }), at),
      }),
    },
    {
      name: 'it belongs to another person',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: known([makeStrayProcess({ uid: 502 })], at) }),
    },
    {
      name: 'nobody tells when it began',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: known([makeStrayProcess({ startedAt: null })], at) }),
    },
    {
      name: 'only its answer shows it',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: known([], at) }),
    },
    {
      name: 'beside a unit',
      snapshot: makeLinuxSnapshot({
        service: known(stoppedUnit, at),
        listeners: known([makeListener({ pid: strayPid })], at),
        processes: known([makeStrayProcess({ uid: 1000 })], at),
        markers: known(makeMarkers({ lock: null }), at),
      }),
    },
  ],
  'keepalive-loop': [
    { name: 'for a reason unknown', snapshot: makeIdleMac(makeLoopingService()) },
    {
      name: 'because of the configuration',
      snapshot: makeIdleMac(makeLoopingService(), { config: known(makeBrokenConfig(), at) }),
    },
    { name: 'behind a stray', snapshot: makeStrayMac(makeLoopingService()) },
    {
      name: 'with a word about the configuration and no time to it, of which one that ran is kept',
      snapshot: makeIdleMac(makeLoopingService(), {
        ...writtenAs({ settings: settingsNow, former: makeFormer(settingsNow) }),
        log: known(makeLog({ marks: [makeMark('config-invalid', null)] }), at),
      }),
    },
  ],
  'launchd-parked': [
    {
      name: 'launchd says that it declined',
      snapshot: makeIdleMac(
        makeService({ phase: 'stopped', pid: null, runs: 3, lastExit: exit(1), pended: 'inefficient' }),
        { log: known(makeLog({ modifiedAt: at - 40 * seconds, marks: [] }), at) },
      ),
    },
    {
      name: 'at rest for five minutes',
      snapshot: makeIdleMac(makeService({ phase: 'stopped', pid: null, runs: 3, lastExit: exit(1) }), {
        log: known(makeLog({ modifiedAt: at - 5 * minutes, marks: [] }), at),
      }),
    },
    {
      name: 'because of the configuration',
      snapshot: makeIdleMac(
        makeService({ phase: 'stopped', pid: null, runs: 3, lastExit: exit(78), pended: 'inefficient' }),
        { config: known(makeBrokenConfig(), at) },
      ),
    },
  ],
  'slow-not-dead': [
    { name: 'does not listen after 90 seconds', snapshot: makeYoungMac(90 * seconds) },
    {
      name: 'answered a minute ago',
      snapshot: makeSnapshot({ reach: known(makeSilentReach(), at) }),
      memory: makeWatchingMemory(),
    },
    {
      name: 'a stray that answered a minute ago',
      snapshot: makeStrayMac(makeUnloadedService(), { reach: known(makeSilentReach(), at) }),
      memory: makeMemory({ samples: [{ at: at - minutes, runs: null, pid: strayPid, live: true }] }),
    },
    {
      name: 'a service’s process that answered a minute ago',
      snapshot: makeYoungMac(3 * minutes, {
        reach: known(makeSilentReach(), at),
        listeners: known([makeListener()], at),
      }),
      memory: makeMemory({ samples: [{ at: at - minutes, runs: 1, pid: gatewayPid, live: true }] }),
    },
  ],
} as const satisfies Record<string, readonly Machine[]>;

function exit(code: number) {
  return { kind: 'code', code, name: null } as const;
}
