import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService, makeMemory, makeWatchingMemory, makeYoungMac } from '../make-machine.ts';
import { at, hours, minutes, seconds, strayPid } from '../make-moment.ts';
import {
  makeListener,
  makeLog,
  makeMark,
  makeMarkers,
  makeNotReadyReach,
  makeRefusedReach,
  makeReach,
  makeSilentReach,
  makeStrayProcess,
} from '../make-running.ts';
import { makeService, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import type { StateCase } from './state-case.ts';

const draining = {
  kind: 'json',
  httpStatus: 503,
  body: { ok: false, status: 'draining', version: '2026.9.6', uptimeMs: 100, pendingReason: null },
  durationMs: 2,
} as const;

/** On the way up or down: to be waited for. */
export const changingCases: readonly StateCase[] = [
  // Starting
  {
    name: 'a person asked for a start',
    snapshot: makeIdleMac(),
    memory: makeMemory({ activity: { action: 'start', startedAt: at - seconds } }),
    state: 'starting',
    reason: 'action-starting',
    since: at - seconds,
  },
  {
    name: 'a person asked for a restart',
    snapshot: makeSnapshot(),
    memory: makeMemory({ activity: { action: 'restart', startedAt: at - seconds } }),
    state: 'starting',
    reason: 'action-restarting',
  },
  {
    name: 'between fork and exec',
    snapshot: makeIdleMac(makeService({ phase: 'starting', rawPhase: 'xpcproxy', pid: 4711 })),
    state: 'starting',
    reason: 'job-starting',
  },
  {
    name: 'it runs for 4 seconds and does not listen',
    snapshot: makeYoungMac(4 * seconds),
    state: 'starting',
    reason: 'job-not-listening-yet',
    since: at - 4 * seconds,
  },
  {
    name: 'a foreground gateway holds the lock and does not listen yet',
    snapshot: makeIdleMac(makeUnloadedService(), {
      processes: known([makeStrayProcess({ startedAt: at - 5 * seconds })], at),
      markers: known(
        makeMarkers({
          lock: { path: '/l', pid: strayPid, port: 18_789, createdAt: at - 4 * seconds, configPath: null },
        }),
        at,
      ),
    }),
    state: 'starting',
    reason: 'job-not-listening-yet',
    args: { pid: strayPid },
  },
  {
    name: 'frozen in its third minute; the log’s ready is that of its predecessor',
    snapshot: makeYoungMac(3 * minutes, {
      reach: known(makeSilentReach(), at),
      listeners: known([makeListener()], at),
      log: known(makeLog({ marks: [makeMark('ready', at - 9 * minutes)] }), at),
    }),
    state: 'starting',
    reason: 'not-answering-young',
  },
  {
    name: 'a gateway that lives for a day starts again within its process',
    snapshot: makeYoungMac(26 * hours, {
      log: known(makeLog({ marks: [makeMark('starting', at - 3 * seconds)] }), at),
    }),
    memory: makeWatchingMemory(),
    state: 'starting',
    reason: 'job-not-listening-yet',
  },
  {
    name: 'sidecars are pending (503 of /readyz)',
    snapshot: makeSnapshot({ reach: known(makeNotReadyReach(['startup-sidecars']), at) }),
    state: 'starting',
    reason: 'startup-not-finished',
  },
  {
    name: 'young, listens, silent',
    snapshot: makeYoungMac(30 * seconds, {
      listeners: known([makeListener()], at),
      reach: known(makeSilentReach(), at),
    }),
    state: 'starting',
    reason: 'not-answering-young',
  },
  {
    name: 'throttled once after a single exit',
    snapshot: makeIdleMac(makeLoopingService({ runs: 2, lastExit: { kind: 'code', code: 1, name: null } })),
    state: 'starting',
    reason: 'respawn-scheduled',
  },

  // Stopping
  {
    name: 'a person asked for a stop',
    snapshot: makeSnapshot(),
    memory: makeMemory({ activity: { action: 'stop', startedAt: at - seconds } }),
    state: 'stopping',
    reason: 'action-stopping',
  },
  {
    name: 'SIGTERMed',
    snapshot: makeSnapshot({ service: known(makeService({ phase: 'stopping', rawPhase: 'SIGTERMed' }), at) }),
    state: 'stopping',
    reason: 'job-stopping',
  },
  {
    name: 'it drains before a restart',
    snapshot: makeSnapshot({ reach: known(makeReach({ startup: draining }), at) }),
    state: 'stopping',
    reason: 'draining',
  },
  {
    name: 'it was seen draining, has closed its port and still runs',
    snapshot: makeSnapshot({ reach: known(makeRefusedReach(), at), listeners: known([], at) }),
    memory: makeWatchingMemory({ state: { name: 'stopping', since: at - seconds } }),
    state: 'stopping',
    reason: 'draining',
  },
  {
    name: 'it was seen draining and is gone',
    snapshot: makeIdleMac(),
    memory: makeWatchingMemory({ state: { name: 'stopping', since: at - seconds } }),
    state: 'stopped',
    reason: 'not-loaded',
  },
  {
    name: 'a closed port and a process that never ends are no shutdown any more',
    snapshot: makeSnapshot({ reach: known(makeRefusedReach(), at), listeners: known([], at) }),
    memory: makeWatchingMemory({ state: { name: 'stopping', since: at - minutes } }),
    state: 'unresponsive',
    reason: 'not-answering',
  },
];
