import type { PackageDamage } from '../core/model/install.ts';
import { joinPath } from '../core/service-names.ts';
import type { StatResult } from '../ports/files.ts';
import type { FoundPackage } from './package-search.ts';
import { parentFolder } from './package-search.ts';
import type { ProbeContext } from './probe.ts';

/** What every release since the name OpenClaw starts from (2026.1.30 to 2026.9.6). */
const neededFiles = ['package.json', 'dist/index.js', 'openclaw.mjs'];
/** npm's folder for a package that is being exchanged. */
const stagingName = /^\.openclaw-\w+$/;

/** The package that a service's entry point should belong to, whether or not anything of it is left. */
export function packageRootOf(entryPath: string): string | null {
  return /^(\/.*\/node_modules\/openclaw)\//.exec(entryPath)?.[1] ?? null;
}

/**
 * What an installation left half done: only of a package in a `node_modules` folder, for a checkout may be unbuilt.
 * A package that is gone without a trace was removed on purpose, or moved.
 */
export async function readPackageDamage(
  { ports }: ProbeContext,
  root: string,
  found: FoundPackage | null,
): Promise<PackageDamage | null> {
  const folder = parentFolder(root);
  if (!folder.endsWith('/node_modules')) return null;
  const names = await ports.files.list(folder);
  if (names === null || names === 'not-permitted') return null;
  const leftovers = names.filter((name) => stagingName.test(name)).map((name) => joinPath(folder, name));
  const paths = [root, ...neededFiles.map((name) => joinPath(root, name))];
  const stats = await Promise.all(paths.map((path) => ports.files.stat(path)));
  const missing = paths.filter((_path, index) => stats[index]?.kind === 'missing');
  const isGone = missing.includes(root);
  if (leftovers.length === 0 && (isGone || missing.length === 0)) return null;
  const leftStats = await Promise.all(leftovers.map((path) => ports.files.stat(path)));
  return {
    root,
    version: found?.root === root ? found.version : null,
    missing: isGone ? [root] : missing,
    leftovers,
    changedAt: newestOf([...stats, ...leftStats]),
  };
}

function newestOf(stats: readonly StatResult[]): number | null {
  const times = stats.flatMap((each) => (each.kind === 'found' ? [each.stat.modifiedAt] : []));
  return times.length === 0 ? null : Math.max(...times);
}
