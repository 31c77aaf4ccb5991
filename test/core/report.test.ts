import { describe, expect, test } from 'vitest';
import type { Picture } from '../../app/core/model/picture.ts';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { Install } from '../../app/core/model/install.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { gatewayStates } from '../../app/core/model/state.ts';
import type { GatewayState } from '../../app/core/model/state.ts';
import { deriveReport, exitCodeOf } from '../../app/core/report.ts';
import { at, strayPid } from './make-moment.ts';
import { makeForegroundSnapshot, makePicture, makeStatus, notLoaded, wrongPort } from './make-picture.ts';
import {
  cannotRead,
  makeBrokenConfig,
  makeListener,
  makeMarkers,
  makeNotReadyReach,
  makeProcess,
  makeReach,
  makeRefusedReach,
  makeStrayProcess,
} from './make-running.ts';
import { makeInstall, makeService, makeSupervisor, makeUnloadedService } from './make-service.ts';
import { makeLinuxSnapshot, makeSnapshot, makeTarget } from './make-snapshot.ts';
import { instructions, makePlan, refusal } from '../fakes/repairs.ts';

const options = { appVersion: '0.1.0', locale: 'en', timeZone: 'UTC' } as const;
const reportOf = (snapshot: Snapshot, state: GatewayState = 'healthy') =>
  deriveReport(makePicture({ snapshot, status: makeStatus({ state }) }), options);

test('a healthy Mac, whole', () => {
  expect(deriveReport(makePicture(), options)).toEqual({
    schema: 1,
    app: { name: 'clawtender', version: '0.1.0' },
    at: '2026-09-20T10:00:00.000Z',
    state: 'healthy',
    summary: 'The gateway is ready on port 18789, and the service keeps it running (since Sep 19, 08:00).',
    gateway: {
      pid: 4711,
      port: 18789,
      url: 'http://127.0.0.1:18789/',
      version: '2026.9.6',
      startedAt: '2026-09-19T08:00:00.000Z',
      supervisor: 'launchd',
      label: 'ai.openclaw.gateway',
      profile: null,
    },
    service: {
      installed: true,
      loaded: true,
      enabled: true,
      pid: 4711,
      runs: 1,
      lastExit: null,
      definitionPath: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
    },
    config: { path: '/Users/alice/.openclaw/openclaw.json', exists: true, valid: true, error: null },
    findings: [],
    unknown: [],
  });
});

