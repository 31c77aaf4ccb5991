import { absent, known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeMemory } from '../make-machine.ts';
import { at, minutes } from '../make-moment.ts';
import {
  cannotRead,
  makeForeignReach,
  makeMarkers,
  makeReach,
  makeRefusedReach,
  makeSilentReach,
} from '../make-running.ts';
import { makeInstall, makeLinuxService, makeService, makeUnloadedService } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { makeOther, onPort } from './state-case.ts';
import type { StateCase } from './state-case.ts';

const nothingInstalled = known(
  makeInstall({ cliPath: null, packageRoot: null, version: null, entryPath: null, nodePath: null, cliVersion: null }),
  at,
);

/** Nothing of ours runs, or too little can be read. */
export const restCases: readonly StateCase[] = [
  // Stopped
  {
    name: 'stopped by us',
    snapshot: makeIdleMac(),
    memory: makeMemory({ lastAction: { action: 'stop', at: at - minutes, succeeded: true } }),
    state: 'stopped',
    reason: 'stopped-on-purpose',
    since: at - minutes,
  },
  {
    name: 'an update runs',
    snapshot: makeIdleMac(makeUnloadedService(), {
      processes: known([makeOther({ role: 'maintenance', name: 'npm' })], at),
    }),
    state: 'stopped',
    reason: 'maintenance-running',
  },
  { name: 'installed, not loaded', snapshot: makeIdleMac(), state: 'stopped', reason: 'not-loaded', since: null },
  {
    name: 'systemd: inactive',
    snapshot: makeLinuxSnapshot({
      service: known(makeLinuxService({ phase: 'stopped', rawPhase: 'inactive/dead', pid: null }), at),
      reach: known(makeRefusedReach(), at),
      listeners: known([], at),
      processes: known([], at),
      markers: known(makeMarkers({ lock: null }), at),
    }),
    state: 'stopped',
    reason: 'loaded-not-running',
  },
  {
    name: 'launchd declined to start it (low power)',
    snapshot: makeIdleMac(makeService({ phase: 'stopped', rawPhase: 'not running', pid: null, pended: 'inefficient' })),
    state: 'stopped',
    reason: 'held-back',
  },
  {
    name: 'disabled and not loaded',
    snapshot: makeIdleMac(makeUnloadedService({ enabled: false })),
    state: 'disabled',
    reason: 'service-disabled',
  },

  {
    name: 'disabled, and stopped by us: disabled says more',
    snapshot: makeIdleMac(makeUnloadedService({ enabled: false })),
    memory: makeMemory({ lastAction: { action: 'stop', at: at - minutes, succeeded: true } }),
    state: 'disabled',
    reason: 'service-disabled',
    since: at - minutes,
  },

  // Not installed
  {
    name: 'nothing at all, and a web server on the port',
    snapshot: makeIdleMac(makeUnloadedService(), {
      definition: absent(at),
      install: nothingInstalled,
      reach: known(makeForeignReach(), at),
      ...onPort(makeOther({ name: 'python3', commandLine: '' })),
    }),
    state: 'not-installed',
    reason: 'not-installed-no-cli',
  },
  {
    name: 'nothing at all',
    snapshot: makeIdleMac(makeUnloadedService(), { definition: absent(at), install: nothingInstalled }),
    state: 'not-installed',
    reason: 'not-installed-no-cli',
  },
  {
    name: 'the command, but no service',
    snapshot: makeIdleMac(makeUnloadedService(), { definition: absent(at) }),
    state: 'not-installed',
    reason: 'not-installed-never-registered',
  },

  // Unknown
  {
    name: 'it answers; whose it is cannot be seen',
    snapshot: makeSnapshot({ listeners: known([], at), service: cannotRead('launchctl gave no answer') }),
    state: 'unknown',
    reason: 'live-owner-unknown',
    args: { detail: 'launchctl gave no answer' },
  },
  {
    name: 'a container’s proxy that only root sees',
    snapshot: makeIdleMac(makeUnloadedService(), { definition: absent(at), reach: known(makeReach(), at) }),
    state: 'unknown',
    reason: 'live-owner-unknown',
  },
  {
    name: 'nothing answers and launchctl is silent',
    snapshot: makeIdleMac(makeUnloadedService(), { service: cannotRead('launchctl gave no answer') }),
    state: 'unknown',
    reason: 'cannot-read-service',
    args: { detail: 'launchctl gave no answer' },
  },
  {
    name: 'neither port nor listeners',
    snapshot: makeSnapshot({ reach: cannotRead('socket refused'), listeners: cannotRead() }),
    state: 'unknown',
    reason: 'cannot-read-port',
    args: { detail: 'socket refused' },
  },
  {
    name: 'silent, and of unknown age',
    snapshot: makeSnapshot({ reach: known(makeSilentReach(), at), processes: cannotRead('ps is gone') }),
    state: 'unknown',
    reason: 'cannot-tell',
    args: { detail: 'ps is gone' },
  },
];
