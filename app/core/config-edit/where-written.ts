import type { ConfigContent } from '../model/config-file.ts';
import type { Setting, SettingPath } from '../model/setting.ts';
import { isGroup } from '../settings/read.ts';

type ConfigFiles = ConfigContent['files'];

/** One place in one file where a setting is written, or could be. */
export interface WrittenAt {
  readonly file: string;
  /** Within that file by itself. */
  readonly path: SettingPath;
  /** How many of the last names of the path are not there yet; 0: the setting itself is written here. */
  readonly missing: number;
}

/**
 * Where a setting of the whole configuration is written: every file that has it, the one that wins first. Where none has
 * it, the one place where most of its path is there already.
 */
export function findWritten(files: ConfigFiles, path: SettingPath): readonly WrittenAt[] {
  const [main] = files;
  if (main === undefined) return [];
  const found = walk(files, { file: main.path, value: main.settings, within: [], rest: path, depth: 0 });
  const written = found.filter(({ missing }) => missing === 0);
  if (written.length > 0) return written;
  const least = Math.min(...found.map(({ missing }) => missing));
  return found.filter(({ missing }) => missing === least).slice(0, 1);
}

/** Whether the path leads through a list that several places make up: a position in it is none in any one file. */
export function isInSpreadList(files: ConfigFiles, path: SettingPath): boolean {
  return path.some((step, index) => {
    if (typeof step !== 'number') return false;
    return findWritten(files, path.slice(0, index)).filter(({ missing }) => missing === 0).length > 1;
  });
}

/** How often a file is included; more than once: what is changed in it changes in several places. */
export function countIncluded(files: ConfigFiles, path: string): number {
  return files.flatMap(({ path: from, settings }) => listIncludes(settings, from)).filter((each) => each === path)
    .length;
}

interface Walk {
  readonly file: string;
  readonly value: Setting;
  readonly within: SettingPath;
  readonly rest: SettingPath;
  readonly depth: number;
}

/** OpenClaw follows ten levels. */
const maxDepth = 10;

/** Places from the strongest to the weakest: own keys win over included ones, of these the last (OpenClaw 2026.3–2026.9). */
function walk(files: ConfigFiles, at: Walk): readonly WrittenAt[] {
  const { file, value, within, rest, depth } = at;
  const here: WrittenAt = { file, path: [...within, ...rest], missing: rest.length };
  const [step, ...further] = rest;
  if (step === undefined) return [here];
  if (Array.isArray(value)) {
    const entry = typeof step === 'number' ? (value as readonly Setting[])[step] : undefined;
    return entry === undefined
      ? [here]
      : walk(files, { ...at, value: entry, within: [...within, step], rest: further });
  }
  if (!isGroup(value)) return [here];
  const member = Object.hasOwn(value, step) ? value[step] : undefined;
  const own =
    member === undefined ? [] : walk(files, { ...at, value: member, within: [...within, step], rest: further });
  const included = depth >= maxDepth ? [] : namesOf(value['$include']).toReversed();
  const others = included.flatMap((name) => {
    const found = files.find(({ path }) => path === resolveInclude(file, name));
    if (found === undefined) return [];
    return walk(files, { file: found.path, value: found.settings, within: [], rest, depth: depth + 1 });
  });
  // A group that is nothing but one included file is continued in that file.
  const isMereInclude = included.length === 1 && Object.keys(value).length === 1;
  return isMereInclude && others.length > 0 ? others : [...own, ...others, ...(own.length === 0 ? [here] : [])];
}

function namesOf(include: Setting | undefined): readonly string[] {
  const names: readonly Setting[] = Array.isArray(include) ? (include as readonly Setting[]) : [include ?? null];
  return names.filter((name) => typeof name === 'string');
}

function listIncludes(value: Setting, from: string): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Setting[]).flatMap((entry) => listIncludes(entry, from));
  if (!isGroup(value)) return [];
  return [
    ...namesOf(value['$include']).map((name) => resolveInclude(from, name)),
    ...Object.values(value).flatMap((member) => listIncludes(member, from)),
  ];
}

/** `./a/../b.json5` as it is meant in a file: absolute, with the dots worked out. */
export function resolveInclude(from: string, name: string): string {
  const parts: string[] = [];
  const whole = name.startsWith('/') ? name : `${from.slice(0, from.lastIndexOf('/'))}/${name}`;
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
