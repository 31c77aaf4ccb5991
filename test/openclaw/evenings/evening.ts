import { existsSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { PlanReport, RunReport } from '../../../app/cli/repair-report.ts';
import type { StatusReport } from '../../../app/core/model/report.ts';
import { clawtender, codesOf, type Run, followStatus, readStatus } from '../clawtender.ts';
import { askGateway, findListenerPid, type ForegroundGateway, until, untilReady } from '../gateways.ts';
import type { OpenClawVersion } from '../install.mjs';
import type { OpenClawRun } from '../run-openclaw.ts';

/** A machine on which a person runs OpenClaw, whoever keeps its service: what an evening needs of it. */
export interface EveningMachine {
  readonly version: OpenClawVersion;
  readonly port: number;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  readonly nodePath: string;
  readonly entryPath: string;
  readonly definitionPath: string;
  readonly tmp: string;
  /** The service manager's own word: the pid of the job, 0 while it has none. */
  jobPid(): Promise<number>;
  openclaw(...args: string[]): Promise<OpenClawRun>;
  startForeground(): ForegroundGateway;
  close(): Promise<void>;
}

/** What a plan does, to the letter: each step's kind with its argument vector, where it has one. */
export type ExactSteps = readonly (readonly [kind: string, argv?: readonly string[]])[];

/** Looks until this is the one thing to do first, whatever it looks like on the way; all the rest must follow from it. */
export async function findIncident(machine: EveningMachine, code: string): Promise<StatusReport> {
  let report: StatusReport | null = null;
  const isFound = async () => {
    report = await readStatus(machine.env);
    return codesOf(report)[0] === code;
  };
  await until(`${code} is found`, isFound, 90_000).catch((error: unknown) => {
    throw new Error(`${String(error)} Last: ${JSON.stringify(report, null, 2)}`);
  });
  const found = report as unknown as StatusReport;
  // Whatever else is found follows from it.
  const [cause, ...others] = found.findings;
  expect(others.filter(({ causedBy }) => causedBy !== cause?.id)).toEqual([]);
  return found;
}

/** `repair --dry-run --json`: one plan, its steps to the letter; nothing is done by asking. */
export async function expectPlan(
  machine: EveningMachine,
  expected: { readonly code: string; readonly rung: string; readonly steps: ExactSteps },
): Promise<PlanReport> {
  const { exitCode, stdout, stderr } = await whenNobodyUpdates(machine.env, 'repair', '--dry-run', '--json');
  const plan = parse(stdout, stderr) as PlanReport;
  if (!('steps' in plan)) throw new Error(`No plan: ${stdout}`);
  expect({ code: plan.code, rung: plan.rung, steps: plan.steps.map(exactly) }).toEqual({
    ...expected,
    steps: [...expected.steps],
  });
  expect(exitCode).toBe(0);
  return plan;
}

function exactly({ kind, ...rest }: PlanReport['steps'][number]) {
  return 'argv' in rest && rest.argv !== undefined ? [kind, rest.argv] : [kind];
}

/** Long enough to be looked at again; one repair of each evening is watched for the whole minute. */
const briefly = { CLAWTENDER_HOLD_SECONDS: '6' };

/** `repair --yes --json` without a finding: it takes the one thing to do first, and mends it. */
export async function repair(machine: EveningMachine, watched: 'briefly' | 'wholly' = 'briefly'): Promise<RunReport> {
  const env = watched === 'wholly' ? machine.env : { ...machine.env, ...briefly };
  const run = await runToEnd(env, 'repair');
  expect(run.steps.filter((step) => !isWell(step))).toEqual([]);
  return run;
}

/** A slow machine may need longer than the plan waits for; that it serves all the same was then found by verifying. */
function isWell({ kind, outcome }: RunReport['steps'][number]): boolean {
  return outcome === 'done' || outcome === 'already' || (kind === 'wait-until' && outcome === 'timed-out');
}

export async function undo(machine: EveningMachine, { id }: RunReport): Promise<RunReport> {
  return runToEnd(machine.env, 'undo', id ?? '');
}

async function runToEnd(env: EveningMachine['env'], ...command: string[]): Promise<RunReport> {
  const { exitCode, stdout, stderr } = await whenNobodyUpdates(env, ...command, '--yes', '--json');
  const { run } = parse(stdout, stderr) as { readonly run: RunReport };
  if (exitCode !== 0 || run.verdict !== 'fixed') throw new Error(`${command[0]} ended with ${exitCode}: ${stdout}`);
  return run;
}

/** Somebody else on this machine may run `openclaw doctor` or npm just now: a person would wait, and ask again. */
async function whenNobodyUpdates(env: EveningMachine['env'], ...command: string[]): Promise<Run> {
  const answers: Run[] = [];
  await until('nobody updates OpenClaw', async () => {
    const answer = await clawtender(env, ...command);
    answers.push(answer);
    return !answer.stdout.includes('"maintenance-running"');
  });
  const answer = answers.at(-1);
  if (answer === undefined) throw new Error('nothing was asked');
  return answer;
}

function parse(stdout: string, stderr: string): unknown {
  if (!stdout.startsWith('{')) throw new Error(`No report: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}

/** Told by everybody but the engine: the manager's job has the port alone, and answers. */
export async function expectServed(machine: EveningMachine): Promise<number> {
  const { port } = machine;
  const pid = await machine.jobPid();
  expect(pid).toBeGreaterThan(0);
  expect(await findListenerPid(port)).toBe(pid);
  await untilReady(port);
  expect(await askGateway(port, '/healthz')).toBe(200);
  const { report } = await followStatus(machine.env, 'healthy');
  expect(report).toMatchObject({ state: 'healthy', gateway: { pid, port } });
  expect(codesOf(report)).toEqual([]);
  return pid;
}

/** 2026.9.6 takes 10 s on a machine that does nothing else, and was seen to take 90 s on one with a load of 18. */
const slowStartMs = 240_000;

/**
 * A gateway that somebody started in a terminal, once it serves. One that gives up on a busy machine (2026.9 allows
 * its own heartbeat 5 s) is started again.
 */
export async function serveFromTerminal(
  { port, startForeground }: Pick<EveningMachine, 'port' | 'startForeground'>,
  attempts = 3,
): Promise<{ readonly stray: ForegroundGateway; readonly pid: number }> {
  const stray = startForeground();
  const isOver = async () => stray.hasExited() || (await askGateway(port, '/readyz')) === 200;
  await until('it serves, or gives up', isOver, slowStartMs).catch((error: unknown) => {
    throw new Error(`${String(error)} It says: ${stray.output()}`);
  });
  if (!stray.hasExited()) return { stray, pid: (await findListenerPid(port)) ?? 0 };
  if (attempts === 1) throw new Error(`It does not start: ${stray.output()}`);
  return serveFromTerminal({ port, startForeground }, attempts - 1);
}

/** `null`: there is no such file. */
export function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** As if it had been written long before anything ran. */
export function ageConfig(home: string): void {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path.join(home, '.openclaw', 'openclaw.json'), anHourAgo, anHourAgo);
}
