import { known } from '../../app/core/model/reading.ts';
import type { LogMark, LogTail } from '../../app/core/model/log.ts';
import type { UsageSample } from '../../app/core/model/memory.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { makeFormer, settingsNow, writtenAs } from './make-configuration.ts';
import { makeIdleMac, makeLoopingService, makeMemory } from './make-machine.ts';
import type { Machine } from './make-machine.ts';
import { at, entryPath, gatewayPid, gatewayStartedAt, hours, minutes, nodePath, seconds } from './make-moment.ts';
import type { Change } from './make-moment.ts';
import { makeLog, makeMark, makeNotReadyReach, makeProcess, makeSilentReach } from './make-running.ts';
import { makeSnapshot } from './make-snapshot.ts';

/** Machines whose gateway itself tells what is wrong: its log, its answers, what it uses. */

export const logPath = '/Users/alice/Library/Logs/openclaw/gateway.log';
export const megabyte = 1_000_000;

export function logOf(marks: readonly LogMark[], change: Change<LogTail> = {}) {
  return known(makeLog({ marks, ...change }), at);
}

/** A gateway that is well, and has said this since it started. */
export function saying(...marks: readonly LogMark[]): Snapshot {
  return makeSnapshot({ log: logOf([makeMark('ready', gatewayStartedAt + 9 * seconds), ...marks]) });
}

/** It was started in vain for the 42nd time, and this is what the last start said. */
export function failing(...marks: readonly LogMark[]): Snapshot {
  return makeIdleMac(makeLoopingService(), {
    log: logOf([makeMark('starting', at - 8 * seconds, '[gateway] loading configuration…'), ...marks]),
  });
}

/** So many marks of one kind, a minute apart, the last one a minute ago. */
export function repeated(count: number, kind: LogMark['kind'], line: string): readonly LogMark[] {
  return Array.from({ length: count }, (_, index) => makeMark(kind, at - (count - index) * minutes, line));
}

/** One sample a minute over so long, of this much processor and memory; the last one is of now. */
export function usedFor(lengthMs: number, cpuPercent: number, memoryBytes = 700 * megabyte): readonly UsageSample[] {
  const count = Math.floor(lengthMs / minutes);
  return Array.from({ length: count + 1 }, (_, index) => ({
    at: at - (count - index) * minutes,
    pid: gatewayPid,
    cpuPercent,
    memoryBytes,
  }));
}

export const silentReach = known(makeSilentReach(), at);

export const safeMode: Machine = {
  name: 'the breaker spoke a minute ago',
  snapshot: makeSnapshot({
    processes: known([makeProcess({ startedAt: at - 70 * seconds })], at),
    log: logOf([
      makeMark('starting', at - 64 * seconds, '[gateway] loading configuration…'),
      makeMark('starting', at - 62 * seconds, '[gateway] starting...'),
      makeMark('breaker-tripped', at - 60 * seconds, 'gateway restart-loop breaker tripped: 3 unclean boot(s)'),
      makeMark('ready', at - 50 * seconds),
    ]),
  }),
};

export const frozenAfterWake: Machine = {
  name: 'silent ever since the computer woke up four minutes ago',
  snapshot: makeSnapshot({ reach: silentReach }),
  memory: makeMemory({
    wokeAt: at - 4 * minutes,
    samples: [{ at: at - 10 * minutes, runs: 1, pid: gatewayPid, live: true }],
  }),
};

export const notReadyAfterWake: Machine = {
  name: 'not ready ever since the computer woke up',
  snapshot: makeSnapshot({ reach: known(makeNotReadyReach(['telegram']), at) }),
  memory: makeMemory({
    wokeAt: at - 4 * minutes,
    samples: [{ at: at - minutes, runs: 1, pid: gatewayPid, live: true }],
    state: { name: 'degraded', since: at - 3 * minutes },
  }),
};

export const spinning: Machine = {
  name: 'a whole processor for six minutes, and two questions without an answer',
  snapshot: makeSnapshot({ reach: silentReach, processes: known([makeProcess({ cpuPercent: 99.6 })], at) }),
  memory: makeMemory({ usage: usedFor(6 * minutes, 99.6), slowAt: [at - 2 * minutes, at - minutes] }),
};

export const heavy: Machine = {
  name: 'five gigabytes, and no limit was set',
  snapshot: makeSnapshot({
    processes: known([makeProcess({ commandLine: 'openclaw-gateway', memoryBytes: 11_000 * megabyte })], at),
  }),
};

