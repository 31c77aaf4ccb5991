// Takes the transcripts that the parsers are tested with anew, on a real Mac, and asks the parsers whether they still
// understand them. Reads only. `node test/recorder/record-mac.mjs [--out <folder>]`; see README.md beside it.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { redactTranscript } from './redact-transcript.mjs';

/** @typedef {{ exitCode: number, stdout: string, stderr: string }} Output */
/** @typedef {{ name: string, command: readonly string[] }} Recording one file; the command's first word is a tool */
/** @typedef {{ pid: number, port: number, labels: Readonly<Record<string, string>> }} Expected for the parsers' test */

const here = path.dirname(fileURLToPath(import.meta.url));
const checkout = path.resolve(here, '..', '..');
const deadlineMs = 20_000;
const toolFolders = ['/bin', '/usr/bin', '/usr/sbin', '/sbin'];
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: path.join(checkout, '.cache', 'recording') },
    /** For the test of this script: stand-ins instead of the system's tools. */
    tools: { type: 'string' },
    /** Small, on every Mac, and nobody's secret. */
    plist: { type: 'string', default: '/System/Library/LaunchAgents/com.apple.Finder.plist' },
    uid: { type: 'string', default: String(process.getuid?.() ?? 501) },
  },
});

if (process.platform !== 'darwin' && options.tools === undefined) {
  console.error('The recorder needs a Mac; this is not one.');
  process.exit(2);
}
process.exitCode = await record();

/** @returns {Promise<number>} exit code */
async function record() {
  mkdirSync(options.out, { recursive: true });
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  const domain = `gui/${options.uid}`;
  const labels = await chooseLabels(domain);
  for (const recording of listRecordings(domain, labels, port)) await take(recording);
  /** @type {Expected} */
  const expected = { pid: process.pid, port, labels };
  writeFileSync(path.join(options.out, 'expected.json'), JSON.stringify(expected, null, 2));
  const exitCode = await askParsers();
  server.close();
  return exitCode;
}

/** Jobs of Apple's that every session has: one that runs, one that does not. @param {string} domain */
async function chooseLabels(domain) {
  const { stdout } = await run(['launchctl', 'list']);
  const rows = stdout.split('\n').map((line) => line.split('\t'));
  const find = (/** @type {boolean} */ running) =>
    rows.find(([pid, , label]) => label?.startsWith('com.apple.') === true && (pid !== '-') === running)?.[2];
  const labels = { running: find(true), resting: find(false) };
  /** @type {Record<string, string>} */
  const known = {};
  for (const [kind, label] of Object.entries(labels)) {
    if (label !== undefined && (await run(['launchctl', 'print', `${domain}/${label}`])).exitCode === 0)
      known[kind] = label;
  }
  return known;
}

/** @param {string} domain @param {Readonly<Record<string, string>>} labels @param {number} port @returns {Recording[]} */
function listRecordings(domain, labels, port) {
  const ps = ['-ww', '-o', 'pid=,ppid=,uid=,lstart=,command=', '-p', String(process.pid)];
  const ofLabels = Object.entries(labels).map(([kind, label]) => ({
    name: `launchctl-print-${kind}`,
    command: ['launchctl', 'print', `${domain}/${label}`],
  }));
  return [
    { name: 'sw_vers', command: ['sw_vers'] },
    { name: 'launchctl-managername', command: ['launchctl', 'managername'] },
    { name: 'launchctl-list', command: ['launchctl', 'list'] },
    { name: 'launchctl-print-domain', command: ['launchctl', 'print', domain] },
    { name: 'launchctl-print-disabled', command: ['launchctl', 'print-disabled', domain] },
    { name: 'launchctl-print-not-found', command: ['launchctl', 'print', `${domain}/com.example.clawtender.missing`] },
    { name: 'launchctl-print-no-domain', command: ['launchctl', 'print', 'gui/99999/com.example.clawtender.missing'] },
    ...ofLabels,
    { name: 'lsof-listening', command: ['lsof', '-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpcn'] },
    { name: 'lsof-nothing', command: ['lsof', '-nP', '-iTCP:1', '-sTCP:LISTEN', '-Fpcn'] },
    { name: 'ps-own', command: ['ps', ...ps] },
    { name: 'netstat', command: ['netstat', '-anv', '-p', 'tcp'] },
    { name: 'plutil', command: ['plutil', '-convert', 'xml1', '-o', '-', '--', options.plist] },
  ];
}

/** @param {Recording} recording */
async function take({ name, command }) {
  const { exitCode, stdout, stderr } = await run(command);
  writeFileSync(path.join(options.out, `${name}.stdout.txt`), redactTranscript(stdout));
  writeFileSync(path.join(options.out, `${name}.stderr.txt`), redactTranscript(stderr));
  writeFileSync(path.join(options.out, `${name}.exit.txt`), `${exitCode}\n`);
  console.log(`${name}: ${command.join(' ')} → ${exitCode}`);
}

/** @param {readonly string[]} command @returns {Promise<Output>} */
function run([tool = '', ...args]) {
  const folders = options.tools === undefined ? toolFolders : [options.tools];
  const file = folders.map((folder) => path.join(folder, tool)).find((candidate) => existsSync(candidate));
  if (file === undefined)
    return Promise.resolve({ exitCode: 127, stdout: '', stderr: `${tool}: not on this machine\n` });
  const environment = { env: { LC_ALL: 'C', TZ: 'UTC' }, timeout: deadlineMs, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(file, args, environment, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exitCode, stdout, stderr });
    });
  });
}

/** @returns {Promise<number>} exit code of the parsers' test */
function askParsers() {
  const vitest = path.join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', path.join(here, 'vitest.config.ts')];
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    stdio: 'inherit',
    env: { ...process.env, CLAWTENDER_RECORDING: path.resolve(options.out) },
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
