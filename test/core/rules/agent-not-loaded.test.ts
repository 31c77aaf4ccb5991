import { absent, known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeMemory, makeStrayMac } from '../make-machine.ts';
import { at, definitionPath, gatewayPid, label, minutes, seconds, strayPid } from '../make-moment.ts';
import { cannotRead, makeLog, makeMark, makeMarkers, makeProcess } from '../make-running.ts';
import { makeDefinition, makeService, makeUnloadedService } from '../make-service.ts';
import { checkRule } from './check-rule.ts';

const lifecycle = (action: 'stop' | 'restart', lifecycleAt: number) =>
  known(
    makeMarkers({
      lock: null,
      lastLifecycle: { at: lifecycleAt, action, source: 'cli', failed: false, line: `action=${action}` },
    }),
    at,
  );
const stopped = { lastAction: { action: 'stop', at: at - 30 * minutes, succeeded: true } } as const;
const loud = {
  subject: label,
  severity: 'blocking',
  certainty: 'certain',
  args: { label, definitionPath },
  evidence: [definitionPath, `Could not find service "${label}" in domain for user gui: 501`],
} as const;

checkRule('agent-not-loaded', {
  silent: [
    { name: 'never installed', snapshot: makeIdleMac(makeUnloadedService(), { definition: absent(at) }) },
    { name: 'loaded, but at rest', snapshot: makeIdleMac(makeService({ phase: 'stopped', pid: null })) },
    {
      name: 'the definition cannot be read',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: cannotRead() }),
    },
    { name: 'launchctl gave no answer', snapshot: makeIdleMac(makeUnloadedService(), { service: cannotRead() }) },
    {
      name: 'a restart of the official command began 12 seconds ago',
      snapshot: makeIdleMac(makeUnloadedService(), { markers: lifecycle('restart', at - 12 * seconds) }),
    },
    {
      name: 'the gateway said goodbye 12 seconds ago',
      snapshot: makeIdleMac(makeUnloadedService(), {
        log: known(makeLog({ modifiedAt: at - 12 * seconds, marks: [makeMark('clean-stop', at - 12 * seconds)] }), at),
      }),
    },
    {
      name: 'our own restart ended 5 seconds ago',
      snapshot: makeIdleMac(),
      memory: makeMemory({ lastAction: { action: 'restart', at: at - 5 * seconds, succeeded: true } }),
    },
    {
      name: 'stopped by us; a gateway from a terminal lived after that and is gone',
      snapshot: makeIdleMac(),
      memory: makeMemory({ ...stopped, samples: [{ at: at - 5 * minutes, runs: null, pid: strayPid, live: true }] }),
    },
    {
      name: 'an update is running',
      snapshot: makeIdleMac(makeUnloadedService(), {
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
    {
      name: 'another product supervises the gateway',
      snapshot: makeIdleMac(makeUnloadedService(), {
        markers: known(makeMarkers({ lock: null, externalSupervisor: true }), at),
      }),
    },
    {
      name: 'the plist carries another label than the one that was asked for',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: known(makeDefinition({ label: 'ai.openclaw.old' }), at),
      }),
    },
  ],
  loud: [
    { name: 'the plist is there, launchd does not know the job', snapshot: makeIdleMac(), ...loud },
    {
      name: 'stopped by the official command, but it ran again after that',
      snapshot: makeIdleMac(makeUnloadedService(), {
        markers: lifecycle('stop', at - 60 * minutes),
        log: known(makeLog({ modifiedAt: at - 20 * minutes, marks: [] }), at),
      }),
      ...loud,
    },
    {
      name: 'stopped by us, but the service lived after that',
      snapshot: makeIdleMac(),
      memory: makeMemory({ ...stopped, samples: [{ at: at - 5 * minutes, runs: 1, pid: gatewayPid, live: true }] }),
      ...loud,
    },
    {
      name: 'our stop failed',
      snapshot: makeIdleMac(),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 5 * minutes, succeeded: false } }),
      ...loud,
    },
    { name: 'a stray serves meanwhile', snapshot: makeStrayMac(), ...loud, severity: 'degraded' },
    {
      name: 'whether anything serves cannot be read',
      snapshot: makeIdleMac(makeUnloadedService(), { reach: cannotRead() }),
      ...loud,
      severity: 'degraded',
    },
  ],
});
