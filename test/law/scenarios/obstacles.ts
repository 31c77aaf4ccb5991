import { known, unknown } from '../../../app/core/model/reading.ts';
import type { Supervisor } from '../../../app/core/model/service.ts';
import { makeIdleMac, makeLoopingService } from '../../core/make-machine.ts';
import type { Machine } from '../../core/make-machine.ts';
import { at, configPath, definitionPath, hours, minutes, nodePath, seconds } from '../../core/make-moment.ts';
import type { Change } from '../../core/make-moment.ts';
import { makeLog, makeMark, makeMarkers, makeRefusedReach } from '../../core/make-running.ts';
import { makeDefinition, makeService, makeSupervisor, makeUnloadedService } from '../../core/make-service.ts';
import { makeInstall } from '../../core/make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../../core/make-snapshot.ts';

const broken = unknown('not-understood', `${definitionPath}: unexpected end`, at);
const refusal = 'full process restart failed (Bootstrap failed: 5: Input/output error)';
const lock = {
  path: '/Users/alice/.openclaw/tmp/openclaw-501/gateway.state.lock',
  pid: 3131,
  port: 18_789,
  createdAt: at - 3 * hours,
  configPath,
};
const stuckLog = known(
  makeLog({ marks: [makeMark('already-running', at - 20 * seconds, 'gateway already running (pid 3131); lock')] }),
  at,
);
const watchdog = (change: Change<Supervisor> = {}) =>
  known(
    [
      makeSupervisor(),
      makeSupervisor({
        label: 'com.alice.claw-watch',
        path: '/Users/alice/Library/LaunchAgents/com.alice.claw-watch.plist',
        kind: 'other',
        isTarget: false,
        port: null,
        stateDir: null,
        pid: null,
        commandLine: '/bin/sh -c openclaw gateway restart',
        watchdog: { line: 'openclaw gateway restart', scriptPath: null, everySeconds: 60 },
        ...change,
      }),
    ],
    at,
  );
const session = (change: { lingers?: boolean; isWsl?: boolean } = {}) =>
  known(makeMarkers({ lock: null, session: { lingers: true, hasBus: false, isWsl: false, ...change } }), at);
const noManager = unknown('no-service-manager', 'systemctl --user show: Failed to connect to bus', at);

/** Machines on which something keeps the system from loading, starting or keeping a gateway. */
export const obstacleScenarios = {
  'plist-malformed': [
    {
      name: 'cut off in the middle',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: broken }),
    },
    {
      name: 'a wrapper that is gone under a running gateway',
      snapshot: makeSnapshot({
        definition: known(makeDefinition({ wrapperFiles: { script: false, envFile: true } }), at),
      }),
    },
    {
      name: 'cut off, and of OpenClaw nothing is known',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: broken, install: broken }),
    },
    {
      name: 'cut off, and without a Node',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: broken,
        install: known(makeInstall({ nodePath: null }), at),
      }),
    },
  ],
  'bootstrap-5': [
    {
      name: 'others may write the file',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: known(makeDefinition({ fileMode: 0o666 }), at) }),
    },
    {
      name: 'launchd said so',
      snapshot: makeIdleMac(makeUnloadedService(), {
        log: known(makeLog({ lines: [{ at: at - 5 * minutes, text: refusal }], marks: [] }), at),
      }),
    },
    {
      name: 'root owns the file',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: known(makeDefinition({ ownerUid: 0 }), at) }),
    },
    {
      name: 'others may write the file, and Node is gone',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: known(makeDefinition({ fileMode: 0o666, nodePath, nodeExists: false }), at),
      }),
    },
  ],
  'lock-stale': [
    {
      name: 'of a gateway that was killed',
      snapshot: makeIdleMac(makeLoopingService(), { markers: known(makeMarkers({ lock }), at), log: stuckLog }),
    },
  ],
  'restart-race': [
    {
      name: 'a hand-off that failed',
      snapshot: makeIdleMac(
        makeService({ phase: 'stopped', pid: null, lastExit: { kind: 'code', code: 0, name: null } }),
        {
          markers: known(
            makeMarkers({
              lock: null,
              lastLifecycle: {
                at: at - 5 * minutes,
                action: 'restart',
                source: 'handoff',
                failed: true,
                line: 'openclaw restart failed source=handoff mode=kickstart status=1',
              },
            }),
            at,
          ),
        },
      ),
    },
  ],
  'watchdog-fight': [
    { name: 'beside a gateway that is well', snapshot: makeSnapshot({ supervisors: watchdog() }) },
    {
      name: 'of the whole system, beside one that ends again and again',
      snapshot: makeIdleMac(makeLoopingService(), {
        supervisors: watchdog({ scope: 'daemon', path: '/Library/LaunchDaemons/com.alice.claw-watch.plist' }),
      }),
    },
  ],
  'gui-domain-125': [
    {
      name: 'over ssh',
      snapshot: makeIdleMac(makeUnloadedService(), {
        service: unknown('no-login-session', 'launchctl print gui/501: Could not find domain (112)', at),
      }),
    },
  ],
  'systemd-wsl': [
    { name: 'services end with the log-out', snapshot: makeLinuxSnapshot({ markers: session({ lingers: false }) }) },
    {
      name: 'no connection under Windows',
      snapshot: makeLinuxSnapshot({
        markers: session({ isWsl: true }),
        service: noManager,
        reach: known(makeRefusedReach(), at),
        listeners: known([], at),
        processes: known([], at),
      }),
    },
    { name: 'no connection, and it serves', snapshot: makeLinuxSnapshot({ markers: session(), service: noManager }) },
  ],
  'stale-update-job': [
    {
      name: 'left over beside a gateway that is bounced',
      snapshot: makeSnapshot({
        service: known(makeService({ runs: 59 }), at),
        supervisors: watchdog({
          label: 'openclaw-update-1789',
          path: '',
          watchdog: null,
          submitted: { lastStatus: 127 },
          commandLine: '',
        }),
      }),
    },
  ],
  'port-probe-artefact': [
    {
      name: 'right after a gateway was killed',
      snapshot: makeIdleMac(makeLoopingService({ runs: 2 }), {
        log: known(makeLog({ marks: [makeMark('port-in-use', at - 20 * seconds, 'Error: listen EADDRINUSE')] }), at),
      }),
    },
  ],
} as const satisfies Record<string, readonly Machine[]>;
