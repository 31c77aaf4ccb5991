import { deriveReload, readReloadMode, type ReloadMode } from '../config-reload.ts';
import { deriveChanges } from '../history/derive-changes.ts';
import { recentMarks } from '../log-life.ts';
import type { ConfigContent, ConfigFile } from '../model/config-file.ts';
import type { FindingArgsByCode } from '../model/finding.ts';
import type { HistoryFacts } from '../model/history.ts';
import type { LogMark } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { mergeFiles } from '../settings/merge-files.ts';
import { settingAt } from '../settings/read.ts';
import { isHandsOff, isServing } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A gateway that restarts by itself waits for its agents first, and says "restarting anyway" after five minutes. */
const ownRestartMs = 6 * 60_000;

/** Looks at its main file alone: what an included one says, it learns with the next change there. 2026.9.6 looks at all. */
const ignoresIncludes = '2026.3.13';

/** Settings were changed that the running gateway does not know of, and it will not learn of them by itself. */
export const restartPending: Rule<'restart-pending'> = {
  code: 'restart-pending',
  graceMs: 10_000,
  causes: ['config-syntax', 'config-invalid', 'mode-missing', 'config-clobber', 'version-skew', 'stale-chunks'],
  find(snapshot, context) {
    const config = valueOf(snapshot.config);
    if (config?.content.kind !== 'parsed' || !isServing(context) || context.facts.warmUp !== 'over') return [];
    if (isHandsOff(snapshot, context) || context.facts.idle === 'maintenance') return [];
    const pending = findPending(snapshot, config, config.content);
    if (pending === null) return [];
    const { keys, why, changed, mark } = pending;
    const shown = keys.length <= 4 ? keys.join(', ') : `${keys.slice(0, 4).join(', ')}, …`;
    return [
      makeFinding('restart-pending', config.path, {
        severity: 'notice',
        // What is in force is only known from watching; the gateway's own word is proof.
        certainty: mark === null ? 'likely' : 'certain',
        args: { path: changed.path, keys: shown, count: keys.length, why, at: changed.at },
        evidence: [
          { command: `ls -l ${quote(changed.path)}`, line: `changed since: ${shown}` },
          ...(mark === null ? [] : markEvidence(snapshot, [mark])),
        ],
      }),
    ];
  },
};

interface Pending {
  readonly keys: readonly string[];
  readonly why: FindingArgsByCode['restart-pending']['why'];
  /** The file that was changed last, and when. */
  readonly changed: ChangedFile;
  readonly mark: LogMark | null;
}

interface ChangedFile {
  readonly path: string;
  /** Epoch ms. */
  readonly at: number;
}

function findPending(snapshot: Snapshot, config: ConfigFile, content: ConfigContent): Pending | null {
  const history = valueOf(snapshot.history);
  const version = valueOf(snapshot.install)?.version ?? null;
  if (!history?.inForce || version === null || history.inForce.version.file !== config.path) return null;
  const files = listChanged(config, content, history);
  const [newest] = files.toSorted((one, other) => other.at - one.at);
  if (newest === undefined) return null;
  const isUnwatched = version === ignoresIncludes && files.every(({ path }) => path !== config.path);
  const mode = readReloadMode(settingAt(content.settings, ['gateway', 'reload', 'mode']));
  const why = reasonOf(mode, isUnwatched);
  if (why === null) return null;
  const keys = listDifferences(content, history).filter((path) => waits(deriveReload(path, version), why));
  if (keys.length === 0) return null;
  if (why === 'restart' && snapshot.at - newest.at < ownRestartMs) return null;
  return { keys, why, changed: newest, mark: findMark(snapshot, newest, why) };
}

/** The files that are another one now than the gateway works with. */
function listChanged(config: ConfigFile, { includes }: ConfigContent, history: HistoryFacts): readonly ChangedFile[] {
  const main = { path: config.path, at: config.modifiedAt };
  const included = includes.flatMap((path) => {
    const now = history.versions.find(({ file }) => file === path);
    const before = history.includesInForce.find(({ version }) => version.file === path);
    return now === undefined || now.id === before?.version.id ? [] : [{ path, at: now.at }];
  });
  return [...(history.inForce?.version.sha256 === config.sha256 ? [] : [main]), ...included];
}

/** Both from the masked files, or a secret that only its place in the whole tells would be a difference. */
function listDifferences({ files }: ConfigContent, { inForce, includesInForce }: HistoryFacts): readonly string[] {
  const masked = [inForce, ...includesInForce].filter((each) => each !== null);
  const before = mergeFiles(masked.map(({ version, settings }) => ({ path: version.file, settings })));
  const now = mergeFiles(files);
  // What an included file held then was never seen.
  if (before === null || now === null || !before.isWhole) return [];
  return deriveChanges(before.settings, now.settings).map(({ path }) => path);
}

/** `null`: every change restarts it. 2026.3.13 goes by the mode in the new file. */
function reasonOf(mode: ReloadMode, isUnwatched: boolean): Pending['why'] | null {
  if (mode === 'off') return 'off';
  if (isUnwatched) return 'unwatched';
  if (mode === 'restart') return null;
  return mode === 'hot' ? 'hot-only' : 'restart';
}

function waits(reload: ReturnType<typeof deriveReload>, why: Pending['why']): boolean {
  if (why === 'off') return reload !== 'none';
  return reload === 'restart' || (why === 'unwatched' && reload === 'hot');
}

/** What the gateway said of this change. */
function findMark(snapshot: Snapshot, { at: changedAt }: ChangedFile, why: Pending['why']): LogMark | null {
  if (why === 'unwatched') return null;
  const marks = recentMarks(snapshot, why === 'off' ? 'reload-skipped' : 'reload-needs-restart');
  return marks.findLast(({ at }) => at !== null && at >= changedAt) ?? null;
}
