import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StatusReport } from '../../app/core/model/report.ts';
import type { GatewayState } from '../../app/core/model/state.ts';

const commandLine = fileURLToPath(new URL('../../out/cli/clawtender.js', import.meta.url));

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built `clawtender …`, in a shell-like environment. */
export function clawtender(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
  const options = { env: withPath(env), timeout: 420_000 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [commandLine, ...args], options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === 'number') return resolve({ exitCode, stdout, stderr });
      reject(new Error(`clawtender ${args.join(' ')}: ${error?.message ?? ''}\n${stderr}`));
    });
  });
}

/** The same, where it must end well; what it told otherwise. */
export async function clawtenderWell(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
  const run = await clawtender(env, ...args);
  if (run.exitCode !== 0) throw new Error(`clawtender ${args.join(' ')}: ${run.exitCode}\n${run.stdout}${run.stderr}`);
  return run;
}

export async function readStatus(env: Readonly<Record<string, string>>, ...args: string[]): Promise<StatusReport> {
  const { stdout, stderr } = await clawtender(env, 'status', '--json', ...args);
  if (!stdout.startsWith('{')) throw new Error(`No report: ${stdout}${stderr}`);
  return JSON.parse(stdout) as StatusReport;
}

/** Looking all the time would take the processor from the gateway that is to start. */
export const betweenLooks = () => new Promise((resolve) => setTimeout(resolve, 500));

/** Looks again and again until the state is the wanted one; tells every state seen on the way. */
export async function followStatus(
  env: Readonly<Record<string, string>>,
  wanted: GatewayState,
  timeoutMs = 120_000,
): Promise<{ readonly report: StatusReport; readonly seen: readonly GatewayState[] }> {
  const deadline = Date.now() + timeoutMs;
  const seen: GatewayState[] = [];
  for (;;) {
    const report = await readStatus(env);
    if (seen.at(-1) !== report.state) seen.push(report.state);
    if (report.state === wanted) return { report, seen };
    if (Date.now() > deadline) throw new Error(`Never ${wanted}, but ${seen.join(', ')}: ${report.summary}`);
    await betweenLooks();
  }
}

export interface Watch {
  readonly reports: readonly StatusReport[];
  /** Resolves with the first report after now whose state is `wanted`. */
  next(wanted: GatewayState, timeoutMs?: number): Promise<StatusReport>;
  /** The same for any property. */
  nextThat(isWanted: (report: StatusReport) => boolean, timeoutMs?: number): Promise<StatusReport>;
  close(): void;
}

/** `clawtender watch --json`, line by line. */
export function startWatch(env: Readonly<Record<string, string>>): Watch {
  const child: ChildProcess = spawn(process.execPath, [commandLine, 'watch', '--json'], {
    env: withPath(env),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const reports: StatusReport[] = [];
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) reports.push(JSON.parse(line) as StatusReport);
  });
  const nextThat: Watch['nextThat'] = async (isWanted, timeoutMs = 120_000) => {
    const from = reports.length;
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const report = reports.slice(from).find(isWanted);
      if (report !== undefined) return report;
      if (Date.now() > deadline) throw new Error(`It never came: ${reports.map(({ state }) => state).join(', ')}`);
      // Short, so that a measured latency is the app's and not this loop's.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    reports,
    nextThat,
    next: (wanted, timeoutMs) => nextThat(({ state }) => state === wanted, timeoutMs),
    close: () => void child.kill('SIGTERM'),
  };
}

function withPath(env: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: '/usr/bin:/bin', LANG: 'en_US.UTF-8', ...env };
}

/** The codes of what was found, in order. */
export function codesOf({ findings }: StatusReport): readonly string[] {
  return findings.map(({ code }) => code);
}
