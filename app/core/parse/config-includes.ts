import type { ConfigSyntaxError } from '../model/config-file.ts';
import { brokenAt, type ConfigObject, isObject, parseConfigText } from './config.ts';

const maxDepth = 10;
/** A list of lists of lists … of files must not keep anybody busy. */
const maxFiles = 100;

/** What reading an included file gave. `outside`: not in the configuration's folder; OpenClaw would not read it. */
export type IncludeRead =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads what `name` means inside the file `from`. */
export type ReadInclude = (name: string, from: string) => Promise<IncludeRead>;

export type ResolvedConfig =
  | { readonly kind: 'resolved'; readonly value: ConfigObject; readonly includes: readonly string[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | ConfigSyntaxError;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly depth: number;
}

interface Walk {
  readonly read: ReadInclude;
  readonly includes: string[];
  filesLeft: number;
}

type Failure = Exclude<ResolvedConfig, { kind: 'resolved' }>;

class IncludeFailure extends Error {
  override readonly name = 'IncludeFailure';
  readonly outcome: Failure;
  constructor(outcome: Failure) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Follows `$include` where this program looks: at the top, in `gateway` and in `meta`. One path replaces the object,
 * a list is merged in order, keys beside it win; at most ten levels (OpenClaw 2026.3.13 to 2026.9.6).
 */
export async function resolveIncludes(
  config: ConfigObject,
  source: { readonly file: string; readonly text: string },
  read: ReadInclude,
): Promise<ResolvedConfig> {
  const walk: Walk = { read, includes: [], filesLeft: maxFiles };
  try {
    const value = await expand(config, { ...source, depth: 0 }, walk, ['gateway', 'meta']);
    return { kind: 'resolved', value, includes: walk.includes };
  } catch (error) {
    if (error instanceof IncludeFailure) return error.outcome;
    throw error;
  }
}

/** `keys`: which members to look into; `null` is all. */
async function expand(
  value: ConfigObject,
  source: Source,
  walk: Walk,
  keys: readonly string[] | null,
): Promise<ConfigObject> {
  const { $include: named, ...members } = value as { $include?: unknown };
  const own = new Map<string, unknown>();
  for (const [key, member] of Object.entries(members)) {
    const looked = isObject(member) && (keys === null || keys.includes(key));
    own.set(key, looked ? await expand(member, source, walk, null) : member);
  }
  let included: ConfigObject = {};
  for (const name of Array.isArray(named) ? (named as unknown[]) : [named]) {
    if (typeof name === 'string') included = merge(included, await load(name, source, walk, keys));
  }
  return merge(included, Object.fromEntries(own));
}

async function load(name: string, source: Source, walk: Walk, keys: readonly string[] | null): Promise<ConfigObject> {
  const failAt = (message: string): IncludeFailure =>
    new IncludeFailure(brokenAt(source.text, source.file, name, `$include: ${message}`));
  if (source.depth >= maxDepth) throw failAt('more than ten files deep');
  if (walk.filesLeft-- <= 0) throw failAt('too many files');
  const file = await walk.read(name, source.file);
  if (file.kind === 'outside') return {};
  if (file.kind === 'missing') throw failAt('the file is not there');
  if (file.kind === 'unreadable') throw new IncludeFailure(file);
  const document = parseConfigText(file.text, file.path);
  if (document.kind === 'broken') throw new IncludeFailure(document);
  if (!walk.includes.includes(file.path)) walk.includes.push(file.path);
  return expand(document.value, { file: file.path, text: file.text, depth: source.depth + 1 }, walk, keys);
}

/** Later wins; objects are merged, everything else is replaced. */
function merge(first: ConfigObject, second: ConfigObject): ConfigObject {
  const merged = new Map(Object.entries(first));
  for (const [key, value] of Object.entries(second)) {
    const before = merged.get(key);
    merged.set(key, isObject(before) && isObject(value) ? merge(before, value) : value);
  }
  return Object.fromEntries(merged);
}
