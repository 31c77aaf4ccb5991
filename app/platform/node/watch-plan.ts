import type { BigIntStats } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const maxEntries = 500;
const maxLinks = 10;

/** Folders to watch and, in each, the names that matter; `null`: all of them. */
export type WatchPlan = ReadonlyMap<string, ReadonlySet<string> | null>;

/**
 * Where a change of `paths` would show: for a file its folder, for a folder itself and its parent, for a symlink
 * also its target's, and for what is not there the nearest folder that is.
 */
export async function planWatch(paths: readonly string[]): Promise<WatchPlan> {
  const plan = new Map<string, Set<string> | null>();
  const folders = createFolders();
  for (const path of paths) {
    for (const place of await chainOf(path)) {
      await addNearest(plan, folders, place);
      const itself = await folders.realOf(place);
      if (itself !== null) plan.set(itself, null);
    }
  }
  return plan;
}

export function samePlan(one: WatchPlan, other: WatchPlan): boolean {
  return planKey(one) === planKey(other);
}

function planKey(plan: WatchPlan): string {
  const folders = [...plan].map(([folder, names]) =>
    JSON.stringify([folder, names === null ? null : [...names].sort()]),
  );
  return folders.sort().join('\n');
}

/** The path, and what it points to, link by link. */
async function chainOf(path: string): Promise<readonly string[]> {
  const chain = [resolve(path)];
  for (let place = chain[0]; place !== undefined && chain.length <= maxLinks; place = chain[chain.length - 1]) {
    const from = dirname(place);
    const target = await readlink(place).catch(() => null);
    if (target === null) break;
    chain.push(resolve(from, target));
  }
  return chain;
}

async function addNearest(plan: Map<string, Set<string> | null>, folders: Folders, path: string): Promise<void> {
  let name = basename(path);
  let folder = dirname(path);
  let real = await folders.realOf(folder);
  while (real === null && folder !== dirname(folder)) {
    name = basename(folder);
    folder = dirname(folder);
    real = await folders.realOf(folder);
  }
  real ??= folder;
  const names = plan.get(real);
  if (names === null) return;
  plan.set(real, new Set([...(names ?? []), name]));
}

interface Folders {
  /** The folder's real path, as FSEvents reports it (`/private/var/…`); `null` for what is no folder. */
  realOf(path: string): Promise<string | null>;
}

/** Many paths share their folders: for one plan each is asked about once. */
function createFolders(): Folders {
  const known = new Map<string, Promise<string | null>>();
  return {
    realOf(path) {
      const answer = known.get(path) ?? realFolder(path);
      known.set(path, answer);
      return answer;
    },
  };
}

async function realFolder(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true ? realpath(path).catch(() => path) : null;
}

/** Changes when the file or, for a folder, an entry of it is written, replaced, added or removed; not when it is read. */
export async function fingerprintOf(path: string): Promise<string> {
  try {
    const found = await stat(path, { bigint: true });
    if (!found.isDirectory()) return printOf(found);
    const names = (await readdir(path)).sort().slice(0, maxEntries);
    const entries = await Promise.all(
      names.map(async (name) => {
        const entry = await stat(join(path, name), { bigint: true }).catch(() => null);
        // A folder's own time changes with what is in it, which is nobody's question.
        return `${name} ${entry === null ? 'gone' : entry.isDirectory() ? 'folder' : printOf(entry)}`;
      }),
    );
    return ['folder', ...entries].join('\n');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function printOf({ ino, size, mtimeNs, mode }: BigIntStats): string {
  return `${ino} ${size} ${mtimeNs} ${mode}`;
}