describe('gateway', () => {
  test('on Linux systemd keeps it', () => {
    expect(reportOf(makeLinuxSnapshot()).gateway).toMatchObject({
      supervisor: 'systemd',
      label: 'openclaw-gateway.service',
    });
  });

  test('in the foreground of a machine without a service manager nothing keeps it', () => {
    expect(reportOf(makeForegroundSnapshot(), 'unmanaged').gateway).toMatchObject({
      pid: 4711,
      version: '2026.9.6',
      supervisor: 'none',
      label: null,
    });
  });

  test('what serves is named, not what should serve', () => {
    const snapshot = makeSnapshot({
      listeners: known([makeListener({ pid: strayPid })], at),
      processes: known([makeProcess(), makeStrayProcess()], at),
      markers: known(makeMarkers({ lock: null }), at),
    });
    expect(reportOf(snapshot, 'conflict').gateway).toMatchObject({ pid: strayPid, supervisor: 'none', label: null });
  });

  test('a gateway of another service is named after that one', () => {
    const snapshot = makeSnapshot({
      service: known(makeUnloadedService(), at),
      supervisors: known([makeSupervisor({ label: 'bot.molt.gateway', isTarget: false })], at),
    });
    expect(reportOf(snapshot, 'unmanaged').gateway).toMatchObject({ supervisor: 'launchd', label: 'bot.molt.gateway' });
  });

  test('who keeps it is unknown when the service could not be read', () => {
    const snapshot = makeSnapshot({ service: cannotRead(), supervisors: cannotRead() });
    expect(reportOf(snapshot, 'unknown').gateway).toMatchObject({ pid: 4711, supervisor: 'unknown', label: null });
  });

  test('an unseen owner has no pid, even if the service has one', () => {
    const snapshot = makeSnapshot({ listeners: cannotRead(), markers: known(makeMarkers({ lock: null }), at) });
    expect(reportOf(snapshot, 'unknown').gateway).toMatchObject({ pid: null, supervisor: 'unknown' });
  });

  test('an older gateway under the service has the version of its package', () => {
    const snapshot = makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) });
    expect(reportOf(snapshot, 'degraded').gateway?.version).toBe('2026.9.6');
  });

  test('an older gateway started by hand may be of any package: its version is not known', () => {
    const snapshot = makeForegroundSnapshot({ reach: known(makeNotReadyReach([]), at) });
    expect(reportOf(snapshot, 'unmanaged').gateway?.version).toBeNull();
  });

  test('unless neither it nor the only installed package is new enough to tell', () => {
    const startup = { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true } as const;
    const reach = known(makeReach({ startup }), at);
    const versionWith = (install: Partial<Install>) =>
      reportOf(makeForegroundSnapshot({ reach, install: known(makeInstall(install), at) }), 'unmanaged').gateway
        ?.version;
    expect(versionWith({ version: '2026.9.6', cliVersion: null })).toBeNull();
    expect(versionWith({ version: '2026.3.13', cliVersion: '2026.3.8' })).toBeNull();
    expect(versionWith({ version: '2026.3.13', cliVersion: null })).toBe('2026.3.13');
  });

  test('unless its command line shows the package', () => {
    const snapshot = makeForegroundSnapshot({
      reach: known(makeNotReadyReach([]), at),
      processes: known([makeProcess({ ppid: 812 })], at),
    });
    expect(reportOf(snapshot, 'unmanaged').gateway?.version).toBe('2026.9.6');
  });

  test('its start is told by its own uptime where no process can be read', () => {
    const snapshot = makeSnapshot({ processes: cannotRead() });
    expect(reportOf(snapshot).gateway?.startedAt).toBe('2026-09-19T08:00:00.000Z');
  });

  test('a gateway on another port than its own is reported where it is', () => {
    const snapshot = makeSnapshot({
      listeners: known([], at),
      reach: known(makeRefusedReach(), at),
      markers: known(
        makeMarkers({ lock: { path: '/l', pid: 4711, port: 18790, createdAt: null, configPath: null } }),
        at,
      ),
    });
    expect(reportOf(snapshot, 'degraded').gateway).toMatchObject({ port: 18790, url: 'http://127.0.0.1:18790/' });
  });

  test('https and IPv6 make a proper address', () => {
    const snapshot = makeSnapshot({ reach: known(makeReach({ scheme: 'https', host: '::1' }), at) });
    expect(reportOf(snapshot).gateway?.url).toBe('https://[::1]:18789/');
  });

  test('there is none where it does not run, or is not ours to judge', () => {
    const states: readonly GatewayState[] = ['stopped', 'disabled', 'not-installed', 'port-taken', 'remote'];
    expect(states.map((state) => reportOf(makeSnapshot(), state).gateway)).toEqual(states.map(() => null));
  });

  test('a start without a process yet has none either', () => {
    const snapshot = makeSnapshot({
      service: known(makeService({ pid: null, phase: 'starting' }), at),
      reach: known(makeRefusedReach(), at),
      listeners: known([], at),
      processes: known([], at),
    });
    expect(reportOf(snapshot, 'starting').gateway).toBeNull();
  });
});

describe('service', () => {
  test('not known is null, never false', () => {
    const snapshot = makeSnapshot({ service: cannotRead(), definition: cannotRead() });
    expect(reportOf(snapshot, 'unknown').service).toEqual({
      installed: null,
      loaded: null,
      enabled: null,
      pid: null,
      runs: null,
      lastExit: null,
      definitionPath: null,
    });
  });

  test('installed but not loaded', () => {
    const snapshot = makeSnapshot({ service: known(makeUnloadedService(), at) });
    expect(reportOf(snapshot, 'stopped').service).toMatchObject({ installed: true, loaded: false, pid: null });
  });

  test('a service that is certainly not there is not loaded', () => {
    const snapshot = makeSnapshot({ service: absent(at), definition: absent(at) });
    expect(reportOf(snapshot, 'not-installed').service).toMatchObject({ installed: false, loaded: false });
  });

  test('the last exit in words', () => {
    const lastExit = { kind: 'signal', signal: 9, name: 'Killed' } as const;
    const snapshot = makeSnapshot({ service: known(makeService({ lastExit, runs: 2 }), at) });
    expect(reportOf(snapshot).service).toMatchObject({ runs: 2, lastExit: 'signal 9 Killed' });
  });
});

