import type { ConfigSyntaxError } from '../model/config-file.ts';
import { mergeContents } from '../settings/merge.ts';
import { brokenAt, type ConfigObject, type ConfigPart, isObject, parseContentText } from './config.ts';

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
 * Follows `$include` in every object, also in lists. One path stands for the object, with whatever is in that file; a
 * list of them is merged in order, then what stands beside it: lists one behind the other, of all else the later wins.
 * At most ten levels (OpenClaw 2026.3.13 to 2026.9.6).
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
    if (!isObject(value)) throw failAt({ ...source, depth: 0 }, 'the configuration must be one object');
    return { kind: 'resolved', value, parts: walk.parts };
  } catch (error) {
    if (error instanceof IncludeFailure) return error.outcome;
    throw error;
  }
}

function hasInclude(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasInclude);
  return isObject(value) && (Object.hasOwn(value, '$include') || Object.values(value).some(hasInclude));
}

async function expand(value: unknown, source: Source, walk: Walk): Promise<unknown> {
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (const entry of value as readonly unknown[]) entries.push(await expand(entry, source, walk));
    return entries;
  }
  if (!isObject(value)) return value;
  const own = new Map<string, unknown>();
  for (const [name, member] of Object.entries(value)) {
    if (name !== '$include') own.set(name, await expand(member, source, walk));
  }
  if (!Object.hasOwn(value, '$include')) return Object.fromEntries(own);
  const included = await include(value['$include'], source, walk);
  if (own.size === 0) return included;
  if (!isObject(included)) throw failAt(source, 'what stands beside it asks for a file with one object');
  return mergeContents(included, Object.fromEntries(own));
}

async function include(named: unknown, source: Source, walk: Walk): Promise<unknown> {
  if (typeof named === 'string') return load(named, source, walk);
  if (!Array.isArray(named)) throw failAt(source, 'the name of a file, or a list of names, is asked for');
  let included: unknown = {};
  for (const name of named as readonly unknown[]) {
    if (typeof name !== 'string') throw failAt(source, 'the name of a file, or a list of names, is asked for');
    included = mergeContents(included, await load(name, source, walk));
  }
  return included;
}

function failAt({ text, file }: Source, message: string, needle = '$include'): IncludeFailure {
  return new IncludeFailure(brokenAt(text, file, needle, `$include: ${message}`));
}

async function load(name: string, source: Source, walk: Walk): Promise<unknown> {
  if (source.depth >= maxDepth) throw failAt(source, 'more than ten files deep', name);
  if (walk.filesLeft-- <= 0) throw failAt(source, 'too many files', name);
  const file = await walk.read(name, source.file);
  if (file.kind === 'outside') return {};
  if (file.kind === 'missing') throw failAt(source, 'the file is not there', name);
  if (file.kind === 'unreadable') throw new IncludeFailure(file);
  const document = parseContentText(file.text, file.path);
  if (document.kind === 'broken') throw new IncludeFailure(document);
  if (!walk.parts.some(({ path }) => path === file.path)) walk.parts.push({ path: file.path, value: document.value });
  return expand(document.value, { file: file.path, text: file.text, depth: source.depth + 1 }, walk);
}
