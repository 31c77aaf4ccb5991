import { spawnSync } from 'node:child_process';
import { readQuirks } from '../quirks.mjs';
import { pourOut } from './flood.mjs';

/** Longer than any deadline, and still an end. */
const hangMs = 120_000;

/**
 * Runs the machine's own tool and lets `rewrite` turn its output into a Mac's; misbehaves where a test asked for it.
 *
 * @param {string} root
 * @param {'lsof' | 'ps'} tool
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {(stdout: string) => { stdout: string, exitCode?: number }} rewrite
 */
export async function runRewritten(root, tool, executable, args, rewrite) {
  const quirks = readQuirks(root)[tool] ?? {};
  if (quirks.flood === true) return pourOut();
  const delayMs = quirks.hang === true ? hangMs : (quirks.delayMs ?? 0);
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  const result = spawnSync(executable, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.error !== undefined) throw result.error;
  const { stdout, exitCode = result.status ?? 1 } = rewrite(result.stdout);
  process.stdout.write(stdout);
  process.stderr.write(result.stderr);
  process.exitCode = exitCode;
}
