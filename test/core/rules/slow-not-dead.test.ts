import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService, makeMemory, makeWatchingMemory, makeYoungMac } from '../make-machine.ts';
import { at, gatewayPid, label, minutes, seconds } from '../make-moment.ts';
import {
  cannotRead,
  makeListener,
  makeNotReadyReach,
  makeProcess,
  makeReach,
  makeSilentReach,
} from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const silent = known(makeSilentReach(), at);
const starting = known(
  makeReach({
    startup: {
      kind: 'json',
      httpStatus: 503,
      body: { ok: false, status: 'starting', version: '2026.9.6', uptimeMs: 80_000, pendingReason: 'startup-sidecars' },
      durationMs: 2,
    },
  }),
  at,
);
const loud = { subject: label, severity: 'notice', certainty: 'likely' } as const;

checkRule('slow-not-dead', {
  silent: [
    { name: 'within the usual budget', snapshot: makeYoungMac(59 * seconds) },
    { name: 'too old to be starting', snapshot: makeYoungMac(6 * minutes) },
    { name: 'of unknown age', snapshot: makeYoungMac(minutes, { processes: cannotRead() }) },
    {
      name: 'a channel fails: that is not slow',
      snapshot: makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) }),
    },
    { name: 'looping', snapshot: makeIdleMac(makeLoopingService()) },
    {
      name: 'it has not answered for ten minutes',
      snapshot: makeSnapshot({ reach: silent }),
      memory: makeMemory({ samples: [{ at: at - 10 * minutes, runs: 1, pid: gatewayPid, live: true }] }),
    },
  ],
  loud: [
    {
      name: 'does not listen after 90 seconds',
      snapshot: makeYoungMac(90 * seconds),
      ...loud,
      args: { pid: gatewayPid, ageSeconds: 90, phase: null },
      evidence: [],
    },
    {
      name: 'says which part it waits for',
      snapshot: makeSnapshot({
        reach: starting,
        processes: known([makeProcess({ startedAt: at - 80 * seconds })], at),
      }),
      ...loud,
      args: { pid: gatewayPid, ageSeconds: 80, phase: 'startup-sidecars' },
      evidence: [],
    },
    {
      name: 'listens and is silent after two minutes',
      snapshot: makeYoungMac(2 * minutes, { reach: silent, listeners: known([makeListener()], at) }),
      ...loud,
      args: { pid: gatewayPid, ageSeconds: 120, phase: null },
      evidence: [],
    },
    {
      name: 'busy: it answered a minute ago',
      snapshot: makeSnapshot({ reach: silent }),
      memory: makeWatchingMemory(),
      ...loud,
      args: { pid: gatewayPid, ageSeconds: 26 * 3600, phase: null },
      evidence: [],
    },
  ],
});
