import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A gateway that somebody started in a terminal. */
export interface ForegroundGateway {
  /** What was started; the gateway may be its child. */
  readonly launcherPid: number;
  readonly exited: Promise<number | NodeJS.Signals>;
  hasExited(): boolean;
  /** All that it has printed so far. */
  output(): string;
}

export interface GatewayCommand {
  readonly node: string;
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** `openclaw gateway run`. It ends with its home at the latest. */
export function startGateway({ node, entry, env, args = ['gateway', 'run'] }: GatewayCommand): ForegroundGateway {
  const log = path.join(env['HOME'] ?? '', `foreground-${Date.now()}.log`);
  const output = openSync(log, 'a');
  const child = spawn(node, [entry, ...args], { env, cwd: env['HOME'], stdio: ['ignore', output, output] });
  closeSync(output);
  const exited = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 0));
  });
  return {
    launcherPid: child.pid ?? 0,
    exited,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    output: () => readFileSync(log, 'utf8'),
  };
}

/** `/healthz` or `/readyz` as HTTP status; `null` when nothing answers within 2 s. */
export async function askGateway(port: number, route: '/healthz' | '/readyz'): Promise<number | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${route}`, {
      signal: AbortSignal.timeout(2000),
      headers: { connection: 'close' },
    });
    await answer.text();
    return answer.status;
  } catch {
    return null;
  }
}

/** Who listens, told by somebody else than the engine under test. */
export function findListenerPid(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('lsof', ['-t', '-nP', `-iTCP:${port}`, '-sTCP:LISTEN'], (_error, stdout) => {
      const [, pid] = /^(\d+)$/m.exec(stdout) ?? [];
      resolve(pid === undefined ? null : Number(pid));
    });
  });
}

/** Asks twice a second until it is so. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, timeoutMs = 120_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

export const untilReady = (port: number) =>
  until(`ready on ${port}`, async () => (await askGateway(port, '/readyz')) === 200);

export const untilSilent = (port: number) =>
  until(`nothing on ${port}`, async () => (await findListenerPid(port)) === null);
