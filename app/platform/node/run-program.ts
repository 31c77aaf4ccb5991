import { execFile, type ExecFileException } from 'node:child_process';
import type { ProgramRequest, ProgramResult, Programs, ToolName } from '../../ports/programs.ts';
import type { ToolPath } from './tools.ts';

const defaultMaxOutputBytes = 4 * 1024 * 1024;

/** The session's address: without it `systemctl --user` finds no manager. */
const sessionVariables = ['HOME', 'USER', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'];
/** The desktop's address: without it `xdg-open` finds no browser. */
const desktopVariables = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_CURRENT_DESKTOP',
  'XDG_DATA_DIRS',
  'BROWSER',
];

export interface ProgramsOptions {
  readonly toolPath: ToolPath;
  readonly variables: NodeJS.ProcessEnv;
}

/** The only place that starts a program. */
export function createPrograms({ toolPath, variables }: ProgramsOptions): Programs {
  return {
    run: (request, signal) => run(toolPath(request.tool), childEnvironment(request.tool, variables), request, signal),
    describe: ({ tool, args }) => [tool, ...args].map(quoteForShell).join(' '),
  };
}

function run(
  path: string,
  env: Record<string, string>,
  request: ProgramRequest,
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

/** Nothing of our own environment but what the tool needs: tokens and OPENCLAW_* settings stay here. */
function childEnvironment(tool: ToolName, variables: NodeJS.ProcessEnv): Record<string, string> {
  const names = tool === 'xdg-open' ? [...sessionVariables, ...desktopVariables] : sessionVariables;
  const kept = names.flatMap((name) => {
    const value = variables[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
    LC_ALL: 'C',
    LANG: 'C',
    ...Object.fromEntries(kept),
    // `ps` prints start times in the local zone, which is ambiguous for an hour each autumn.
    ...(tool === 'ps' ? { TZ: 'UTC' } : {}),
  };
}

function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
