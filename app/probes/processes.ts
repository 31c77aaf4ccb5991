import { known } from '../core/model/reading.ts';
import type { ProcessEntry } from '../core/model/process.ts';
import { deriveProcessRole } from '../core/parse/process-role.ts';
import { redactCommandLine } from '../core/redact.ts';
import type { RawProcess } from '../ports/processes.ts';
import type { Probe } from './probe.ts';

const maxCommandLine = 2_000;

/** All processes, with what their command lines suggest. Those that concern nobody here keep none. */
export const processesProbe: Probe<readonly ProcessEntry[]> = {
  name: 'processes',
  deadlineMs: 6_000,
  async read({ ports, signal }) {
    const all = await ports.processes.list(signal);
    return known(all.map(describe), ports.clock.now());
  },
};

function describe({ commandLine, ...rest }: RawProcess): ProcessEntry {
  const role = deriveProcessRole(commandLine, rest.name);
  const shown = role === 'other' ? '' : redactCommandLine(commandLine).slice(0, maxCommandLine);
  return { ...rest, commandLine: shown, role };
}
