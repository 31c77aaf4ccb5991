// Where Chrome or Chromium may be. The tests' windows are real pages in it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macApps = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
];
const playwrightBuilds = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The first browser that exists and says its version: { path, version }, or `null`. CHROMIUM names one and is then
 * the only candidate. Starting it matters: Ubuntu's chromium-browser is a stub, and a downloaded build may lack
 * system libraries.
 */
export function findChromium() {
  for (const candidate of candidates()) {
    if (!isExecutable(candidate)) continue;
    const run = spawnSync(candidate, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    const version = /^.*(?:Chrom|Edge|Brave).*\d+\.\d+\.\d+.*/m.exec(run.stdout ?? '')?.[0]?.trim();
    if (run.status === 0 && version) return { path: candidate, version };
  }
  return null;
}

/** Chromium refuses its sandbox to root; pages here are only our own. */
export function chromiumArgs() {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}

function candidates() {
  if (process.env.CHROMIUM) return [process.env.CHROMIUM];
  return [...(process.platform === 'darwin' ? installedOnMac() : installedOnPath()), ...downloadedByPlaywright()];
}

function installedOnPath() {
  const folders = new Set([
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ]);
  return [...folders]
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => commands.map((name) => path.join(folder, name)));
}

function installedOnMac() {
  const folders = ['/Applications', path.join(os.homedir(), 'Applications')];
  return macApps.flatMap((app) => folders.map((folder) => path.join(folder, app)));
}

function downloadedByPlaywright() {
  const usual = process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright';
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(os.homedir(), usual);
  let builds = [];
  try {
    builds = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  } catch {
    return []; // nothing was ever downloaded
  }
  const newestFirst = builds.toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return newestFirst.flatMap((build) => playwrightBuilds.map((file) => path.join(folder, build, file)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
