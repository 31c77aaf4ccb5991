import { totalmem } from 'node:os';
import { delimiter, dirname } from 'node:path';
import psList, { type ProcessDescriptor } from 'ps-list';
import { parsePsLine, psArguments } from '../../core/parse/ps.ts';
import type { Processes, RawProcess } from '../../ports/processes.ts';
import type { Programs } from '../../ports/programs.ts';
import { isAlive, openLifeLine } from './life-line.ts';
import type { ToolPath } from './tools.ts';

const identifyTimeoutMs = 3000;

export interface ProcessesOptions {
  readonly programs: Programs;
  readonly toolPath: ToolPath;
}

export function createProcesses({ programs, toolPath }: ProcessesOptions): Processes {
  return {
    list: async (signal) => {
      const all = await orAborted(listFrom(dirname(toolPath('ps'))), signal);
      return all.flatMap(asRawProcess);
    },
    isAlive,
    follow: openLifeLine,
    identify: (pid) => identify(programs, pid),
    terminate: (pid) => send(pid, 'SIGTERM'),
    kill: (pid) => send(pid, 'SIGKILL'),
  };
}

/**
 * ps-list runs `ps` by its bare name, and again in another way when that failed: for so long the one folder we chose
 * comes first in PATH. Nothing else is started by name here.
 */
async function listFrom(folder: string): Promise<ProcessDescriptor[]> {
  const path = process.env['PATH'] ?? '';
  const chosen = `${folder}${delimiter}`;
  process.env['PATH'] = chosen + path;
  try {
    return await psList();
  } finally {
    // Another list may have begun meanwhile, so only our own part goes.
    process.env['PATH'] = (process.env['PATH'] ?? '').replace(chosen, '');
  }
}

function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new Error('aborted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** ps-list 9 says 0 where it could not read a number; pid 0 is nobody's process, and nobody needs parent 0. */
function asRawProcess(entry: ProcessDescriptor): RawProcess[] {
  if (entry.pid <= 0) return [];
  const startedAt = entry.startTime?.getTime();
  return [
    {
      pid: entry.pid,
      ppid: entry.ppid > 0 ? entry.ppid : null,
      uid: entry.uid ?? null,
      startedAt: startedAt === undefined || Number.isNaN(startedAt) ? null : startedAt,
      name: entry.name,
      commandLine: entry.cmd ?? '',
      cpuPercent: entry.cpu ?? null,
      // A process without memory is a zombie, or a number that could not be read.
      memoryBytes: entry.memory ? Math.round((entry.memory / 100) * totalmem()) : null,
    },
  ];
}

/** Throws when `ps` does not tell; `null` only when it says that there is no such process. */
async function identify(programs: Programs, pid: number): Promise<RawProcess | null> {
  const request = { tool: 'ps', args: psArguments(pid), timeoutMs: identifyTimeoutMs } as const;
  const result = await programs.run(request);
  if (result.kind !== 'exited') throw new Error(`${programs.describe(request)}: ${result.kind}`);
  const lines = result.stdout.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 && result.exitCode === 1) return null;
  const line = lines.map(parsePsLine).find((parsed) => parsed?.pid === pid);
  if (line === undefined || line === null) throw new Error(`${programs.describe(request)}: not understood`);
  const [name = ''] = line.commandLine.split(' ');
  const ppid = line.ppid > 0 ? line.ppid : null;
  return { ...line, ppid, name: name.slice(name.lastIndexOf('/') + 1), cpuPercent: null, memoryBytes: null };
}

function send(pid: number, name: 'SIGTERM' | 'SIGKILL'): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 1) throw new RangeError(`not a process that may be ended: ${pid}`);
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
