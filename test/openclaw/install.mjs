// Puts the real OpenClaw, in the two versions the tests run against, and the Node that runs it into a cache folder.
// Run by `npm run test:openclaw` before the tests; by hand: `node test/openclaw/install.mjs`.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const nodeVersion = '24.21.0';
/** The newest release, and the one that many people of spring 2026 still run. */
export const openClawVersions = /** @type {const} */ (['2026.9.6', '2026.3.13']);
/** @typedef {(typeof openClawVersions)[number]} OpenClawVersion */

const installTimeoutMs = 15 * 60_000;
const cacheFolder = process.env.CLAWTENDER_CACHE ?? path.join(os.homedir(), '.cache', 'clawtender');
const libsignalStandIn = fileURLToPath(new URL('libsignal-stand-in', import.meta.url));

/** Sandboxes lie here and not under a temporary folder: 2026.9.6 rewrites services whose program lies there. */
export const sandboxFolder = path.join(cacheFolder, 'sandboxes');

/** The node executable that runs OpenClaw (2026.9.6 needs 24.16 or newer). */
export const openClawNode = path.join(cacheFolder, 'node24', 'node_modules', 'node', 'bin', 'node');

/** @param {OpenClawVersion} version @returns {string} the root of the installed package */
export function openClawPackage(version) {
  return path.join(cacheFolder, `openclaw-${version}`, 'node_modules', 'openclaw');
}

/**
 * Installs what is missing, one line to `say` for each package; what is complete is left alone.
 *
 * @param {(line: string) => void} say
 */
export async function installOpenClaw(say) {
  await installPackage(say, { name: 'node', version: nodeVersion, folder: 'node24', overrides: {} });
  for (const version of openClawVersions) {
    await installPackage(say, {
      name: 'openclaw',
      version,
      folder: `openclaw-${version}`,
      overrides: version === '2026.3.13' ? overridesOfSpring2026 : {},
    });
  }
}

/** 2026.3.x: libsignal only exists as a git repository, and newer linkedom releases need a package that is gone. */
const overridesOfSpring2026 = { libsignal: 'file:./libsignal-stand-in', linkedom: '0.18.12' };

/** @typedef {{ name: string, version: string, folder: string, overrides: Record<string, string> }} Wanted */

/** @param {(line: string) => void} say @param {Wanted} wanted */
async function installPackage(say, wanted) {
  const folder = path.join(cacheFolder, wanted.folder);
  mkdirSync(folder, { recursive: true });
  // npm links to it, so that a newer one is taken without a new installation.
  if ('libsignal' in wanted.overrides) {
    cpSync(libsignalStandIn, path.join(folder, 'libsignal-stand-in'), { recursive: true });
  }
  if (isComplete(folder, wanted)) return say(`${wanted.name} ${wanted.version}: ready in ${folder}`);
  say(`${wanted.name} ${wanted.version}: installing into ${folder} (some minutes) …`);
  const project = {
    private: true,
    dependencies: { [wanted.name]: wanted.version },
    overrides: wanted.overrides,
  };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(project, null, 2)}\n`);
  await runNpmInstall(folder);
  if (!isComplete(folder, wanted)) throw new Error(`npm finished, but ${wanted.name} is not complete in ${folder}.`);
}

/** npm writes its hidden lockfile last: its presence means that the installation was not interrupted. */
/** @param {string} folder @param {Wanted} wanted */
function isComplete(folder, wanted) {
  const manifest = path.join(folder, 'node_modules', wanted.name, 'package.json');
  if (!existsSync(manifest) || !existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) return false;
  return JSON.parse(readFileSync(manifest, 'utf8')).version === wanted.version;
}

/** @param {string} cwd @returns {Promise<void>} */
function runNpmInstall(cwd) {
  const options = { cwd, timeout: installTimeoutMs, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], options, (error, _stdout, stderr) => {
      if (error === null) return resolve();
      reject(new Error(`npm install failed in ${cwd}: ${stderr.trim() || error.message}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await installOpenClaw((line) => console.log(line));
}
