import { redactText } from '../../core/redact.ts';
import type { ProgramRequest, ProgramResult } from '../../ports/programs.ts';
import type { StepContext } from './step.ts';

export type CommandOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly result: ProgramResult; readonly detail: string };

/** One call of a service manager; `detail` is the command and its first line of complaint, redacted. */
export async function runCommand(context: StepContext, request: ProgramRequest): Promise<CommandOutcome> {
  const { programs } = context.ports;
  const result = await programs.run(request);
  if (result.kind === 'exited' && result.exitCode === 0) return { ok: true };
  return { ok: false, result, detail: redactText(`${programs.describe(request)}: ${complaintOf(result)}`) };
}

const complaints: { readonly [Kind in ProgramResult['kind']]: (result: ProgramResult & { kind: Kind }) => string } = {
  exited: ({ exitCode, stderr, stdout }) => `${firstComplaint(`${stderr}\n${stdout}`)} (exit code ${exitCode})`,
  signalled: ({ signal }) => `ended by ${signal}`,
  'timed-out': ({ durationMs }) => `no end after ${durationMs} ms`,
  flooded: () => 'too much output',
  missing: ({ path }) => `${path} is missing`,
  failed: ({ message }) => message,
};

export function complaintOf<Kind extends ProgramResult['kind']>(result: ProgramResult & { kind: Kind }): string {
  const tell: (result: ProgramResult & { kind: Kind }) => string = complaints[result.kind];
  return tell(result);
}

/** launchctl's "Bad request." says nothing, and its advice to become root misleads (macOS 12 to 27). */
function firstComplaint(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const told = lines.find((line) => line !== '' && line !== 'Bad request.' && !line.startsWith('Try re-running'));
  return told ?? 'no message';
}
