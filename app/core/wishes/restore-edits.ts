import { isStamp } from '../drift-writes.ts';
import type { Change } from '../model/history.ts';
import type { ConfigEdit, VersionSource } from '../model/repair.ts';
import type { SettingPath } from '../model/setting.ts';
import { isUnder, parsePath } from '../settings/parse-path.ts';
import { writePath } from '../settings/read.ts';

/**
 * What brings the settings named by `keys` (dotted; `null`: all that a person means, without OpenClaw's own stamps) back
 * to a version. `changes` is from that version to now. Nothing: they are as they were. `null`: only the whole file can
 * go back, because one of the two is no configuration.
 */
export function deriveRestoreEdits(
  changes: readonly Change[],
  keys: readonly string[] | null,
  from: VersionSource,
): readonly ConfigEdit[] | null {
  if (changes.some(({ path }) => path === '')) return null;
  const chosen =
    keys === null ? changes.filter(({ path }) => !isStamp(path)) : changes.flatMap((each) => narrow(each, keys));
  const edits = new Map<string, ConfigEdit>();
  for (const { path: written, kind } of chosen) {
    const at = parsePath(written) ?? [];
    if (at.length === 0) continue;
    // Positions in a list may mean something else then and now: it goes back as a whole.
    const list = listOf(at);
    const path = list ?? at;
    edits.set(writePath(path), kind === 'added' && list === null ? { op: 'remove', path } : { op: 'copy', path, from });
  }
  return [...edits.values()];
}

/** The part of a change that a key means: all of it, or what lies under it. */
function narrow(change: Change, keys: readonly string[]): readonly Change[] {
  const at = parsePath(change.path);
  if (at === null) return [];
  const wanted = keys.flatMap((key) => namedPath(key));
  if (wanted.some((key) => isUnder(at, key))) return [change];
  const { kind, before, after } = change;
  return wanted.filter((key) => isUnder(key, at)).map((key) => ({ path: writePath(key), kind, before, after }));
}

function namedPath(key: string): readonly SettingPath[] {
  const path = parsePath(key);
  return path === null || path.length === 0 ? [] : [path];
}

/** The outermost list that a path goes through. */
function listOf(path: SettingPath): SettingPath | null {
  const position = path.findIndex((step) => typeof step === 'number');
  return position < 0 ? null : path.slice(0, position);
}

/** Whether two settings are the same, or one lies in the other. */
export function overlaps(one: string, other: string): boolean {
  const [first, second] = [parsePath(one), parsePath(other)];
  return first !== null && second !== null && (isUnder(first, second) || isUnder(second, first));
}
