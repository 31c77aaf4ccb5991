import { absent, known } from '../../../app/core/model/reading.ts';
import { makeStrayMac } from '../make-machine.ts';
import { at, gatewayPid, gatewayStartedAt, hours, minutes, strayPid } from '../make-moment.ts';
import {
  cannotRead,
  makeListener,
  makeLog,
  makeMark,
  makeMarkers,
  makeNotReadyReach,
  makeProcess,
  makeReach,
  makeRefusedReach,
  makeStrayProcess,
} from '../make-running.ts';
import { makeLinuxService, makeService, makeUnloadedService } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { noServiceManager, onPort } from './state-case.ts';
import type { StateCase } from './state-case.ts';

/** A gateway serves: well, less well, or with nobody to bring it back. */
export const servingCases: readonly StateCase[] = [
  // Healthy
  {
    name: 'a Mac in order',
    snapshot: makeSnapshot(),
    state: 'healthy',
    reason: 'ready',
    since: gatewayStartedAt,
    args: { pid: gatewayPid, port: 18_789, otherPid: null },
  },
  { name: 'a Linux machine in order', snapshot: makeLinuxSnapshot(), state: 'healthy', reason: 'ready' },
  {
    name: 'the listener is a child of the job’s process',
    snapshot: makeSnapshot({
      listeners: known([makeListener({ pid: 4712 })], at),
      processes: known([makeProcess({ role: 'openclaw-launcher' }), makeProcess({ pid: 4712, ppid: gatewayPid })], at),
    }),
    state: 'healthy',
    reason: 'ready',
    args: { pid: 4712 },
  },
  {
    name: 'an unreadable configuration does not spoil a running gateway',
    snapshot: makeSnapshot({ config: cannotRead() }),
    state: 'healthy',
    reason: 'ready',
  },
  {
    name: 'lsof is missing, and lock, uptime and job agree',
    snapshot: makeSnapshot({ listeners: cannotRead() }),
    state: 'healthy',
    reason: 'ready',
  },
  {
    name: 'lsof shows nothing to a hardened app',
    snapshot: makeSnapshot({ listeners: known([], at) }),
    state: 'healthy',
    reason: 'ready',
  },

  // Degraded
  {
    name: 'a channel fails',
    snapshot: makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) }),
    state: 'degraded',
    reason: 'live-not-ready',
    args: { failing: ['telegram'] },
  },
  {
    name: 'the crash-loop breaker tripped three minutes ago',
    snapshot: makeSnapshot({
      processes: known([makeProcess({ startedAt: at - 4 * minutes })], at),
      log: known(
        makeLog({ marks: [makeMark('starting', at - 4 * minutes), makeMark('breaker-tripped', at - 3 * minutes)] }),
        at,
      ),
    }),
    state: 'degraded',
    reason: 'safe-mode',
  },
  {
    name: '/readyz could not be read',
    snapshot: makeSnapshot({ reach: known(makeReach({ ready: { kind: 'no-answer', why: 'timed-out' } }), at) }),
    state: 'degraded',
    reason: 'live-readiness-unknown',
  },
  {
    name: 'a version from before /healthz answers with its Control UI',
    snapshot: makeSnapshot({
      reach: known(
        makeReach({ health: { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true } }),
        at,
      ),
    }),
    state: 'degraded',
    reason: 'live-readiness-unknown',
  },
  {
    name: 'the plist was deleted under a running job',
    snapshot: makeSnapshot({ definition: absent(at) }),
    state: 'degraded',
    reason: 'live-definition-gone',
  },
  {
    name: 'it runs and is disabled',
    snapshot: makeSnapshot({ service: known(makeService({ enabled: false }), at) }),
    state: 'degraded',
    reason: 'live-service-disabled',
  },
  {
    name: 'its lock names another port',
    snapshot: makeSnapshot({
      reach: known(makeRefusedReach(), at),
      listeners: known([], at),
      markers: known(
        makeMarkers({ lock: { path: '/l', pid: gatewayPid, port: 18_795, createdAt: null, configPath: null } }),
        at,
      ),
    }),
    state: 'degraded',
    reason: 'live-service-on-other-port',
    args: { detail: '18795', pid: gatewayPid },
  },

  // Unmanaged
  {
    name: 'a stray serves while the service is not loaded',
    snapshot: makeStrayMac(),
    state: 'unmanaged',
    reason: 'live-service-not-loaded',
    args: { pid: strayPid, otherPid: null },
    since: at - 2 * hours,
  },
  {
    name: 'run by hand where systemd knows the unit and does not run it',
    snapshot: makeLinuxSnapshot({
      service: known(makeLinuxService({ phase: 'stopped', pid: null }), at),
      ...onPort(makeStrayProcess()),
    }),
    state: 'unmanaged',
    reason: 'live-service-not-loaded',
  },
  {
    name: 'run by hand, never registered',
    snapshot: makeStrayMac(makeUnloadedService(), { definition: absent(at) }),
    state: 'unmanaged',
    reason: 'live-without-service',
  },
  {
    name: 'run by hand in a container without systemd',
    snapshot: makeLinuxSnapshot({ definition: absent(at), service: noServiceManager, ...onPort(makeStrayProcess()) }),
    state: 'unmanaged',
    reason: 'live-without-service',
    args: { pid: strayPid },
  },
];
