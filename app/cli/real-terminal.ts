import process from 'node:process';
import type { Terminal } from './terminal.ts';

/** This process's own terminal. */
export function createTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const ended = new AbortController();
  // `clawtender watch | head -1`: nobody reads any more, and that is no fault.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    ended.abort();
  });
  return {
    out: (text) => void (ended.signal.aborted || stdout.write(text)),
    err: (text) => void stderr.write(text),
    canAsk: stdin.isTTY && stderr.isTTY,
    hasColor: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    ask,
    untilInterrupted: () => untilInterrupted(ended),
  };
}

function untilInterrupted(ended: AbortController): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.abort());
  return new Promise((resolve) => {
    if (ended.signal.aborted) resolve();
    else ended.signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** On standard error: standard output belongs to the result. */
async function ask(question: string): Promise<string | null> {
  const { createInterface } = await import('node:readline');
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    reader.once('close', () => resolve(null));
    reader.question(`${question} `, (answer) => {
      resolve(answer);
      reader.close();
    });
  });
}
