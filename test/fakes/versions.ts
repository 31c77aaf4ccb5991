import type { Change, HistoryFacts, Version, Writer } from '../../app/core/model/history.ts';
import type { ListedVersion, VersionDiff } from '../../app/core/model/listed-version.ts';
import { readAt } from './snapshots.ts';

export const configPath = '/Users/alice/.openclaw/openclaw.json';
export const firstSeen: Writer = { kind: 'first-seen' };
export const somebody: Writer = { kind: 'other' };

export const portMoved: Change = { path: 'gateway.port', kind: 'changed', before: '18789', after: '18790' };
export const bindOpened: Change = { path: 'gateway.bind', kind: 'added', before: null, after: '"lan"' };
export const tokenGone: Change = {
  path: 'gateway.auth.token',
  kind: 'removed',
  before: '"••• 1f76"',
  after: null,
};
/** What OpenClaw writes into the file with everything it writes. */
export const stamped: Change = {
  path: 'meta.lastTouchedAt',
  kind: 'changed',
  before: '"2026-09-20T08:00:00.000Z"',
  after: '"2026-09-20T09:00:00.000Z"',
};

/** As the rules and the news see it. */
export function makeVersion(change: Partial<Version> = {}): Version {
  return {
    id: 'v1',
    file: configPath,
    kind: 'config',
    at: readAt - 60_000,
    sha256: 'a'.repeat(64),
    sizeBytes: 512,
    mode: 0o600,
    by: somebody,
    changed: [portMoved],
    ranAt: null,
    ...change,
  };
}

/** As faces list it. */
export function makeListed(change: Partial<ListedVersion> = {}): ListedVersion {
  return {
    id: 'v1',
    origin: 'kept',
    file: configPath,
    path: null,
    kind: 'config',
    at: readAt - 60_000,
    sizeBytes: 512,
    sha256: 'a'.repeat(64),
    by: somebody,
    changed: [portMoved],
    ranAt: null,
    isCurrent: false,
    ...change,
  };
}

export function makeDiff(change: Partial<VersionDiff> = {}): VersionDiff {
  return {
    before: makeListed(),
    after: null,
    file: configPath,
    changes: [portMoved],
    beforeText: '{ gateway: { port: 18789 } }\n',
    afterText: '{ gateway: { port: 18790 } }\n',
    ...change,
  };
}

export function makeHistoryFacts(versions: readonly Version[], change: Partial<HistoryFacts> = {}): HistoryFacts {
  return {
    versions,
    inForce: null,
    includesInForce: [],
    lastRan: null,
    previous: null,
    backups: [],
    tokenCopy: null,
    fault: null,
    ...change,
  };
}
