import { execFile, type ExecFileException } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { writeOpenClawArgv } from '../../core/openclaw-argv.ts';
import type { OpenClawRequest, ProgramRequest, ProgramResult, Programs } from '../../ports/programs.ts';
import { openClawEnvironment, toolEnvironment } from './child-environment.ts';
import type { ToolPath } from './tools.ts';

const defaultMaxOutputBytes = 4 * 1024 * 1024;

export interface ProgramsOptions {
  readonly toolPath: ToolPath;
  readonly variables: NodeJS.ProcessEnv;
}

/** The only place that starts a program. */
export function createPrograms({ toolPath, variables }: ProgramsOptions): Programs {
  return {
    run: (request, signal) => run(toolPath(request.tool), toolEnvironment(request.tool, variables), request, signal),
    runOpenClaw: (request) => runOpenClaw(request, variables),
    describe: ({ tool, args }) => [tool, ...args].map(quoteForShell).join(' '),
  };
}

function runOpenClaw(request: OpenClawRequest, variables: NodeJS.ProcessEnv): Promise<ProgramResult> {
  const [path, ...args] = writeOpenClawArgv(request);
  const [entryPath = ''] = args;
  if (!isAbsolute(path) || !isAbsolute(entryPath)) {
    return Promise.resolve({ kind: 'failed', message: 'Node and program must be named by absolute paths' });
  }
  const env = openClawEnvironment(path, variables, request.stateDir);
  return run(path, env, { args, timeoutMs: request.timeoutMs }, undefined);
}

function run(
  path: string,
  env: Record<string, string>,
  request: Omit<ProgramRequest, 'tool'>,
  signal: AbortSignal | undefined,
): Promise<ProgramResult> {
  const startedAt = performance.now();
  const options = {
    cwd: '/',
    env,
    encoding: 'buffer' as const,
    timeout: request.timeoutMs,
    // A hanging launchctl does not listen to SIGTERM.
    killSignal: 'SIGKILL' as const,
    maxBuffer: request.maxOutputBytes ?? defaultMaxOutputBytes,
    ...(signal === undefined ? {} : { signal }),
  };
  return new Promise((resolve) => {
    const finish = (error: ExecFileException | null, stdout: Buffer, stderr: Buffer): void => {
      const durationMs = Math.round(performance.now() - startedAt);
      resolve(
        error === null
          ? { kind: 'exited', exitCode: 0, stdout: stdout.toString(), stderr: stderr.toString(), durationMs }
          : resultOfError(error, path, stdout, stderr, durationMs),
      );
    };
    try {
      execFile(path, [...request.args], options, finish).stdin?.end();
    } catch (error) {
      // Node throws at once for arguments that no program can be given (a NUL character, a list that is too long).
      resolve({ kind: 'failed', message: String(error) });
    }
  });
}

function resultOfError(
  error: ExecFileException,
  path: string,
  stdout: Buffer,
  stderr: Buffer,
  durationMs: number,
): ProgramResult {
  const { code } = error as { code?: unknown };
  if (typeof code === 'number') {
    return { kind: 'exited', exitCode: code, stdout: stdout.toString(), stderr: stderr.toString(), durationMs };
  }
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { kind: 'flooded', durationMs };
  if (code === 'ABORT_ERR' || error.killed === true) return { kind: 'timed-out', durationMs };
  if (typeof error.signal === 'string') return { kind: 'signalled', signal: error.signal, durationMs };
  if (code === 'ENOENT') return { kind: 'missing', path };
  return { kind: 'failed', message: error.message };
}

function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
