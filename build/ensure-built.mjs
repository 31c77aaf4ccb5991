import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectDir } from './bundles.mjs';

const sources = ['app', 'renderer', 'build', 'package.json', 'package-lock.json'];

/** Builds when out/ is missing or older than what it is made of. Loads the bundler only then. */
export async function ensureBuilt() {
  const builtAt = await modifiedAt(path.join(projectDir, 'out'));
  const changedAt = Math.max(...(await Promise.all(sources.map((name) => newest(path.join(projectDir, name))))));
  if (builtAt > changedAt) return;
  const { buildAll } = await import('./build.mjs');
  await buildAll();
}

/** Newest modification below `target`, itself included (a removed file changes its folder). */
async function newest(target) {
  const entries = await readdir(target, { withFileTypes: true }).catch(() => []);
  const below = await Promise.all(
    entries.map((entry) => {
      const child = path.join(target, entry.name);
      return entry.isDirectory() ? newest(child) : modifiedAt(child);
    }),
  );
  return Math.max(await modifiedAt(target), ...below);
}

async function modifiedAt(target) {
  const found = await stat(target).catch(() => null);
  return found === null ? 0 : found.mtimeMs;
}
