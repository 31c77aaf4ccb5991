import { z } from 'zod';
import type { ServiceDefinition } from '../model/service.ts';
import type { MarkSecret } from '../settings/mask.ts';
import type { PlistValue } from './plist.ts';
import type { ServiceCommand } from './service-command.ts';
import { parseServiceCommand } from './service-command.ts';
import type { Assignments } from './service-environment.ts';
import { deriveServiceEnvironment, serviceKindOf } from './service-environment.ts';
import { describeVariables, type Variables } from './variables.ts';

/** What a LaunchAgent or LaunchDaemon says by itself, without its env file and without a look at the disk. */
export type LaunchAgent = Pick<
  ServiceDefinition,
  | 'label'
  | 'runAtLoad'
  | 'keepAlive'
  | 'throttleSeconds'
  | 'stdoutPath'
  | 'stderrPath'
  | 'workingDirectory'
  | 'environment'
> &
  ServiceCommand & { readonly serviceKind: string | null; readonly startIntervalSeconds: number | null };

const text = z.string().nullable().catch(null).default(null);

/** A wrong type makes a setting unknown; only what must run has to be right. */
const jobSchema = z.object({
  Label: text,
  Program: z.string().optional(),
  ProgramArguments: z.array(z.string()).optional(),
  RunAtLoad: z.boolean().nullable().catch(null).default(false),
  KeepAlive: z
    .union([z.boolean(), z.record(z.string(), z.unknown())])
    .nullable()
    .catch(null)
    .default(false),
  ThrottleInterval: z.number().nonnegative().nullable().catch(null).default(null),
  StartInterval: z.number().positive().nullable().catch(null).default(null),
  StandardOutPath: text,
  StandardErrorPath: text,
  WorkingDirectory: text,
  EnvironmentVariables: z.record(z.string(), z.unknown()).catch({}).default({}),
});

/** `null` when the property list is not a job of launchd: no dictionary, or nothing to run. */
export function parseLaunchAgent(value: PlistValue): LaunchAgent | null {
  const parsed = jobSchema.safeParse(value);
  if (!parsed.success) return null;
  const job = parsed.data;
  const programArguments = job.ProgramArguments ?? (job.Program === undefined ? [] : [job.Program]);
  if (programArguments.length === 0) return null;
  const assignments = assignmentsOf(job.EnvironmentVariables);
  return {
    label: job.Label,
    runAtLoad: job.RunAtLoad,
    // A dictionary restarts under conditions, `{SuccessfulExit: false}` for instance.
    keepAlive: typeof job.KeepAlive === 'object' && job.KeepAlive !== null ? true : job.KeepAlive,
    throttleSeconds: job.ThrottleInterval,
    stdoutPath: job.StandardOutPath,
    stderrPath: job.StandardErrorPath,
    workingDirectory: job.WorkingDirectory,
    environment: deriveServiceEnvironment(assignments),
    serviceKind: serviceKindOf(assignments),
    startIntervalSeconds: job.StartInterval,
    ...parseServiceCommand(programArguments),
  };
}

/** What the job sets itself, without its env file; `null` when it is no job of launchd. */
export function readAgentVariables(value: PlistValue, mark: MarkSecret): Variables | null {
  const parsed = jobSchema.safeParse(value);
  return parsed.success ? describeVariables(assignmentsOf(parsed.data.EnvironmentVariables), mark) : null;
}

function assignmentsOf(variables: Readonly<Record<string, unknown>>): Assignments {
  return Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : ''] as const);
}
