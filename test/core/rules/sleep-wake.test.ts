import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeMemory } from '../make-machine.ts';
import type { Machine } from '../make-machine.ts';
import { at, gatewayPid, label, minutes, seconds } from '../make-moment.ts';
import { makeListener, makeMark, makeNotReadyReach, makeProcess, makeRefusedReach } from '../make-running.ts';
import { makeService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { frozenAfterWake, logOf, notReadyAfterWake, silentReach } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const silent = makeSnapshot({ reach: silentReach });
const notReady = makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) });
const live = (ago: number) => ({ at: at - ago, runs: 1, pid: gatewayPid, live: true });
const gap = 'host timing gap detected: process was frozen ~7200000ms; restarting channels when idle';

const silentMachines: readonly Machine[] = [
  { name: 'nothing is known of a wake', snapshot: silent },
  {
    name: 'less than three minutes after the wake',
    snapshot: silent,
    memory: makeMemory({ wokeAt: at - 179 * seconds }),
  },
  {
    name: 'it recovered after the wake, and is silent for another reason',
    snapshot: silent,
    memory: makeMemory({ wokeAt: at - 6 * minutes, samples: [live(5 * minutes)] }),
  },
  {
    name: 'the wake was twenty minutes ago: nobody remembers what was then',
    snapshot: silent,
    memory: makeMemory({ wokeAt: at - 20 * minutes }),
  },
  {
    name: 'the process was started two minutes after the wake',
    snapshot: makeSnapshot({
      reach: silentReach,
      processes: known([makeProcess({ startedAt: at - 6 * minutes })], at),
    }),
    memory: makeMemory({ wokeAt: at - 8 * minutes }),
  },
  {
    name: 'a channel failed before the computer slept',
    snapshot: notReady,
    memory: makeMemory({ wokeAt: at - 4 * minutes, state: { name: 'degraded', since: at - 90 * minutes } }),
  },
  {
    name: 'a channel fails since half an hour after the wake',
    snapshot: notReady,
    memory: makeMemory({ wokeAt: at - 14 * minutes, state: { name: 'degraded', since: at - minutes } }),
  },
  {
    name: 'nothing runs, and nothing was to run',
    snapshot: makeIdleMac(),
    memory: makeMemory({ wokeAt: at - 4 * minutes }),
  },
];

const loud = { subject: label, certainty: 'likely' } as const;

checkRule('sleep-wake', {
  silent: silentMachines,
  loud: [
    {
      ...frozenAfterWake,
      ...loud,
      severity: 'blocking',
      args: { pid: gatewayPid, wokeAt: at - 4 * minutes, what: 'silent', failing: null },
      evidence: [],
    },
    {
      name: 'its port never opened after the wake',
      snapshot: makeSnapshot({
        service: known(makeService({ runs: 2 }), at),
        reach: known(makeRefusedReach(), at),
        listeners: known([], at),
        processes: known([makeProcess({ startedAt: at - 6 * minutes })], at),
      }),
      memory: makeMemory({ wokeAt: at - 6 * minutes - 20 * seconds }),
      ...loud,
      severity: 'blocking',
      args: { pid: gatewayPid, wokeAt: at - 6 * minutes - 20 * seconds, what: 'silent', failing: null },
      evidence: [],
    },
    {
      name: 'it says itself that it was frozen',
      snapshot: makeSnapshot({
        reach: silentReach,
        listeners: known([makeListener()], at),
        log: logOf([makeMark('timing-gap', at - 4 * minutes, gap)]),
      }),
      memory: makeMemory({ wokeAt: at - 4 * minutes }),
      ...loud,
      severity: 'blocking',
      args: { pid: gatewayPid, wokeAt: at - 4 * minutes, what: 'silent', failing: null },
      evidence: [gap],
    },
    {
      name: 'twenty minutes after the wake, and seen from its beginning',
      snapshot: silent,
      memory: makeMemory({ wokeAt: at - 20 * minutes, firstSeen: { [`sleep-wake:${label}`]: at - 10 * minutes } }),
      ...loud,
      severity: 'blocking',
      args: { pid: gatewayPid, wokeAt: at - 20 * minutes, what: 'silent', failing: null },
      evidence: [],
    },
    {
      ...notReadyAfterWake,
      ...loud,
      severity: 'degraded',
      args: { pid: gatewayPid, wokeAt: at - 4 * minutes, what: 'not-ready', failing: 'telegram' },
      evidence: [],
    },
  ],
});
