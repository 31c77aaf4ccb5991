import type { Finding } from '../../app/core/model/finding.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { GatewayStatus, StateArgs } from '../../app/core/model/state.ts';
import { at, definitionPath, gatewayPid, gatewayStartedAt, label } from './make-moment.ts';
import type { Change } from './make-moment.ts';
import { makeListener, makeMarkers, makeProcess } from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';

/** The healthy Mac as a picture: nothing found, restart and stop are valid. */
export function makePicture(change: Change<Picture> = {}): Picture {
  return {
    snapshot: makeSnapshot(),
    status: makeStatus(),
    findings: [],
    available: [
      { action: 'stop', question: null },
      { action: 'restart', question: null },
    ],
    activity: null,
    lastResult: null,
    offers: [],
    devices: null,
    providerTests: [],
    compared: null,
    preview: null,
    runs: [],
    wokeAt: null,
    ...change,
  };
}

export function makeStatus(change: Change<GatewayStatus> = {}): GatewayStatus {
  return { state: 'healthy', reason: 'ready', args: makeStateArgs(), since: gatewayStartedAt, ...change };
}

export function makeStateArgs(change: Change<StateArgs> = {}): StateArgs {
  return {
    port: 18789,
    pid: gatewayPid,
    otherPid: null,
    otherName: null,
    label,
    runs: 1,
    lastExit: null,
    failing: [],
    detail: null,
    ...change,
  };
}

export const notLoaded: Finding<'agent-not-loaded'> = {
  id: `agent-not-loaded:${label}`,
  code: 'agent-not-loaded',
  subject: label,
  severity: 'blocking',
  certainty: 'certain',
  args: { label, definitionPath },
  evidence: [{ command: `launchctl print gui/501/${label}`, line: 'Could not find service' }],
};

export const wrongPort: Finding<'port-config-mismatch'> = {
  id: `port-config-mismatch:${label}`,
  code: 'port-config-mismatch',
  subject: label,
  severity: 'degraded',
  certainty: 'likely',
  args: { servicePort: 18789, configPort: 18790 },
  evidence: [{ command: 'openclaw.json', line: 'gateway.port = 18790' }],
};

/** A gateway in the foreground on a machine that has no service manager, as in a container. */
export function makeForegroundSnapshot(change: Change<Snapshot> = {}): Snapshot {
  return makeSnapshot({
    port: { port: 18789, source: 'default' },
    definition: absent(at),
    service: unknown('no-service-manager', 'systemctl --user: no bus', at),
    supervisors: unknown('no-service-manager', 'systemctl --user: no bus', at),
    listeners: known([makeListener()], at),
    processes: known([makeProcess({ ppid: 812, commandLine: 'openclaw-gateway', role: 'gateway-title' })], at),
    markers: known(makeMarkers(), at),
    ...change,
  });
}
