import type { Listener } from '../model/process.ts';

/** The arguments that make `lsof` print what `parseListeners` reads. */
export function listenerArguments(port: number): readonly string[] {
  return ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpcn'];
}

/**
 * Output of `lsof -nP -iTCP:<port> -sTCP:LISTEN -Fpcn` (Apple's lsof 4.91 and Linux 4.9x): a `p` record per process,
 * then `c` and, per open file, `f` (always there) and `n`. One pid is one listener, whatever it listens on.
 * `null` when a line fits no record: then nothing is known.
 */
export function parseListeners(output: string): readonly Listener[] | null {
  const listeners = new Map<number, { command: string | null; addresses: string[] }>();
  let current: { command: string | null; addresses: string[] } | null = null;
  for (const line of output.split('\n')) {
    if (line === '') continue;
    const value = line.slice(1);
    if (line.startsWith('p')) {
      if (!/^\d+$/.test(value)) return null;
      const pid = Number(value);
      current = listeners.get(pid) ?? { command: null, addresses: [] };
      listeners.set(pid, current);
    } else if (current === null || !/^[a-zA-Z]/.test(line)) {
      return null;
    } else if (line.startsWith('c')) {
      current.command = value;
    } else if (line.startsWith('n') && !current.addresses.includes(value)) {
      current.addresses.push(value);
    }
  }
  return [...listeners].map(([pid, { command, addresses }]) => ({ pid, command, addresses }));
}
