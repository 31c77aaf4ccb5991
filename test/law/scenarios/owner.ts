import { absent, known } from '../../../app/core/model/reading.ts';
import type { Supervisor } from '../../../app/core/model/service.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { makeIdleMac, makeStrayMac } from '../../core/make-machine.ts';
import type { Machine } from '../../core/make-machine.ts';
import { at, gatewayStartedAt, label, strayPid, unitPath } from '../../core/make-moment.ts';
import type { Change } from '../../core/make-moment.ts';
import { makeListener, makeProcess, makeStrayProcess } from '../../core/make-running.ts';
import { makeLinuxService, makeService, makeSupervisor, makeUnloadedService } from '../../core/make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../../core/make-snapshot.ts';

const secondPath = '/Users/alice/Library/LaunchAgents/com.example.claw.plist';
const legacyPath = '/Users/alice/Library/LaunchAgents/com.clawdbot.gateway.plist';
const otherUnitPath = '/home/alice/.config/systemd/user/claw.service';

function beside(change: Change<Supervisor>, machine: Change<Snapshot> = {}): Snapshot {
  const second = makeSupervisor({ label: 'com.example.claw', path: secondPath, isTarget: false, pid: 6001, ...change });
  return makeSnapshot({ supervisors: known([makeSupervisor(), second], at), ...machine });
}

/** The other service's process has the port. */
function inPlaceOfOurs(change: Change<Supervisor>, machine: Change<Snapshot> = {}): Snapshot {
  const second = makeSupervisor({ label: 'com.example.claw', path: secondPath, isTarget: false, ...change });
  const service = makeService({ phase: 'stopped', pid: null });
  return makeStrayMac(service, {
    processes: known([makeStrayProcess({ ppid: 1 })], at),
    supervisors: known([makeSupervisor({ pid: null }), { ...second, pid: strayPid }], at),
    ...machine,
  });
}

const legacy = { label: 'com.clawdbot.gateway', path: legacyPath, legacy: true } as const;
const host = makeProcess({
  pid: 812,
  ppid: 1,
  startedAt: gatewayStartedAt,
  role: 'host-app',
  name: 'ClawX',
  commandLine: '/Applications/ClawX.app/Contents/MacOS/ClawX',
});
const tunnel = {
  listeners: known([makeListener({ pid: 900, command: 'ssh' })], at),
  processes: known([makeProcess({ pid: 900, name: 'ssh', role: 'ssh', commandLine: 'ssh -NL 18789:…' })], at),
} as const;

/** Machines on which something else owns, or wants, what the service should have. */
export const ownerScenarios = {
  'dup-supervisor': [
    { name: 'both loaded', snapshot: beside({}) },
    { name: 'the other one has the port', snapshot: inPlaceOfOurs({}) },
    {
      name: 'the other one has the port, ours is not loaded',
      snapshot: inPlaceOfOurs({}, { service: known(makeUnloadedService(), at) }),
    },
    { name: 'the other one is only on disk', snapshot: beside({ loaded: false, pid: null }) },
    { name: 'whether the other one is loaded is not known', snapshot: beside({ loaded: null, pid: null }) },
    { name: 'a second file of the same label', snapshot: beside({ label, pid: null }) },
    {
      name: 'the second file of the same label is the one that is loaded',
      snapshot: beside({ label, pid: null }, { service: known(makeService({ loadedFrom: secondPath }), at) }),
    },
    { name: 'a LaunchDaemon', snapshot: beside({ scope: 'daemon', path: '/Library/LaunchDaemons/claw.plist' }) },
    {
      name: 'an agent of all users',
      snapshot: beside({ scope: 'global-agent', path: '/Library/LaunchAgents/claw.plist' }),
    },
    {
      name: 'two units',
      snapshot: makeLinuxSnapshot({
        supervisors: known(
          [
            makeSupervisor({
              label: 'openclaw-gateway.service',
              path: unitPath,
              scope: 'systemd-user',
              stateDir: null,
            }),
            makeSupervisor({
              label: 'claw.service',
              path: otherUnitPath,
              scope: 'systemd-user',
              stateDir: null,
              isTarget: false,
              pid: 6001,
            }),
          ],
          at,
        ),
        service: known(makeLinuxService(), at),
      }),
    },
  ],
  'legacy-label': [
    { name: 'loaded', snapshot: beside(legacy) },
    { name: 'only on disk', snapshot: beside({ ...legacy, loaded: false, pid: null }) },
    { name: 'it has the port', snapshot: inPlaceOfOurs(legacy) },
    { name: 'it is the only service', snapshot: inPlaceOfOurs(legacy, { definition: absent(at) }) },
    { name: 'an agent of all users', snapshot: beside({ ...legacy, scope: 'global-agent' }) },
  ],
  'third-party-host': [
    {
      name: 'its child has the port',
      snapshot: makeStrayMac(makeUnloadedService(), { processes: known([makeStrayProcess(), host], at) }),
    },
    {
      name: 'it is the host on a machine without a service',
      snapshot: makeStrayMac(makeUnloadedService(), {
        processes: known([makeStrayProcess(), host], at),
        definition: absent(at),
      }),
    },
  ],
  'ssh-tunnel': [{ name: 'where a service should be', snapshot: makeIdleMac(makeUnloadedService(), tunnel) }],
} as const satisfies Record<string, readonly Machine[]>;
