// The simulated launchd. `node daemon.mjs <root>`: answers on the socket named in <root>/machine.json and really runs
// the jobs. It ends, with all its jobs, when asked to or when whoever started it is gone (its stdin closes).
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { endProcessesOfHome } from '../leftovers.mjs';
import { readQuirks } from '../quirks.mjs';
import { loadDisabled } from './overrides.mjs';
import { logIn, logOut, switchOff } from './session.mjs';
import { verbs } from './verbs.mjs';

/** @import { Answer, ControlRequest, Machine } from '../types.ts' */

const root = process.argv[2] ?? '';
/** @type {Machine} */
const machine = {
  file: JSON.parse(readFileSync(path.join(root, 'machine.json'), 'utf8')),
  root,
  jobs: new Map(),
  disabled: loadDisabled(root),
  sessionEnvironment: new Map(),
  loggedIn: true,
};

/** @typedef {{ args: readonly string[] } | ControlRequest} Request */

/** @param {Request} request @returns {Promise<Answer & { flood?: boolean }>} */
async function answer(request) {
  if ('control' in request) return control(request);
  const [name = '', ...args] = request.args;
  const quirks = readQuirks(root).launchctl ?? {};
  if (quirks.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, quirks.delayMs));
  if (quirks.hang?.includes(name) === true) return new Promise(() => {});
  if (quirks.flood?.includes(name) === true) return { exitCode: 0, flood: true };
  const literal = quirks.override?.[name];
  if (literal !== undefined) return literal;
  const verb = verbs[name];
  if (verb === undefined) return { exitCode: 64, stderr: `Unrecognized subcommand: ${name}\n` };
  return verb(machine, args, quirks);
}

/** @param {ControlRequest} request @returns {Promise<Answer>} */
async function control(request) {
  if (request.control === 'launchctl') return answer({ args: request.args });
  if (request.control === 'logout') logOut(machine);
  if (request.control === 'login') logIn(machine);
  return { exitCode: 0 };
}

/** No process of this Mac may outlive it. */
async function end() {
  await switchOff(machine);
  await endProcessesOfHome(machine.file.home);
  process.exit(0);
}

/** @param {net.Socket} socket @param {string} line */
async function serve(socket, line) {
  const reply = await answer(JSON.parse(line)).catch((/** @type {Error} */ error) => {
    return { exitCode: 70, stderr: `simulated launchd: ${error.message}\n` };
  });
  socket.end(JSON.stringify(reply));
}

const server = net.createServer((socket) => {
  let received = '';
  socket.setEncoding('utf8');
  socket.on('error', () => {});
  socket.on('data', (/** @type {string} */ chunk) => {
    received += chunk;
    if (received.endsWith('\n')) void serve(socket, received);
  });
});

server.listen(machine.file.socketPath, () => process.stdout.write('ready\n'));
process.stdin.resume();
process.stdin.once('close', () => void end());
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.once(signal, () => void end());
