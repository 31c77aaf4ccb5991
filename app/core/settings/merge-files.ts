import { resolveInclude } from '../config-edit/where-written.ts';
import type { Setting, Settings } from '../model/setting.ts';
import { mergeContents } from './merge.ts';
import { isGroup } from './read.ts';

export interface MaskedFile {
  readonly path: string;
  /** `null`: not understood. */
  readonly settings: Setting | null;
}

export interface MergedFiles {
  readonly settings: Settings;
  /** Whether every included file of the configuration's folder was among them; those outside are no part of it. */
  readonly isWhole: boolean;
}

const maxDepth = 10;
const maxFiles = 100;

interface Walk {
  readonly files: readonly MaskedFile[];
  readonly folder: string;
  filesLeft: number;
  isWhole: boolean;
}

/** Files that are masked already, the main one first, put together as `$include` says (OpenClaw 2026.3.13 to 2026.9.6). */
export function mergeFiles(files: readonly MaskedFile[]): MergedFiles | null {
  const [main] = files;
  if (main === undefined || !isGroup(main.settings ?? undefined)) return null;
  const folder = main.path.slice(0, main.path.lastIndexOf('/') + 1);
  const walk: Walk = { files, folder, filesLeft: maxFiles, isWhole: true };
  const settings = expand(main.settings, { file: main.path, depth: 0 }, walk);
  return isGroup(settings) ? { settings, isWhole: walk.isWhole } : null;
}

interface Place {
  readonly file: string;
  readonly depth: number;
}

function expand(value: Setting, place: Place, walk: Walk): Setting {
  if (Array.isArray(value)) return (value as readonly Setting[]).map((entry) => expand(entry, place, walk));
  if (!isGroup(value)) return value;
  const { $include: named, ...members } = value;
  const own = Object.fromEntries(Object.entries(members).map(([name, each]) => [name, expand(each, place, walk)]));
  if (named === undefined) return own;
  const names: readonly Setting[] = Array.isArray(named) ? (named as readonly Setting[]) : [named];
  const included = names.map((name) => load(name, place, walk));
  const merged = Array.isArray(named) ? included.reduce(merge, {}) : (included[0] ?? {});
  return Object.keys(own).length === 0 ? merged : merge(merged, own);
}

function merge(first: Setting, second: Setting): Setting {
  return mergeContents(first, second) as Setting;
}

function load(name: Setting, { file, depth }: Place, walk: Walk): Setting {
  const path = typeof name === 'string' ? resolveInclude(file, name) : null;
  if (path !== null && !path.startsWith(walk.folder)) return {};
  const found = walk.files.find((each) => each.path === path);
  if (found === undefined || found.settings === null || depth >= maxDepth || walk.filesLeft-- <= 0) {
    walk.isWhole = false;
    return {};
  }
  return expand(found.settings, { file: found.path, depth: depth + 1 }, walk);
}
