// Where Electron's program is, and whether it can be had. The npm package brings none: its install.js downloads it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { projectDir } from './bundles.mjs';

const packageDir = path.join(projectDir, 'node_modules/electron');
const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
const zipName = `electron-v${version}-${process.platform}-${process.arch}.zip`;
const askingMs = 4000;

/** Path of the program, or `null`. ELECTRON_OVERRIDE_DIST_PATH names another folder, as for Electron's own launcher. */
export function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(packageDir, 'dist');
  const inFolder = process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
  // Electron's launcher takes the plain name in a folder of one's own.
  return [inFolder, 'electron'].map((name) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/**
 * Whether a download would work, within seconds: the download itself has no deadline. The file is asked for, with all
 * redirects, for its host may be blocked where github.com is not.
 */
export async function canDownloadElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return false;
  if (isCached() || process.env.ELECTRON_GET_USE_PROXY) return true;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const url = `${base}v${version}/${zipName}`;
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(askingMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Downloads with Electron's own script, which shows its progress and checks the sum. Resolves to whether it worked. */
export function downloadElectron() {
  const child = spawn(process.execPath, [path.join(packageDir, 'install.js')], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

function isCached() {
  const usual = process.platform === 'darwin' ? 'Library/Caches/electron' : '.cache/electron';
  const folder = process.env.electron_config_cache ?? path.join(os.homedir(), usual);
  try {
    return readdirSync(folder, { recursive: true }).some((name) => path.basename(name) === zipName);
  } catch {
    return false; // nothing was ever downloaded
  }
}
