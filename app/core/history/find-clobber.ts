import type { ConfigContent, ConfigFile } from '../model/config-file.ts';
import type { ConfigBackup, HistoryFacts, Version, Writer } from '../model/history.ts';
import { valueOf } from '../model/reading.ts';
import type { SettingPath } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isUnder, parsePath } from '../settings/parse-path.ts';
import { settingAt } from '../settings/read.ts';

/** What was taken out of the configuration, by whom, and the version that still has it. */
export interface Clobber {
  readonly what: 'shrunk' | 'keys-lost';
  /** The outermost settings that are gone and still missing. */
  readonly lost: readonly SettingPath[];
  readonly by: Version;
  readonly before: Version;
}

/** After that what is missing is how a person wants it, or has been noticed by other ways. */
const freshMs = 24 * 3_600_000;
/** OpenClaw's own measure: a smaller file was never worth much. */
const fewBytes = 512;
/** Without them no gateway starts, nobody may come in, or no message arrives. */
const vital: readonly SettingPath[] = [['gateway', 'mode'], ['gateway', 'auth'], ['channels']];

/**
 * The newest write of the last day that halved the configuration, or took out of it what a gateway cannot do without,
 * and that nobody has made good since. Comments, order and OpenClaw's stamps are no settings: their loss is none.
 */
export function findClobber(snapshot: Snapshot): Clobber | null {
  const config = valueOf(snapshot.config);
  const history = valueOf(snapshot.history);
  if (config?.content.kind !== 'parsed' || history === undefined) return null;
  const versions = history.versions.filter(({ file }) => file === config.path || file === config.realPath);
  if (versions[0]?.sha256 !== config.sha256) return null;
  for (const [index, by] of versions.entries()) {
    const before = versions[index + 1];
    // What was restored or changed by us is what a person chose.
    if (before === undefined || by.by.kind === 'clawtender' || snapshot.at - by.at > freshMs) return null;
    const found = compare(config, config.content, { by, before });
    if (found !== null) return found;
  }
  return null;
}

function compare(config: ConfigFile, content: ConfigContent, pair: Pick<Clobber, 'by' | 'before'>): Clobber | null {
  const { by, before } = pair;
  if (isAskedFor(by.by)) return null;
  const removed = by.changed.flatMap(({ kind, path }) => {
    const setting = kind === 'removed' ? parsePath(path) : null;
    return setting === null || setting[0] === 'meta' || setting[0] === 'wizard' ? [] : [setting];
  });
  const lost = removed.filter((setting) => settingAt(content.settings, setting) === undefined);
  if (lost.length === 0) return null;
  const isHalf = (size: number): boolean => before.sizeBytes >= fewBytes && size < before.sizeBytes / 2;
  if (isHalf(by.sizeBytes) && isHalf(config.sizeBytes)) return { ...pair, what: 'shrunk', lost };
  const missed = lost.filter((setting) => vital.some((each) => isUnder(each, setting)));
  return missed.length === 0 ? null : { ...pair, what: 'keys-lost', lost: missed };
}

/** Commands by which a person takes single settings out. The wizards, doctor and updates are none of them. */
function isAskedFor(writer: Writer): boolean {
  if (writer.kind !== 'openclaw' || writer.command === null) return false;
  return /^(?:config (?:unset|set|patch|apply)|channels|plugins|models|agents|secrets)\b/.test(writer.command);
}

/** A copy that OpenClaw made in the last day of what it threw away, and that nobody has written over since. */
export function findCastOff(snapshot: Snapshot, prefix: 'clobbered.' | 'rejected.'): ConfigBackup | null {
  const history = valueOf(snapshot.history);
  const config = valueOf(snapshot.config);
  if (history === undefined || config === undefined) return null;
  const fresh = history.backups.filter(
    ({ name, modifiedAt }) => name.startsWith(prefix) && snapshot.at - modifiedAt <= freshMs,
  );
  const newest = fresh.toSorted((one, other) => other.modifiedAt - one.modifiedAt)[0];
  return newest === undefined || isDealtWith(history, config, newest) ? null : newest;
}

/** OpenClaw puts the former content back right after it has put the newer one aside. */
const ownWriteMs = 60_000;

function isDealtWith({ versions }: HistoryFacts, { path }: ConfigFile, { modifiedAt }: ConfigBackup): boolean {
  return versions.some(({ file, at }) => file === path && at > modifiedAt + ownWriteMs);
}
