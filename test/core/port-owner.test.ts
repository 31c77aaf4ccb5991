import { describe, expect, test } from 'vitest';
import { known } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { derivePortOwner } from '../../app/core/port-owner.ts';
import { makeIdleMac, makeStrayMac } from './make-machine.ts';
import { at, gatewayPid, gatewayStartedAt, minutes, seconds, strayPid } from './make-moment.ts';
import {
  cannotRead,
  makeForeignReach,
  makeListener,
  makeMarkers,
  makeProcess,
  makeReach,
  makeSilentReach,
  makeStrayProcess,
} from './make-running.ts';
import { makeService, makeUnloadedService } from './make-service.ts';
import { makeSnapshot } from './make-snapshot.ts';

const lock = (pid: number, port: number | null, createdAt: number | null = gatewayStartedAt) =>
  known(makeMarkers({ lock: { path: '/l', pid, port, createdAt, configPath: null } }), at);
const unnamed = makeStrayProcess({ role: 'other', name: 'node', commandLine: '' });

const cases: readonly (readonly [string, Snapshot, ReturnType<typeof derivePortOwner>])[] = [
  ['the job itself', makeSnapshot(), { kind: 'service', pid: gatewayPid, servicePid: gatewayPid }],
  [
    'two records of one pid',
    makeSnapshot({
      listeners: known(
        [makeListener({ addresses: ['127.0.0.1:18789'] }), makeListener({ addresses: ['[::1]:18789'] })],
        at,
      ),
    }),
    { kind: 'service', pid: gatewayPid, servicePid: gatewayPid },
  ],
  [
    'a grandchild of the job',
    makeSnapshot({
      listeners: known([makeListener({ pid: 3 })], at),
      processes: known(
        [makeProcess({ pid: 3, ppid: 2 }), makeProcess({ pid: 2, ppid: gatewayPid }), makeProcess()],
        at,
      ),
    }),
    { kind: 'service', pid: 3, servicePid: gatewayPid },
  ],
  [
    'processes that claim each other as parents end somewhere',
    makeSnapshot({
      listeners: known([makeListener({ pid: 3 })], at),
      processes: known(
        [makeProcess({ pid: 3, ppid: 2, role: 'other' }), makeProcess({ pid: 2, ppid: 3, role: 'other' })],
        at,
      ),
      reach: known(makeSilentReach(), at),
    }),
    { kind: 'foreign', pid: 3 },
  ],
  [
    'another pid, processes unreadable: perhaps the job’s child',
    makeStrayMac(makeService(), { processes: cannotRead() }),
    { kind: 'unknown', detail: `pid ${strayPid} listens and could not be identified` },
  ],
  [
    'another pid, processes unreadable, no job: its answer proves it',
    makeStrayMac(makeUnloadedService(), { processes: cannotRead() }),
    { kind: 'gateway', pid: strayPid },
  ],
  [
    'a bare node that answers like a gateway',
    makeStrayMac(makeUnloadedService(), { processes: known([unnamed], at) }),
    { kind: 'gateway', pid: strayPid },
  ],
  [
    'a bare node that holds the lock, frozen',
    makeStrayMac(makeUnloadedService(), {
      processes: known([unnamed], at),
      reach: known(makeSilentReach(), at),
      markers: lock(strayPid, 18_789),
    }),
    { kind: 'gateway', pid: strayPid },
  ],
  [
    'a bare node, silent',
    makeStrayMac(makeUnloadedService(), { processes: known([unnamed], at), reach: known(makeSilentReach(), at) }),
    { kind: 'foreign', pid: strayPid },
  ],
  [
    'unlisted and silent',
    makeStrayMac(makeUnloadedService(), { processes: known([], at), reach: known(makeSilentReach(), at) }),
    { kind: 'unknown', detail: `pid ${strayPid} listens and could not be identified` },
  ],
  [
    'unlisted with a foreign answer',
    makeStrayMac(makeUnloadedService(), { processes: known([], at), reach: known(makeForeignReach(), at) }),
    { kind: 'foreign', pid: strayPid },
  ],
  [
    'two strays',
    makeStrayMac(makeUnloadedService(), {
      listeners: known([makeListener({ pid: 5 }), makeListener({ pid: 6 })], at),
      processes: known([makeProcess({ pid: 5 }), makeProcess({ pid: 6 })], at),
    }),
    { kind: 'two', pid: 5, otherPid: 6 },
  ],
  [
    'two listeners that one answer cannot prove',
    makeStrayMac(makeUnloadedService(), {
      listeners: known([makeListener({ pid: 5 }), makeListener({ pid: 6 })], at),
      processes: known([], at),
    }),
    { kind: 'unknown', detail: 'pid 5 listens and could not be identified' },
  ],
  ['nothing', makeIdleMac(), { kind: 'none' }],
];

