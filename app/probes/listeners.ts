import { known, unknown } from '../core/model/reading.ts';
import type { Listener } from '../core/model/process.ts';
import type { ExpectedPort } from '../core/model/snapshot.ts';
import { listenerArguments, parseListeners } from '../core/parse/lsof.ts';
import { redactText } from '../core/redact.ts';
import type { Probe } from './probe.ts';
import { unfinishedProgram } from './unreadable.ts';

const timeoutMs = 5_000;

/**
 * Who listens on the expected port, by `lsof`. It cannot see other users' processes and says nothing of them: an
 * empty list means "none, or not visible". Never `absent`.
 */
export const listenersProbe: Probe<readonly Listener[], { readonly port: ExpectedPort }> = {
  name: 'listeners',
  deadlineMs: timeoutMs + 500,
  async read({ ports, signal }, { port: { port } }) {
    const request = { tool: 'lsof', args: listenerArguments(port), timeoutMs } as const;
    const result = await ports.programs.run(request, signal);
    const readAt = ports.clock.now();
    const command = ports.programs.describe(request);
    if (result.kind !== 'exited') return unfinishedProgram(result, command, readAt);
    const complaint = complaintIn(result.stderr);
    if (result.stdout.trim() === '' && complaint !== null) {
      return unknown('tool-failed', redactText(`${command}: ${complaint}`), readAt);
    }
    // lsof exits with 1 when it found nothing, and also when it found only some of what it looked for.
    const listeners = result.exitCode <= 1 ? parseListeners(result.stdout) : null;
    return listeners === null
      ? unknown('not-understood', `${command}: exit code ${result.exitCode}`, readAt)
      : known(listeners, readAt);
  },
};

/** Warnings about file systems that it could not look at are no failure of a look at ports. */
function complaintIn(stderr: string): string | null {
  const lines = stderr.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => line !== '' && !/WARNING|Output information may be incomplete|assuming /i.test(line)) ?? null
  );
}
