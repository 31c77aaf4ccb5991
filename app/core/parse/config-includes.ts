import type { ConfigSyntaxError } from '../model/config-file.ts';
import { brokenAt, type ConfigObject, type ConfigPart, isObject, parseConfigText } from './config.ts';

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
  | { readonly kind: 'resolved'; readonly value: ConfigObject; readonly parts: readonly ConfigPart[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | ConfigSyntaxError;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly depth: number;
}

interface Walk {
  readonly read: ReadInclude;
  readonly parts: ConfigPart[];
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
 * Follows `$include` in every object. One path replaces the object, a list is merged in order, keys beside it win; at
 * most ten levels (OpenClaw 2026.3.13 to 2026.9.6).
 */
export async function resolveIncludes(
  config: ConfigObject,
  source: { readonly file: string; readonly text: string },
  read: ReadInclude,
): Promise<ResolvedConfig> {
  const walk: Walk = { read, parts: [{ path: source.file, value: config }], filesLeft: maxFiles };
  if (!hasInclude(config)) return { kind: 'resolved', value: config, parts: walk.parts };
  try {
    const value = await expand(config, { ...source, depth: 0 }, walk);
    return { kind: 'resolved', value, parts: walk.parts };
  } catch (error) {
    if (error instanceof IncludeFailure) return error.outcome;
    throw error;
  }
}

function hasInclude(value: ConfigObject): boolean {
  return (
    Object.hasOwn(value, '$include') || Object.values(value).some((member) => isObject(member) && hasInclude(member))
  );
}

async function expand(value: ConfigObject, source: Source, walk: Walk): Promise<ConfigObject> {
  const { $include: named, ...members } = value as { $include?: unknown };
  const own = new Map<string, unknown>();
  for (const [key, member] of Object.entries(members)) {
    own.set(key, isObject(member) ? await expand(member, source, walk) : member);
  }
  let included: ConfigObject = {};
  for (const name of Array.isArray(named) ? (named as unknown[]) : [named]) {
    if (typeof name === 'string') included = merge(included, await load(name, source, walk));
  }
  return merge(included, Object.fromEntries(own));
}

async function load(name: string, source: Source, walk: Walk): Promise<ConfigObject> {
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
  if (!walk.parts.some(({ path }) => path === file.path)) walk.parts.push({ path: file.path, value: document.value });
  return expand(document.value, { file: file.path, text: file.text, depth: source.depth + 1 }, walk);
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
