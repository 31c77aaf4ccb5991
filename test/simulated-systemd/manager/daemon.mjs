// The simulated user manager. `node daemon.mjs <home> <socket>`: answers on the socket and really runs the units. It
// ends, with all of them, when asked to or when whoever started it is gone (its stdin closes).
import net from 'node:net';
import { endProcessesOfHome } from '../../simulated-macos/leftovers.mjs';
import { destroyUnit } from './unit.mjs';
import { verbs } from './verbs.mjs';

/** @import { Answer, Manager } from '../types.ts' */

const [home = '', socketPath = ''] = process.argv.slice(2);
/** @type {Manager} */
const manager = { home, bootedAt: Date.now() - 3_600_000, units: new Map(), environment: new Map() };

/** @param {readonly string[]} args @returns {Promise<Answer>} */
async function answer(args) {
  const options = args.filter((argument) => argument.startsWith('-'));
  const [verbName = '', ...names] = args.filter((argument) => !argument.startsWith('-'));
  // The machine's own manager knows nothing of OpenClaw, and neither does another person's.
  if (args.includes('--version')) return { exitCode: 0, stdout: 'systemd 257 (257.9)\n' };
  if (!options.includes('--user')) return answerForMachine(verbName, names);
  const verb = verbs[verbName];
  if (verb === undefined) return { exitCode: 64, stderr: `Unknown command verb '${verbName}'.\n` };
  return verb(manager, { names, options });
}

/** @param {string} verbName @param {readonly string[]} names @returns {Answer} */
function answerForMachine(verbName, names) {
  const nobody = { ...manager, home: '/nonexistent', units: new Map() };
  if (verbName === 'show') return /** @type {Answer} */ (verbs['show']?.(nobody, { names, options: [] }));
  if (verbName === 'is-enabled') return { exitCode: 4, stdout: 'not-found\n' };
  if (verbName === 'is-system-running') return { exitCode: 0, stdout: 'running\n' };
  return { exitCode: 4, stderr: `Failed to ${verbName}: Access denied\n` };
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

/** @param {net.Socket} socket @param {string} line */
async function serve(socket, line) {
  const reply = await answer(JSON.parse(line).args).catch((/** @type {Error} */ error) => {
    return { exitCode: 70, stderr: `simulated systemd: ${error.message}\n` };
  });
  socket.end(JSON.stringify(reply));
}

async function end() {
  await Promise.all([...manager.units.values()].map(destroyUnit));
  await endProcessesOfHome(home);
  process.exit(0);
}

server.listen(socketPath, () => process.stdout.write('ready\n'));
process.stdin.resume();
process.stdin.once('close', () => void end());
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.once(signal, () => void end());