describe('who has the port', () => {
  test.each(cases)('%s', (_name, snapshot, owner) => {
    expect(derivePortOwner(snapshot)).toEqual(owner);
  });
});

const unseen = (change: Partial<Snapshot>) =>
  derivePortOwner(makeSnapshot({ listeners: known([], at), ...change })).kind;

describe('when no listener can be seen', () => {
  test('lock, process and uptime together prove the service', () => {
    expect(unseen({})).toBe('service');
    expect(unseen({ markers: lock(gatewayPid, null) })).toBe('service');
  });

  test.each<[string, Partial<Snapshot>]>([
    ['the lock is another’s', { markers: lock(strayPid, 18_789) }],
    ['the lock is for another port', { markers: lock(gatewayPid, 18_795) }],
    ['there is no lock', { markers: known(makeMarkers({ lock: null }), at) }],
    [
      'what answers is older than our process',
      { processes: known([makeProcess({ startedAt: at - 5 * minutes })], at) },
    ],
    ['our process has no known start', { processes: known([makeProcess({ startedAt: null })], at) }],
    [
      'the answer has no uptime',
      { reach: known(makeReach({ ready: { kind: 'not-asked' }, startup: { kind: 'not-asked' } }), at) },
    ],
    ['no job runs', { service: known(makeUnloadedService(), at) }],
  ])('not when %s', (_name, change) => {
    expect(unseen(change)).toBe('unattributed');
  });

  test('a foreign answer is a foreign program, unless our own process may be behind it', () => {
    expect(unseen({ reach: known(makeForeignReach(), at), service: known(makeUnloadedService(), at) })).toBe('foreign');
    expect(unseen({ reach: known(makeForeignReach(), at) })).toBe('unknown');
  });
});

const claimed = (change: Partial<Snapshot>) =>
  derivePortOwner(
    makeIdleMac(makeUnloadedService(), {
      markers: lock(strayPid, 18_789, at - 3 * seconds),
      processes: known([makeStrayProcess({ startedAt: at - 4 * seconds })], at),
      ...change,
    }),
  ).kind;

describe('a lock without a listener', () => {
  test('a living gateway holds it: it is about to listen', () => {
    expect(claimed({})).toBe('claimed');
  });

  test.each<[string, Partial<Snapshot>]>([
    ['its process is gone (kill -9)', { processes: known([], at) }],
    [
      'its pid belongs to a younger process now',
      {
        processes: known([makeStrayProcess({ startedAt: at - seconds })], at),
        markers: lock(strayPid, 18_789, at - minutes),
      },
    ],
    ['its pid belongs to something else', { processes: known([makeStrayProcess({ role: 'other' })], at) }],
    ['it is for another port', { markers: lock(strayPid, 19_000, at) }],
    ['nobody knows when it was written', { markers: lock(strayPid, 18_789, null) }],
  ])('not when %s', (_name, change) => {
    expect(claimed(change)).toBe('none');
  });
});
