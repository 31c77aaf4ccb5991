import type { HistoryFacts, Version, VersionWithSettings } from '../../app/core/model/history.ts';
import type { LogMark } from '../../app/core/model/log.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import type { ConfigIssue } from '../../app/core/model/validation.ts';
import { makeIdleMac } from './make-machine.ts';
import { at, configPath, hours, minutes } from './make-moment.ts';
import type { Change } from './make-moment.ts';
import { makeConfig, makeConfigContent, makeLog } from './make-running.ts';
import { makeInstall, makeUnloadedService } from './make-service.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { makeHistoryFacts } from './make-stores.ts';

/** Configurations, their former versions and what is wrong with them, for several tests. */

export const settingsNow: Settings = { gateway: { mode: 'local', auth: { mode: 'token' } } };

export function makeVersion(change: Change<Version> = {}): Version {
  return {
    id: 'v2',
    file: configPath,
    kind: 'config',
    at: at - hours,
    sha256: 'c0ffee',
    sizeBytes: 2048,
    mode: 0o600,
    by: { kind: 'other' },
    changed: [],
    ranAt: null,
    ...change,
  };
}

/** What was there before, a day ago, and ran. */
export function makeFormer(settings: Settings | null, change: Change<Version> = {}): VersionWithSettings {
  const former = {
    id: 'v1',
    sha256: 'deca',
    at: at - 24 * hours,
    ranAt: at - 20 * hours,
    by: { kind: 'first-seen' },
  } as const;
  return { version: makeVersion({ ...former, ...change }), settings };
}

interface Written {
  /** What is in the file now. */
  readonly settings: Settings;
  readonly former?: VersionWithSettings;
  /** The version that is in the file now. */
  readonly now?: Change<Version>;
  readonly history?: Change<HistoryFacts>;
  readonly sizeBytes?: number;
  readonly modifiedAt?: number;
  readonly mode?: string | null;
  readonly lastTouchedVersion?: string;
  readonly includes?: readonly string[];
}

/** The readings of a configuration with a version before it. */
export function writtenAs(written: Written): Pick<Snapshot, 'config' | 'history'> {
  const { settings, former = null, now = {}, history = {}, sizeBytes = 2048, mode = 'local' } = written;
  const modifiedAt = written.modifiedAt ?? now.at ?? at - hours;
  const version = makeVersion({ at: modifiedAt, sizeBytes, ...now });
  const content = makeConfigContent({
    mode,
    settings,
    files: [{ path: configPath, settings }],
    lastTouchedVersion: written.lastTouchedVersion ?? null,
    includes: written.includes ?? [],
  });
  const facts = makeHistoryFacts({
    versions: former === null ? [version] : [version, former.version],
    lastRan: former,
    previous: former,
    inForce: former,
    ...history,
  });
  return { config: known(makeConfig({ content, sizeBytes, modifiedAt }), at), history: known(facts, at) };
}

export function makeIssue(change: Change<ConfigIssue> = {}): ConfigIssue {
  return {
    path: 'gateway.bogus',
    setting: ['gateway', 'bogus'],
    kind: 'unknown-key',
    message: 'OpenClaw does not know this setting',
    file: configPath,
    line: 12,
    column: 5,
    ...change,
  };
}

export const checkedAs = (...issues: readonly ConfigIssue[]) => ({
  validation: known({ schemaVersion: '2026.9.6', issues }, at),
});

/** An old gateway (2026.3.13), as far as rules of the configuration ask for it. */
export const oldInstall = { install: known(makeInstall({ version: '2026.3.13' }), at) };

export const saying = (...marks: readonly LogMark[]) => ({ log: known(makeLog({ marks }), at) });

export const withReadings = (change: Change<Snapshot>): Snapshot => makeSnapshot(change);

/** The same with nothing that runs. */
export const idleWith = (change: Change<Snapshot>): Snapshot => makeIdleMac(makeUnloadedService(), change);

export const someMinutesAgo = at - 20 * minutes;
