// A Mac of one's own: a folder with a home, tools that behave like a Mac's, and a launchd that runs the jobs.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeQuirks } from './quirks.mjs';

/** @import { Answer, ControlRequest, Flavour, MachineFile, Quirks } from './types.ts' */

const here = path.dirname(fileURLToPath(import.meta.url));
const defaultParent = path.resolve(here, '..', '..', '.cache', 'simulated-macos');

/**
 * @typedef {object} SimulatedMacOptions
 * @property {Flavour} [flavour] default `macos-27`
 * @property {number} [uid] default this process's; `clawtender` looks for `gui/<its own uid>`
 * @property {string} [homeName] name of the home folder, default `alice`
 * @property {string} [parent] where to put its folder, default in the checkout's `.cache`
 */

/**
 * @typedef {object} SimulatedMac
 * @property {string} root
 * @property {string} home
 * @property {string} toolsDir
 * @property {string} systemRoot where `/Library` lies
 * @property {string} domain `gui/<uid>`
 * @property {string} launchAgents the user's folder; exists
 * @property {Readonly<Record<string, string>>} env for the command line of Clawtender
 * @property {(...args: string[]) => Promise<Required<Answer>>} launchctl
 * @property {(quirks: Quirks) => void} setQuirks replaces all quirks
 * @property {() => Promise<void>} logOut
 * @property {() => Promise<void>} logIn
 * @property {() => Promise<void>} close ends every job and removes the folder
 */

/** @param {SimulatedMacOptions} [options] @returns {Promise<SimulatedMac>} */
export async function createSimulatedMac(options = {}) {
  const { flavour = 'macos-27', uid = process.getuid?.() ?? 501, homeName = 'alice', parent = defaultParent } = options;
  removeAbandonedSandboxes(parent);
  const root = mkdtempSync(path.join(parent, `mac-${process.pid}-`));
  // A socket's path must be short, however deep the checkout lies.
  const socketFolder = mkdtempSync(path.join(os.tmpdir(), 'clawtender-launchd-'));
  const home = path.join(root, 'Users', homeName);
  const toolsDir = path.join(root, 'tools');
  const launchAgents = path.join(home, 'Library', 'LaunchAgents');
  for (const folder of [launchAgents, toolsDir, path.join(root, 'Library'), path.join(root, 'tmp')])
    mkdirSync(folder, { recursive: true });
  /** @type {MachineFile} */
  const machine = { flavour, uid, home, socketPath: path.join(socketFolder, 'socket') };
  writeFileSync(path.join(root, 'machine.json'), JSON.stringify(machine));
  writeQuirks(root, {});
  writeTools(toolsDir, root, machine.socketPath);
  const daemon = await startDaemon(root);
  /** @param {ControlRequest} request */
  const ask = (request) => askDaemon(machine.socketPath, request);
  return {
    root,
    home,
    toolsDir,
    systemRoot: root,
    domain: `gui/${uid}`,
    launchAgents,
    env: {
      HOME: home,
      CLAWTENDER_PLATFORM: 'darwin',
      CLAWTENDER_TOOLS_DIR: toolsDir,
      CLAWTENDER_SYSTEM_ROOT: root,
    },
    launchctl: (...args) => ask({ control: 'launchctl', args }),
    setQuirks: (quirks) => writeQuirks(root, quirks),
    logOut: async () => void (await ask({ control: 'logout' })),
    logIn: async () => void (await ask({ control: 'login' })),
    close: async () => {
      await daemon.end();
      for (const folder of [root, socketFolder]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A test run that crashed took its daemon with it, but left its folder. @param {string} parent */
function removeAbandonedSandboxes(parent) {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const owner = Number(/^mac-(\d+)-/.exec(name)?.[1]);
    if (Number.isInteger(owner) && !isAlive(owner)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} toolsDir @param {string} root @param {string} socketPath */
function writeTools(toolsDir, root, socketPath) {
  writeTool(toolsDir, 'launchctl', [socketPath]);
  writeTool(toolsDir, 'lsof', [root]);
  writeTool(toolsDir, 'ps', [root]);
  writeTool(toolsDir, 'plutil', []);
}

/** What a tool must know stands in the wrapper: callers hand on little of their environment. */
/** @param {string} toolsDir @param {string} name @param {readonly string[]} args */
function writeTool(toolsDir, name, args) {
  const command = [process.execPath, path.join(here, 'tools', `${name}.mjs`), ...args].map(quote).join(' ');
  const file = path.join(toolsDir, name);
  writeFileSync(file, `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(file, 0o755);
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The daemon lives as long as its stdin is open: it cannot outlive this process. @param {string} root */
async function startDaemon(root) {
  const script = path.join(here, 'launchd', 'daemon.mjs');
  const child = spawn(process.execPath, [script, root], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`The simulated launchd ended at once (${code}).`)));
  });
  child.unref();
  /** @type {net.Socket} */ (/** @type {unknown} */ (child.stdout)).unref();
  const end = () => {
    child.ref();
    child.stdin.end();
    return ended;
  };
  return { end };
}

/** @param {string} socketPath @param {ControlRequest} request @returns {Promise<Required<Answer>>} */
function askDaemon(socketPath, request) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(socketPath, () => socket.write(`${JSON.stringify(request)}\n`));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (/** @type {string} */ chunk) => {
      received += chunk;
    });
    socket.once('error', reject);
    socket.once('end', () => {
      if (received === '') return reject(new Error('The simulated launchd ended before it answered.'));
      resolve({ stdout: '', stderr: '', ...JSON.parse(received) });
    });
  });
}
