// Bundles every face into out/. Quiet unless something is wrong.
import { chmod, mkdir, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { bundles, projectDir } from './bundles.mjs';

const outDir = path.join(projectDir, 'out');

/** Builds into a folder beside out/ and swaps it in, so that a running face never sees half a build. */
export async function buildAll() {
  const startedAt = new Date();
  const nextDir = `${outDir}.${process.pid}.next`;
  try {
    await mkdir(nextDir, { recursive: true });
    await Promise.all(bundles.map((bundle) => build(bundle.config(nextDir))));
    await chmod(path.join(nextDir, 'cli/clawtender.js'), 0o755);
    // The folder's time is that of its sources: what is saved during a build makes the next one due.
    await utimes(nextDir, startedAt, startedAt);
    await swapIn(nextDir);
  } finally {
    await rm(nextDir, { recursive: true, force: true });
  }
}

/** Two builds at once are legal: whoever comes second replaces the first one's result. */
async function swapIn(nextDir) {
  const lastDir = `${outDir}.${process.pid}.last`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(outDir, lastDir);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    try {
      await rename(nextDir, outDir);
      break;
    } catch (error) {
      if (attempt === 5 || (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST')) throw error;
    } finally {
      await rm(lastDir, { recursive: true, force: true });
    }
  }
}

if (process.argv[1] === import.meta.filename) await buildAll();
