// Ends every process of a sandbox's home, then removes the home, when whoever started this is gone (stdin closes).
// sandbox-guard.mjs <home>
import { rmSync } from 'node:fs';
import { endProcessesOfHome } from '../simulated-macos/leftovers.mjs';

const home = process.argv[2] ?? '';
process.stdin.resume();
process.stdin.once('close', () => void cleanUp());

async function cleanUp() {
  await endProcessesOfHome(home);
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
