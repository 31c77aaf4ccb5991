import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService, makeMemory, makeStrayMac } from '../make-machine.ts';
import { at, gatewayPid, label, minutes, seconds } from '../make-moment.ts';
import { makeLog, makeMark, makeProcess, makeRefusedReach } from '../make-running.ts';
import { makeLinuxService, makeService } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const sample = (ago: number, runs: number, pid: number | null) => ({ at: at - ago, runs, pid, live: false });
const young = known([makeProcess({ startedAt: at - 2 * seconds })], at);
const down = known(makeRefusedReach(), at);
const failed = { kind: 'code', code: 1, name: null } as const;
const log = known(
  makeLog({
    modifiedAt: at - 2 * seconds,
    marks: [
      makeMark('starting', at - 30 * seconds),
      makeMark('config-invalid', at - 28 * seconds, 'Invalid config at openclaw.json'),
      makeMark('starting', at - 18 * seconds),
      makeMark('config-invalid', at - 16 * seconds, 'Invalid config at openclaw.json'),
      makeMark('starting', at - 6 * seconds),
      makeMark('config-invalid', at - 4 * seconds, 'Invalid config at openclaw.json'),
    ],
  }),
  at,
);
const loud = { subject: label, severity: 'blocking' } as const;
const rising = makeMemory({ samples: [sample(70 * seconds, 38, 4001), sample(30 * seconds, 40, 4002)] });

checkRule('keepalive-loop', {
  evenHandsOff: true,
  silent: [
    {
      name: 'one restart between two looks',
      snapshot: makeSnapshot({ processes: young, service: known(makeService({ runs: 2 }), at) }),
      memory: makeMemory({ samples: [sample(60 * seconds, 1, 4001)] }),
    },
    {
      name: 'an update: two restarts',
      snapshot: makeSnapshot({ processes: young, service: known(makeService({ runs: 3 }), at) }),
      memory: makeMemory({ samples: [sample(60 * seconds, 1, 4001)] }),
    },
    {
      name: 'a person restarted twice within two minutes',
      snapshot: makeSnapshot({ processes: young, service: known(makeService({ runs: 3 }), at) }),
      memory: makeMemory({
        samples: [sample(100 * seconds, 1, 4001), sample(70 * seconds, 2, 4002)],
        lastAction: { action: 'restart', at: at - 20 * seconds, succeeded: true },
      }),
    },
    {
      name: 'the first minute after a wake',
      snapshot: makeIdleMac(makeLoopingService()),
      memory: { ...rising, wokeAt: at - 20 * seconds },
    },
    { name: 'a first crash: throttled, two runs', snapshot: makeIdleMac(makeLoopingService({ runs: 2 })) },
    {
      name: 'throttled after a clean exit (its own restart)',
      snapshot: makeIdleMac(makeLoopingService({ lastExit: { kind: 'code', code: 0, name: null } })),
    },
    {
      name: 'many runs, but up for an hour',
      snapshot: makeSnapshot({
        service: known(makeService({ runs: 4963, lastExit: failed }), at),
        processes: known([makeProcess({ startedAt: at - 60 * minutes })], at),
        log,
      }),
    },
    {
      name: 'systemd waits RestartSec after one crash in weeks',
      snapshot: makeLinuxSnapshot({
        service: known(makeLinuxService({ phase: 'waiting', pid: null, runs: 7, lastExit: failed }), at),
        reach: down,
      }),
    },
    {
      name: 'a job that was loaded anew counts from one again',
      snapshot: makeSnapshot({ processes: young, service: known(makeService({ runs: 1 }), at) }),
      memory: makeMemory({ samples: [sample(60 * seconds, 40, 4001)] }),
    },
  ],
  loud: [
    {
      name: 'three more runs within two minutes',
      snapshot: makeIdleMac(makeLoopingService({ runs: 42 })),
      memory: rising,
      ...loud,
      certainty: 'certain',
      args: { label, runs: 42, lastExit: '78 EX_CONFIG', lastError: null, meaning: null },
      evidence: ['state = running'],
    },
    {
      name: 'two changes of pid, also with clean exits',
      snapshot: makeSnapshot({
        processes: young,
        reach: down,
        service: known(makeService({ runs: null, lastExit: { kind: 'code', code: 0, name: null } }), at),
      }),
      memory: makeMemory({ samples: [sample(40 * seconds, 5, 4001), sample(20 * seconds, 5, 4002)] }),
      ...loud,
      certainty: 'certain',
      args: { label, runs: null, lastExit: '0', lastError: null, meaning: null },
      evidence: [`pid = ${gatewayPid}`],
    },
    {
      name: 'three more runs after it was loaded anew: the fall of the count hides nothing',
      snapshot: makeIdleMac(makeLoopingService({ runs: 4, lastExit: { kind: 'code', code: 0, name: null } })),
      memory: makeMemory({ samples: [sample(100 * seconds, 40, null), sample(60 * seconds, 1, null)] }),
      ...loud,
      certainty: 'certain',
      args: { label, runs: 4, lastExit: '0', lastError: null, meaning: null },
      evidence: [],
    },
    {
      name: 'in a single look: throttled for the 42nd time',
      snapshot: makeIdleMac(makeLoopingService()),
      ...loud,
      certainty: 'likely',
      args: { label, runs: 42, lastExit: '78 EX_CONFIG', lastError: null, meaning: null },
      evidence: [],
    },
    {
      name: 'in a single look: running now, three starts in the log',
      snapshot: makeSnapshot({
        processes: young,
        reach: down,
        log,
        service: known(makeService({ lastExit: failed }), at),
      }),
      ...loud,
      certainty: 'likely',
      args: { label, runs: 1, lastExit: '1', lastError: 'Invalid config at openclaw.json', meaning: null },
      evidence: ['Invalid config at openclaw.json'],
    },
    {
      name: 'behind a stray that serves',
      snapshot: makeStrayMac(makeLoopingService({ lastExit: failed })),
      subject: label,
      severity: 'degraded',
      certainty: 'likely',
      args: { label, runs: 42, lastExit: '1', lastError: null, meaning: null },
      evidence: [],
    },
  ],
});