export const largeLog: Machine = {
  name: 'a log of 600 MB',
  snapshot: makeSnapshot({
    log: logOf([], { files: [{ path: logPath, sizeBytes: 600 * megabyte, kind: 'service' }] }),
  }),
};

export const fullDisk: Machine = {
  name: 'no space left, and the start fails',
  snapshot: makeIdleMac(makeLoopingService(), {
    log: logOf(
      [
        makeMark('starting', at - 8 * seconds, '[gateway] loading configuration…'),
        makeMark('no-space', at - 7 * seconds, 'Error: ENOSPC: no space left on device, write'),
      ],
      { freeBytes: 12 * megabyte },
    ),
  }),
};

const ciao = 'Unhandled promise rejection: Error: CIAO PROBING CANCELLED';
export const bonjourCrash: Machine = {
  name: 'a rejected promise ends each start',
  snapshot: failing(makeMark('ready', at - 6 * seconds), makeMark('mdns-crash', null, ciao)),
};

const renamed = '[plugins] bonjour: gateway name conflict resolved; newName="bench-a (13)"';
export const bonjourStorm: Machine = {
  name: 'renamed six times within ten minutes',
  snapshot: saying(...repeated(6, 'mdns-conflict', renamed)),
};

const denied = "Error: EPERM: operation not permitted, open '/Users/alice/Documents/notes.md'";
export const lockedOut: Machine = {
  name: 'Documents was refused',
  snapshot: saying(makeMark('privacy-denied', at - hours, denied)),
};

const malformed = 'SqliteIntegrityError: SQLite integrity_check failed: database disk image is malformed';
export const corruptDatabase: Machine = {
  name: 'the database is malformed and the start fails',
  snapshot: failing(makeMark('database-corrupt', at - 6 * seconds, malformed)),
};

const newer = 'OpenClaw state database /Users/alice/.openclaw/state/openclaw.sqlite uses newer schema version 42';
export const newerDatabase: Machine = {
  name: 'the database is of a newer version',
  snapshot: failing(makeMark('newer-database', at - 6 * seconds, newer)),
};

const plugin = '[plugins] telegram failed to load from /Users/alice/.openclaw/extensions/telegram/index.js';
export const brokenPlugin: Machine = {
  name: 'the start ends with a plugin',
  snapshot: failing(makeMark('plugin-broken', at - 6 * seconds, plugin)),
};

export const brokenChannel: Machine = {
  name: 'it runs without the channel of a broken plugin',
  snapshot: makeSnapshot({
    reach: known(makeNotReadyReach(['telegram']), at),
    log: logOf([makeMark('plugin-broken', at - hours, plugin), makeMark('ready', at - hours)]),
  }),
};

export const oldClient: Machine = {
  name: 'an old dashboard knocks once a minute',
  snapshot: saying(
    ...repeated(
      5,
      'protocol-mismatch',
      '[ws] protocol mismatch conn=7 remote=127.0.0.1 client=openclaw-control-ui webchat v2026.3.13 min=3 max=3',
    ),
  ),
};

const conflict = '[telegram] 409: Conflict: terminated by other getUpdates request';
export const telegramConflict: Machine = {
  name: 'Telegram ended four requests within ten minutes',
  snapshot: saying(...repeated(4, 'telegram-conflict', conflict)),
};

/** The service as it was an hour ago, when the gateway was well. */
export const wellService = {
  at: at - hours,
  nodePath: '/opt/homebrew/opt/node@22/bin/node',
  entryPath,
  port: 18789,
  configChangedAt: at - 48 * hours,
} as const;

export const doctored: Machine = {
  name: 'another Node since doctor ran, and the gateway loops',
  snapshot: makeIdleMac(makeLoopingService()),
  memory: makeMemory({
    well: wellService,
    doctor: { at: at - 5 * minutes, commandLine: 'openclaw-doctor' },
  }),
};

export const rewrittenByDoctor: Machine = {
  name: 'the configuration was written while doctor ran, and the gateway loops',
  snapshot: makeIdleMac(makeLoopingService(), {
    ...writtenAs({
      settings: settingsNow,
      former: makeFormer(settingsNow),
      modifiedAt: at - 5 * minutes,
    }),
  }),
  memory: makeMemory({
    well: { ...wellService, nodePath },
    doctor: { at: at - 5 * minutes, commandLine: 'openclaw-doctor' },
  }),
};
