import type { Change } from '../model/history.ts';
import { SecretMark, type Setting, type SettingPath, type Settings } from '../model/setting.ts';
import { isGroup, writePath } from '../settings/read.ts';
import { isList, isSameSetting } from '../settings/same.ts';
import { shorten } from '../text/shorten.ts';

/** A file that was exchanged as a whole says no more by its thousandth difference. */
export const maxChanges = 100;
const maxValueLength = 120;

/** What OpenClaw stamps with every write: true, and the last thing that anybody wants to know. */
const stamps: ReadonlySet<string> = new Set(['meta', 'wizard']);

/**
 * What is different by meaning between two contents of one file that are not the same; `null`: one that is not
 * understood, so that only the whole file can be named. The order of names in an object means nothing, nor does that of
 * objects in a list which have ids of their own.
 */
export function deriveChanges(before: Settings | null, after: Settings | null): readonly Change[] {
  if (before === null || after === null) return [{ path: '', kind: 'changed', before: null, after: null }];
  const found: Difference[] = [];
  compareGroups(before, after, { path: [], found });
  const isStamp = ({ path: [first] }: Difference) => typeof first === 'string' && stamps.has(first);
  const ordered = [...found.filter((each) => !isStamp(each)), ...found.filter(isStamp)];
  return ordered.slice(0, maxChanges).map(writeChange);
}

interface Difference {
  readonly path: SettingPath;
  /** `undefined`: there was none. */
  readonly before: Setting | undefined;
  readonly after: Setting | undefined;
}

interface Comparison {
  readonly path: SettingPath;
  readonly found: Difference[];
}

function writeChange({ path, before, after }: Difference): Change {
  const former = before === undefined ? null : writeValue(before);
  const now = after === undefined ? null : writeValue(after);
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { path: writePath(path), kind, before: former, after: now };
}

function writeValue(value: Setting): string {
  return shorten(JSON.stringify(value), maxValueLength);
}

function compare(before: Setting | undefined, after: Setting | undefined, at: Comparison): void {
  if (isSameSetting(before, after)) return;
  if (isGroup(before) && isGroup(after)) compareGroups(before, after, at);
  else if (isList(before) && isList(after)) compareLists(before, after, at);
  else at.found.push({ path: at.path, before, after });
}

function compareGroups(before: Settings, after: Settings, { path, found }: Comparison): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [former, now] = [before, after].map((group) => (Object.hasOwn(group, name) ? group[name] : undefined));
    compare(former, now, { path: [...path, name], found });
  }
}

type List = readonly Setting[];

function compareLists(before: List, after: List, at: Comparison): void {
  const key = identifyingName(before, after);
  if (key !== null) return compareById(before, after, { ...at, key });
  const isShort = [before, after].every((list) => JSON.stringify(list).length <= maxValueLength);
  if (isShort && [...before, ...after].every(isPlain)) return void at.found.push({ path: at.path, before, after });
  compareByPosition(before, after, at);
}

/** Names by which OpenClaw's lists tell their entries apart. */
const idNames = ['id', 'agentId', 'name', 'key'] as const;

/** The one that every entry of both lists has, each with a value of its own. */
function identifyingName(before: List, after: List): string | null {
  const isUnique = (list: List, name: string): boolean => {
    const ids = list.map((entry) => (isGroup(entry) ? entry[name] : undefined));
    return ids.every((id) => typeof id === 'string' || typeof id === 'number') && new Set(ids).size === ids.length;
  };
  return idNames.find((name) => isUnique(before, name) && isUnique(after, name)) ?? null;
}

function compareById(before: List, after: List, { path, found, key }: Comparison & { readonly key: string }): void {
  const idOf = (entry: Setting | undefined) => (isGroup(entry) ? entry[key] : undefined);
  for (const [index, entry] of before.entries()) {
    if (after.some((other) => idOf(other) === idOf(entry))) continue;
    found.push({ path: [...path, index], before: entry, after: undefined });
  }
  for (const [index, entry] of after.entries()) {
    const former = before.find((other) => idOf(other) === idOf(entry));
    compare(former, entry, { path: [...path, index], found });
  }
}

/** Without what is the same at both ends; what is left in between pairs up, or is gone, or new. */
function compareByPosition(before: List, after: List, { path, found }: Comparison): void {
  let start = 0;
  while (start < before.length && start < after.length && isSameSetting(before[start], after[start])) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && isSameSetting(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const [former, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  for (let index = 0; index < Math.max(former.length, now.length); index += 1) {
    compare(former[index], now[index], { path: [...path, start + index], found });
  }
}

function isPlain(value: Setting): boolean {
  return value instanceof SecretMark || typeof value !== 'object' || value === null;
}
