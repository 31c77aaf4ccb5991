// `systemctl`, asking the simulated manager. Called by the wrapper in the sandbox: systemctl.mjs <socket> <arguments…>
import net from 'node:net';

const [socketPath = '', ...args] = process.argv.slice(2);
let received = '';

const socket = net.connect(socketPath);
socket.setEncoding('utf8');
socket.once('connect', () => socket.write(`${JSON.stringify({ args })}\n`));
socket.on('data', (/** @type {string} */ chunk) => {
  received += chunk;
});
socket.once('end', () => {
  const { exitCode, stdout = '', stderr = '' } = JSON.parse(received);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
});
socket.once('error', (error) => {
  process.stderr.write(`simulated systemd does not answer: ${error.message}\n`);
  process.exitCode = 69;
});
