import { known } from '../../../app/core/model/reading.ts';
import type { LifecycleEntry } from '../../../app/core/model/log.ts';
import { makeIdleMac, makeLoopingService, makeMemory, makeStrayMac, makeYoungMac } from '../make-machine.ts';
import { at, hours, label, minutes, seconds } from '../make-moment.ts';
import { makeLog, makeMark, makeMarkers } from '../make-running.ts';
import { makeService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const failedAt = at - 5 * minutes;
const line = '[2026-09-20T09:55:00.000Z] openclaw restart failed source=handoff mode=kickstart status=1 interactive=0';
const failed = (change: Partial<LifecycleEntry> = {}) => ({
  markers: known(
    makeMarkers({
      lock: null,
      lastLifecycle: { at: failedAt, action: 'restart', source: 'handoff', failed: true, line, ...change },
    }),
    at,
  ),
});
const busy = 'Gateway restart failed: Error: gateway port 18789 is still busy before LaunchAgent restart';
const logged = (...marks: ReturnType<typeof makeMark>[]) => ({
  log: known(makeLog({ lines: [{ at: failedAt, text: busy }], marks, modifiedAt: failedAt }), at),
});
const resting = makeService({
  phase: 'stopped',
  rawPhase: 'not running',
  pid: null,
  lastExit: { kind: 'code', code: 0, name: null },
});
const loud = { subject: label, severity: 'blocking', certainty: 'likely', args: { label, failedAt } } as const;

checkRule('restart-race', {
  silent: [
    { name: 'health is fine some seconds later', snapshot: makeSnapshot(failed()) },
    {
      name: 'it failed a minute ago: it may still come',
      snapshot: makeIdleMac(resting, failed({ at: at - 60 * seconds })),
    },
    { name: 'it failed hours ago', snapshot: makeIdleMac(resting, failed({ at: at - 2 * hours })) },
    { name: 'the restart did not fail', snapshot: makeIdleMac(resting, failed({ failed: false })) },
    { name: 'the job is not loaded: another finding', snapshot: makeIdleMac(undefined, failed()) },
    { name: 'a new process is starting', snapshot: makeYoungMac(2 * minutes, failed()) },
    { name: 'it ends again and again', snapshot: makeIdleMac(makeLoopingService(), failed()) },
    { name: 'a stray has the port', snapshot: makeStrayMac(resting, failed()) },
    {
      name: 'stopped by us after that',
      snapshot: makeIdleMac(resting, failed()),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 2 * minutes, succeeded: true } }),
    },
    { name: 'it got ready after that', snapshot: makeIdleMac(resting, logged(makeMark('ready', at - 4 * minutes))) },
  ],
  loud: [
    {
      name: 'the hand-off failed and nothing runs',
      snapshot: makeIdleMac(resting, failed()),
      ...loud,
      evidence: [line],
    },
    { name: 'the log of the gateway says so', snapshot: makeIdleMac(resting, logged()), ...loud, evidence: [busy] },
  ],
});
