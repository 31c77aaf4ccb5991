// `launchctl`, asking the simulated launchd. Called by the wrapper in the sandbox: launchctl.mjs <socket> <arguments…>
import net from 'node:net';
import { pourOut } from './flood.mjs';

const [socketPath = '', ...args] = process.argv.slice(2);
let received = '';

const socket = net.connect(socketPath);
socket.setEncoding('utf8');
socket.once('connect', () => socket.write(`${JSON.stringify({ args })}\n`));
socket.on('data', (/** @type {string} */ chunk) => {
  received += chunk;
});
socket.once('end', () => {
  const { exitCode, stdout = '', stderr = '', flood = false } = JSON.parse(received);
  if (flood) return pourOut();
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
});
socket.once('error', (error) => {
  process.stderr.write(`simulated launchd does not answer: ${error.message}\n`);
  process.exitCode = 69;
});
