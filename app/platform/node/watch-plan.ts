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
  for (const path of paths) {
    for (const place of await chainOf(path)) {
      await addNearest(plan, place);
      if (await isFolder(place)) plan.set(await realOr(place), null);
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

async function addNearest(plan: Map<string, Set<string> | null>, path: string): Promise<void> {
  let name = basename(path);
  let folder = dirname(path);
  while (!(await isFolder(folder)) && folder !== dirname(folder)) {
    name = basename(folder);
    folder = dirname(folder);
  }
  const real = await realOr(folder);
  const names = plan.get(real);
  if (names === null) return;
  plan.set(real, new Set([...(names ?? []), name]));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** FSEvents reports real paths (`/private/var/…`). */
async function realOr(path: string): Promise<string> {
  return realpath(path).catch(() => path);
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
