import { absent, known } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { makeIdleMac, makeMemory, makeStrayMac } from '../make-machine.ts';
import type { Change } from '../make-moment.ts';
import { at, definitionPath, gatewayPid, label, minutes, seconds, strayPid } from '../make-moment.ts';
import { cannotRead, makeLog, makeMark, makeMarkers, makeProcess } from '../make-running.ts';
import { makeDefinition, makeService, makeSupervisor, makeUnloadedService } from '../make-service.ts';
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

/** Installed with npm, and nothing else. */
function neverSetUp(change: Change<Snapshot>): Snapshot {
  return makeIdleMac(makeUnloadedService(), { definition: absent(at), supervisors: known([], at), ...change });
}

const missing = {
  subject: label,
  severity: 'blocking',
  certainty: 'likely',
  args: { label, definitionPath: null },
  evidence: ['/opt/homebrew/bin/openclaw', `ls: ${definitionPath}: No such file or directory`],
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
    { name: 'a gateway run by hand, no service', snapshot: makeStrayMac(undefined, { definition: absent(at) }) },
    {
      name: 'no service, but another profile’s or the official app may keep one',
      snapshot: neverSetUp({ supervisors: known([makeSupervisor({ isTarget: false, kind: 'official-app' })], at) }),
    },
    { name: 'no service, and nobody knows who else keeps one', snapshot: neverSetUp({ supervisors: cannotRead() }) },
    { name: 'no service, and no command to make one', snapshot: neverSetUp({ install: absent(at) }) },
    { name: 'no service, and no service manager', snapshot: neverSetUp({ service: cannotRead() }) },
    {
      name: 'whether there is a service could not be read',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: cannotRead(), supervisors: known([], at) }),
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
    { name: 'set up to run here, and no service', snapshot: neverSetUp({}), ...missing },
    {
      name: 'only installed: perhaps no service is wanted',
      snapshot: neverSetUp({ config: absent(at) }),
      ...missing,
      severity: 'notice',
    },
  ],
});
