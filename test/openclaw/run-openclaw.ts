import { execFile } from 'node:child_process';

export interface OpenClawRun {
  readonly exitCode: number | string;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout from the first `{` to the last `}`, as the official app reads it. */
  readonly json: Record<string, unknown> | null;
}

/** One call of the official command line, in an environment of its own. */
export function runOpenClaw(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<OpenClawRun> {
  const options = { env, timeout: 150_000, maxBuffer: 16 * 1024 * 1024 };
  return new Promise((resolve) => {
    const child = execFile(file, args, options, (error, stdout, stderr) => {
      resolve({
        exitCode: error === null ? 0 : (error.code ?? error.signal ?? 'unknown'),
        stdout,
        stderr,
        json: parseJson(stdout),
      });
    });
    child.stdin?.end();
  });
}

function parseJson(stdout: string): Record<string, unknown> | null {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1)) as Record<string, unknown>;
  } catch {
    return null;
  }
}
