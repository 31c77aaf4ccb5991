import { known } from '../../../app/core/model/reading.ts';
import {
  makeIdleMac,
  makeLoopingService,
  makeRemoteConfig,
  makeStrayMac,
  makeWatchingMemory,
  makeYoungMac,
} from '../make-machine.ts';
import { at, gatewayPid, hours, minutes, seconds, strayPid } from '../make-moment.ts';
import {
  makeBrokenConfig,
  makeForeignReach,
  makeListener,
  makeLog,
  makeMark,
  makeProcess,
  makeReach,
  makeSilentReach,
  makeStrayProcess,
} from '../make-running.ts';
import { makeDefinition, makeService, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { makeOther, onPort } from './state-case.ts';
import type { StateCase } from './state-case.ts';

/** Something is there, and not as it should be. */
export const faultCases: readonly StateCase[] = [
  // Unresponsive
  {
    name: 'frozen in its third minute, after its log said ready',
    snapshot: makeYoungMac(3 * minutes, {
      reach: known(makeSilentReach(), at),
      listeners: known([makeListener()], at),
      log: known(makeLog({ marks: [makeMark('starting', at - 3 * minutes), makeMark('ready', at - 2 * minutes)] }), at),
    }),
    state: 'unresponsive',
    reason: 'not-answering',
  },
  {
    name: 'frozen: connections open, nothing answers, a day old',
    snapshot: makeSnapshot({ reach: known(makeSilentReach(), at) }),
    state: 'unresponsive',
    reason: 'not-answering',
    args: { pid: gatewayPid },
  },
  {
    name: 'frozen in its third minute, seen live before',
    snapshot: makeSnapshot({
      reach: known(makeSilentReach(), at),
      processes: known([makeProcess({ startedAt: at - 3 * minutes })], at),
      log: known(makeLog({ marks: [] }), at),
    }),
    memory: makeWatchingMemory(),
    state: 'unresponsive',
    reason: 'not-answering',
    since: at,
  },
  {
    name: 'runs for an hour and does not listen',
    snapshot: makeYoungMac(hours),
    state: 'unresponsive',
    reason: 'not-answering',
  },
  {
    name: 'our process, a foreign answer',
    snapshot: makeSnapshot({ reach: known(makeForeignReach(), at) }),
    state: 'unresponsive',
    reason: 'port-answers-wrong',
  },

  // Conflict
  {
    name: 'two gateways on two addresses',
    snapshot: makeSnapshot({
      listeners: known(
        [makeListener({ addresses: ['127.0.0.1:18789'] }), makeListener({ pid: strayPid, addresses: ['[::1]:18789'] })],
        at,
      ),
      processes: known([makeProcess(), makeStrayProcess()], at),
    }),
    state: 'conflict',
    reason: 'two-gateways-on-port',
    args: { pid: gatewayPid, otherPid: strayPid },
  },
  {
    name: 'the job runs and a stray has the port',
    snapshot: makeStrayMac(makeService(), { processes: known([makeProcess(), makeStrayProcess()], at) }),
    state: 'conflict',
    reason: 'service-and-stray',
    args: { pid: gatewayPid, otherPid: strayPid, otherName: 'node' },
  },
  {
    name: 'the job rests and a stray has its port',
    snapshot: makeStrayMac(makeService({ phase: 'stopped', pid: null })),
    state: 'conflict',
    reason: 'stray-blocks-service',
    args: { pid: null, otherPid: strayPid },
  },
  {
    name: 'the job loops behind a stray',
    snapshot: makeStrayMac(makeLoopingService({ lastExit: { kind: 'code', code: 1, name: null } })),
    state: 'conflict',
    reason: 'service-retries-behind-stray',
    args: { runs: 42, lastExit: '1', otherPid: strayPid },
  },

  // Crash-looping
  {
    name: 'spawn scheduled for the 42nd time after exit 78',
    snapshot: makeIdleMac(makeLoopingService()),
    state: 'crash-looping',
    reason: 'exits-again-and-again',
    args: { runs: 42, lastExit: '78 EX_CONFIG' },
  },
  {
    name: 'OpenClaw 2026.3 runs for the fifth time on a configuration that is still broken: launchd never waits',
    snapshot: makeYoungMac(2 * seconds, {
      service: known(makeService({ runs: 5, lastExit: { kind: 'code', code: 1, name: null } }), at),
      config: known(makeBrokenConfig(), at),
      log: known(makeLog({ marks: [] }), at),
    }),
    state: 'crash-looping',
    reason: 'exits-again-and-again',
    args: { runs: 5, lastExit: '1' },
  },
  {
    name: 'it exited once on a configuration that is still broken: no loop yet',
    snapshot: makeYoungMac(2 * seconds, {
      service: known(makeService({ runs: 2, lastExit: { kind: 'code', code: 1, name: null } }), at),
      config: known(makeBrokenConfig(), at),
      log: known(makeLog({ marks: [] }), at),
    }),
    state: 'starting',
    reason: 'job-not-listening-yet',
  },
  {
    name: 'it came back after a crash, and then the configuration broke: it answers',
    snapshot: makeSnapshot({
      processes: known([makeProcess({ startedAt: at - 20 * seconds })], at),
      service: known(makeService({ runs: 5, lastExit: { kind: 'code', code: 1, name: null } }), at),
      config: known(makeBrokenConfig(), at),
    }),
    state: 'healthy',
    reason: 'ready',
  },
  {
    name: 'the node of the plist is gone',
    snapshot: makeIdleMac(makeLoopingService(), { definition: known(makeDefinition({ nodeExists: false }), at) }),
    state: 'crash-looping',
    reason: 'spawn-fails',
  },
  {
    name: 'launchd’s penalty box',
    snapshot: makeIdleMac(makeLoopingService({ heldBack: 'penalty-box' })),
    state: 'crash-looping',
    reason: 'spawn-fails',
  },

  // Port taken
  {
    name: 'python on the port',
    snapshot: makeIdleMac(makeService(), {
      reach: known(makeForeignReach(), at),
      ...onPort(makeOther({ name: 'python3', commandLine: '' })),
    }),
    state: 'port-taken',
    reason: 'foreign-program-on-port',
    args: { otherPid: 900, otherName: 'python3' },
  },
  {
    name: 'nc on the port, silent',
    snapshot: makeIdleMac(makeUnloadedService(), {
      reach: known(makeSilentReach(), at),
      ...onPort(makeOther({ name: 'nc', commandLine: '' })),
    }),
    state: 'port-taken',
    reason: 'foreign-program-on-port',
  },
  {
    name: 'ssh -L on the port',
    snapshot: makeIdleMac(makeUnloadedService(), {
      reach: known(makeReach(), at),
      ...onPort(makeOther({ role: 'ssh', name: 'ssh' })),
    }),
    state: 'port-taken',
    reason: 'ssh-tunnel-on-port',
  },

  {
    name: 'remote mode through a tunnel',
    snapshot: makeIdleMac(makeUnloadedService(), {
      config: makeRemoteConfig(),
      ...onPort(makeOther({ role: 'ssh', name: 'ssh' })),
      reach: known(makeReach(), at),
    }),
    state: 'remote',
    reason: 'remote-mode',
  },
];