describe('config', () => {
  test('broken, with the place', () => {
    const snapshot = makeSnapshot({ config: known(makeBrokenConfig(), at) });
    expect(reportOf(snapshot).config).toMatchObject({
      exists: true,
      valid: false,
      error: { line: 15, column: 3, message: "invalid character '\\n'" },
    });
  });

  test.each([
    ['missing', absent(at), false],
    ['a folder in its place', unknown('not-a-file', 'EISDIR', at), true],
    ['far too large', unknown('too-large', '50 MB', at), true],
    ['not permitted', unknown('not-permitted', 'EACCES', at), null],
  ] as const)('%s', (_case, config, exists) => {
    expect(reportOf(makeSnapshot({ config })).config).toEqual({
      path: '/Users/alice/.openclaw/openclaw.json',
      exists,
      valid: null,
      error: null,
    });
  });

  test('without a service the path is the one a command line would use', () => {
    const target = makeTarget({ profile: 'work', configPath: '/Users/alice/.openclaw-work/openclaw.json' });
    const snapshot = makeSnapshot({ target, definition: absent(at), config: absent(at) });
    expect(reportOf(snapshot).config.path).toBe('/Users/alice/.openclaw-work/openclaw.json');
  });
});

describe('findings', () => {
  const picture = makePicture({
    status: makeStatus({ state: 'stopped', reason: 'not-loaded' }),
    findings: [{ finding: notLoaded, consequences: [wrongPort] }],
  });

  test('causes first, then what they cause, which says so', () => {
    expect(deriveReport(picture, options).findings.map(({ code, causedBy }) => [code, causedBy])).toEqual([
      ['agent-not-loaded', null],
      ['port-config-mismatch', notLoaded.id],
    ]);
  });

  test('the rung that would be offered now is named, and no refusal, instruction or plan for another', () => {
    const plan = makePlan({ findingId: notLoaded.id, rung: 'load' });
    const byHand = { ...instructions, findingId: wrongPort.id };
    expect(repairsOf({ ...picture, offers: [plan, byHand] })).toEqual([['load'], []]);
    expect(repairsOf({ ...picture, offers: [{ ...refusal, findingId: notLoaded.id }] })).toEqual([[], []]);
    expect(repairsOf({ ...picture, offers: [] })).toEqual([[], []]);
  });

  test('are written in the language asked for', () => {
    const [finding] = deriveReport(picture, { ...options, locale: 'zh-Hant' }).findings;
    expect(finding).toMatchObject({ title: '服務已安裝，但沒有載入', evidence: notLoaded.evidence });
  });
});

test('everything that could not be read is listed', () => {
  const snapshot = makeSnapshot({ log: unknown('not-permitted', '', at), listeners: unknown('not-asked', '', at) });
  expect(reportOf(snapshot).unknown).toEqual([
    { probe: 'listeners', reason: 'It was not asked for, because another reading made it needless.' },
    { probe: 'log', reason: 'The system does not allow reading it.' },
  ]);
});

test('exit codes: 0 only when well or elsewhere, 3 only when it cannot be told', () => {
  expect(statesWith(0)).toEqual(['healthy', 'remote']);
  expect(statesWith(3)).toEqual(['unknown']);
  expect(statesWith(1)).toHaveLength(gatewayStates.length - 3);
});

function repairsOf(picture: Picture): readonly (readonly string[])[] {
  return deriveReport(picture, options).findings.map((finding) => finding.repairs);
}

function statesWith(code: number): readonly GatewayState[] {
  return gatewayStates.filter((state) => exitCodeOf({ state }) === code);
}
