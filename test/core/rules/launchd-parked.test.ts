import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService, makeMemory } from '../make-machine.ts';
import { at, hours, label, minutes, seconds } from '../make-moment.ts';
import { cannotRead, makeLog, makeProcess, makeRefusedReach } from '../make-running.ts';
import { makeDefinition, makeLinuxService, makeService } from '../make-service.ts';
import { makeLinuxSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const failed = { kind: 'code', code: 1, name: null } as const;
const resting = makeService({ phase: 'stopped', rawPhase: 'not running', pid: null, runs: 6, lastExit: failed });
const loggedAgo = (ms: number) => known(makeLog({ modifiedAt: at - ms, marks: [] }), at);
const sample = (ago: number) => ({ at: at - ago, runs: 2, pid: null, live: false });
const waiting = makeLoopingService({ runs: 2, lastExit: failed });

checkRule('launchd-parked', {
  silent: [
    { name: 'within the throttle interval', snapshot: makeIdleMac(resting, { log: loggedAgo(8 * seconds) }) },
    { name: 'just within three intervals', snapshot: makeIdleMac(resting, { log: loggedAgo(30 * seconds) }) },
    {
      name: 'killed a moment ago after hours of silence: it waits to be started again',
      snapshot: makeIdleMac(waiting, { log: loggedAgo(3 * hours) }),
    },
    { name: 'nothing tells since when', snapshot: makeIdleMac(resting, { log: cannotRead() }) },
    {
      name: 'it ended well and is not kept alive',
      snapshot: makeIdleMac(
        makeService({ phase: 'stopped', pid: null, lastExit: { kind: 'code', code: 0, name: null } }),
      ),
    },
    {
      name: 'a plist without KeepAlive',
      snapshot: makeIdleMac(resting, { definition: known(makeDefinition({ keepAlive: false }), at) }),
    },
    {
      name: 'an update is running',
      snapshot: makeIdleMac(resting, {
        log: loggedAgo(5 * minutes),
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
    { name: 'never run yet', snapshot: makeIdleMac(makeService({ phase: 'stopped', pid: null, runs: 0 })) },
    {
      name: 'its node is gone: launchd cannot do otherwise',
      snapshot: makeIdleMac(resting, { definition: known(makeDefinition({ nodeExists: false }), at) }),
    },
    {
      name: 'a systemd unit at rest',
      snapshot: makeLinuxSnapshot({
        service: known(makeLinuxService({ phase: 'stopped', pid: null, lastExit: failed }), at),
        reach: known(makeRefusedReach(), at),
      }),
    },
  ],
  loud: [
    {
      name: 'at rest since its last line five minutes ago',
      snapshot: makeIdleMac(resting, { log: loggedAgo(5 * minutes) }),
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { label, lastExit: '1', idleSeconds: 300 },
      evidence: ['state = running'],
    },
    {
      name: 'watched without a process for 40 seconds',
      snapshot: makeIdleMac(waiting),
      memory: makeMemory({ samples: [sample(40 * seconds), sample(20 * seconds)] }),
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { label, lastExit: '1', idleSeconds: 40 },
      evidence: [],
    },
    {
      name: 'launchd says that it declined',
      snapshot: makeIdleMac({ ...resting, pended: 'inefficient' }, { log: loggedAgo(2 * seconds) }),
      subject: label,
      severity: 'blocking',
      certainty: 'certain',
      args: { label, lastExit: '1', idleSeconds: 2 },
      evidence: [],
    },
    {
      name: 'exponential throttling',
      snapshot: makeIdleMac({ ...waiting, heldBack: 'exponential-throttling' }),
      subject: label,
      severity: 'blocking',
      certainty: 'certain',
      args: { label, lastExit: '1', idleSeconds: null },
      evidence: [],
    },
  ],
});
