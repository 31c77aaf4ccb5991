import { deriveReload, readReloadMode, type ReloadMode } from '../config-reload.ts';
import { deriveChanges } from '../history/derive-changes.ts';
import { recentMarks } from '../log-life.ts';
import type { ConfigFile } from '../model/config-file.ts';
import type { LogMark } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Settings } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { settingAt } from '../settings/read.ts';
import { isHandsOff, isServing } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A gateway that restarts by itself waits for its agents first, and says "restarting anyway" after five minutes. */
const ownRestartMs = 6 * 60_000;

/** Settings were changed that the running gateway does not know of, and it will not learn of them by itself. */
export const restartPending: Rule<'restart-pending'> = {
  code: 'restart-pending',
  graceMs: 10_000,
  causes: ['config-syntax', 'config-invalid', 'mode-missing', 'config-clobber', 'version-skew', 'stale-chunks'],
  find(snapshot, context) {
    const config = valueOf(snapshot.config);
    if (config?.content.kind !== 'parsed' || !isServing(context) || context.facts.warmUp !== 'over') return [];
    if (isHandsOff(snapshot, context) || context.facts.idle === 'maintenance') return [];
    const pending = findPending(snapshot, config, config.content.files[0]?.settings ?? null);
    if (pending === null) return [];
    const { keys, why, mark } = pending;
    const shown = keys.length <= 4 ? keys.join(', ') : `${keys.slice(0, 4).join(', ')}, …`;
    return [
      makeFinding('restart-pending', config.path, {
        severity: 'notice',
        // What is in force is only known from watching; the gateway's own word is proof.
        certainty: mark === null ? 'likely' : 'certain',
        args: { path: config.path, keys: shown, count: keys.length, why, at: config.modifiedAt },
        evidence: [
          { command: `ls -l ${quote(config.path)}`, line: `changed since: ${shown}` },
          ...(mark === null ? [] : markEvidence(snapshot, [mark])),
        ],
      }),
    ];
  },
};

interface Pending {
  readonly keys: readonly string[];
  readonly why: 'restart' | 'hot-only' | 'off';
  readonly mark: LogMark | null;
}

function findPending(snapshot: Snapshot, config: ConfigFile, now: Settings | null): Pending | null {
  const inForce = valueOf(snapshot.history)?.inForce ?? null;
  const version = valueOf(snapshot.install)?.version ?? null;
  if (inForce === null || inForce.settings === null || version === null) return null;
  if (inForce.version.sha256 === config.sha256 || inForce.version.file !== config.path) return null;
  // 2026.3.13 goes by the mode in the new file.
  const mode = readReloadMode(settingAt(now ?? undefined, ['gateway', 'reload', 'mode']));
  // Every change restarts it.
  if (mode === 'restart') return null;
  const changed = deriveChanges(inForce.settings, now).map(({ path }) => path);
  const keys = changed.filter((path) => waits(deriveReload(path, version), mode));
  if (keys.length === 0) return null;
  const why = mode === 'off' ? 'off' : mode === 'hot' ? 'hot-only' : 'restart';
  if (why === 'restart' && snapshot.at - config.modifiedAt < ownRestartMs) return null;
  return { keys, why, mark: findMark(snapshot, config, why) };
}

function waits(reload: ReturnType<typeof deriveReload>, mode: ReloadMode): boolean {
  return reload === 'restart' || (mode === 'off' && reload !== 'none');
}

/** What the gateway said of this change. */
function findMark(snapshot: Snapshot, { modifiedAt }: ConfigFile, why: Pending['why']): LogMark | null {
  const marks = recentMarks(snapshot, why === 'off' ? 'reload-skipped' : 'reload-needs-restart');
  return marks.findLast(({ at }) => at !== null && at >= modifiedAt) ?? null;
}
