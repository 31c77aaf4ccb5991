// A user manager of one's own: a home, a `systemctl` that answers like systemd's, and a daemon that runs the units.
import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unitFolder } from './manager/unit-file.mjs';

/** @import { Answer } from './types.ts' */

const here = path.dirname(fileURLToPath(import.meta.url));
const defaultParent = path.resolve(here, '..', '..', '.cache', 'simulated-systemd');

/**
 * @typedef {object} SimulatedSystemd
 * @property {string} root
 * @property {string} home
 * @property {string} toolsDir
 * @property {string} unitFolder the user's own; exists
 * @property {Readonly<Record<string, string>>} env for the command line of Clawtender
 * @property {(...args: string[]) => Promise<Required<Answer>>} systemctl `systemctl --user …`
 * @property {() => Promise<void>} close ends every unit and removes the folder
 */

/** @param {{ parent?: string }} [options] @returns {Promise<SimulatedSystemd>} */
export async function createSimulatedSystemd({ parent = defaultParent } = {}) {
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(path.join(parent, `systemd-${process.pid}-`));
  // A socket's path must be short, however deep the checkout lies.
  const socketFolder = mkdtempSync(path.join(os.tmpdir(), 'clawtender-systemd-'));
  const socketPath = path.join(socketFolder, 'socket');
  const home = path.join(root, 'home', 'alice');
  const toolsDir = path.join(root, 'tools');
  for (const folder of [unitFolder(home), toolsDir, path.join(home, 'tmp'), path.join(home, 'run')])
    mkdirSync(folder, { recursive: true });
  writeTool(toolsDir, socketPath);
  const end = await startDaemon(home, socketPath);
  return {
    root,
    home,
    toolsDir,
    unitFolder: unitFolder(home),
    env: { HOME: home, CLAWTENDER_TOOLS_DIR: toolsDir, CLAWTENDER_SYSTEM_ROOT: root },
    systemctl: (...args) => run(path.join(toolsDir, 'systemctl'), ['--user', ...args]),
    close: async () => {
      await end();
      for (const folder of [root, socketFolder]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** @param {string} toolsDir @param {string} socketPath */
function writeTool(toolsDir, socketPath) {
  const script = path.join(here, 'tools', 'systemctl.mjs');
  const file = path.join(toolsDir, 'systemctl');
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${script}' '${socketPath}' "$@"\n`);
  chmodSync(file, 0o755);
}

/** The daemon lives as long as its stdin is open: it cannot outlive this process. */
/** @param {string} home @param {string} socketPath @returns {Promise<() => Promise<void>>} */
async function startDaemon(home, socketPath) {
  const child = spawn(process.execPath, [path.join(here, 'manager', 'daemon.mjs'), home, socketPath], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`The simulated systemd ended at once (${code}).`)));
  });
  child.unref();
  return () => {
    child.ref();
    child.stdin.end();
    return ended;
  };
}

/** @param {string} file @param {readonly string[]} args @returns {Promise<Required<Answer>>} */
function run(file, args) {
  return new Promise((resolve) => {
    execFile(file, [...args], (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code ?? 70), stdout, stderr });
    });
  });
}
