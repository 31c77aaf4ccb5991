import { unknown } from '../../app/core/model/reading.ts';
import type { Reading } from '../../app/core/model/reading.ts';
import type { ConfigContent, ConfigFile } from '../../app/core/model/config-file.ts';
import type { LogMark, LogMarkKind, LogTail } from '../../app/core/model/log.ts';
import type { Markers } from '../../app/core/model/markers.ts';
import type { Listener, ProcessEntry } from '../../app/core/model/process.ts';
import type { Reach } from '../../app/core/model/reach.ts';
import {
  at,
  configPath,
  gatewayCommandLine,
  gatewayPid,
  gatewayStartedAt,
  hours,
  minutes,
  seconds,
  strayPid,
} from './make-moment.ts';
import type { Change } from './make-moment.ts';

export function makeConfig(change: Change<ConfigFile> = {}): ConfigFile {
  return {
    path: configPath,
    realPath: change.path ?? configPath,
    sizeBytes: 2048,
    modifiedAt: at - 48 * hours,
    fileMode: 0o600,
    sha256: 'c0ffee',
    content: makeConfigContent(),
    ...change,
  };
}

export function makeConfigContent(change: Change<ConfigContent> = {}): ConfigContent {
  return {
    kind: 'parsed',
    port: null,
    mode: 'local',
    authMode: 'token',
    bind: null,
    customBindHost: null,
    tls: false,
    controlUiBasePath: null,
    topLevelKeys: ['agents', 'channels', 'gateway'],
    lastTouchedVersion: null,
    includes: [],
    settings: { gateway: { mode: 'local', auth: { mode: 'token' } } },
    files: [],
    ...change,
  };
}

/** A configuration that JSON5 cannot read. */
export function makeBrokenConfig(): ConfigFile {
  return makeConfig({
    content: {
      kind: 'broken',
      file: configPath,
      line: 15,
      column: 3,
      message: "invalid character '\\n'",
      portHint: 18789,
      excerpt: ['  "gateway": {', '    "port": 18789,,', '  }'],
    },
  });
}

/** A gateway that is live, ready and started (2026.9.6). */
export function makeReach(change: Change<Reach> = {}): Reach {
  const uptimeMs = at - gatewayStartedAt;
  return {
    host: '127.0.0.1',
    port: 18789,
    scheme: 'http',
    tcp: 'open',
    health: { kind: 'json', httpStatus: 200, body: { ok: true, status: 'live' }, durationMs: 2 },
    ready: { kind: 'json', httpStatus: 200, body: { ready: true, failing: [], uptimeMs }, durationMs: 3 },
    startup: {
      kind: 'json',
      httpStatus: 200,
      body: { ok: true, status: 'started', version: '2026.9.6', uptimeMs, pendingReason: null },
      durationMs: 2,
    },
    ...change,
  };
}

/** Nothing accepts connections on the port. */
export function makeRefusedReach(change: Change<Reach> = {}): Reach {
  const refused = { kind: 'no-answer', why: 'refused' } as const;
  return makeReach({ tcp: 'refused', health: refused, ready: refused, startup: refused, ...change });
}

/** Connections are accepted, and nothing ever answers (a frozen process). */
export function makeSilentReach(change: Change<Reach> = {}): Reach {
  const silent = { kind: 'no-answer', why: 'timed-out' } as const;
  return makeReach({ health: silent, ready: silent, startup: silent, ...change });
}

/** An HTTP server that is no gateway. */
export function makeForeignReach(change: Change<Reach> = {}): Reach {
  const other = { kind: 'other', httpStatus: 404, contentType: 'text/html', controlUi: false } as const;
  return makeReach({ health: other, ready: other, startup: other, ...change });
}

/** Live, but `/readyz` answers 503 with these failing parts. */
export function makeNotReadyReach(failing: readonly string[]): Reach {
  return makeReach({
    ready: { kind: 'json', httpStatus: 503, body: { ready: false, failing, uptimeMs: 9 * seconds }, durationMs: 3 },
    startup: {
      kind: 'other',
      httpStatus: 200,
      contentType: 'text/html',
      controlUi: true,
    },
  });
}

export function makeListener(change: Change<Listener> = {}): Listener {
  return { pid: gatewayPid, command: 'node', addresses: ['127.0.0.1:18789', '[::1]:18789'], ...change };
}

export function makeProcess(change: Change<ProcessEntry> = {}): ProcessEntry {
  return {
    pid: gatewayPid,
    ppid: 1,
    uid: 501,
    startedAt: gatewayStartedAt,
    name: 'node',
    commandLine: gatewayCommandLine,
    role: 'gateway',
    cpuPercent: 0.4,
    memoryBytes: 700_000_000,
    ...change,
  };
}

/** A gateway that somebody started in a terminal; it carries only its title. */
export function makeStrayProcess(change: Change<ProcessEntry> = {}): ProcessEntry {
  return makeProcess({
    pid: strayPid,
    ppid: 812,
    startedAt: at - 2 * hours,
    commandLine: 'openclaw-gateway',
    role: 'gateway-title',
    ...change,
  });
}

export function makeLog(change: Change<LogTail> = {}): LogTail {
  return {
    path: '/Users/alice/Library/Logs/openclaw/gateway.log',
    sizeBytes: 4096,
    modifiedAt: at - 3 * minutes,
    lines: [{ at: gatewayStartedAt + 9 * seconds, text: '[gateway] ready' }],
    marks: [makeMark('ready', gatewayStartedAt + 9 * seconds, '[gateway] ready')],
    files: [{ path: '/Users/alice/Library/Logs/openclaw/gateway.log', sizeBytes: 4096, kind: 'service' }],
    freeBytes: 120_000_000_000,
    ...change,
  };
}

export function makeMark(kind: LogMarkKind, markAt: number | null, line: string = `[gateway] ${kind}`): LogMark {
  return { kind, at: markAt, line };
}

export function makeMarkers(change: Change<Markers> = {}): Markers {
  return {
    launchAgentDisabled: false,
    nixMode: false,
    externalSupervisor: false,
    lock: {
      path: '/Users/alice/.openclaw/tmp/openclaw-501/gateway.state.lock',
      pid: gatewayPid,
      port: 18789,
      createdAt: gatewayStartedAt,
      configPath,
    },
    lastLifecycle: null,
    otherStateDirs: [],
    foreignFiles: [],
    session: null,
    ...change,
  };
}

/** A reading that failed: its tool did not answer in time. */
export function cannotRead<T>(detail = 'no answer within 3000 ms'): Reading<T> {
  return unknown('timed-out', detail, at);
}
