import type { EnvironmentPlace } from '../core/model/credentials.ts';
import { readManagerVariables } from '../core/parse/manager-environment.ts';
import { describeVariables, nothingKnown, passwordVariable, tokenVariable } from '../core/parse/variables.ts';
import type { MarkSecret } from '../core/settings/mask.ts';
import { showEnvironment } from '../platform/linux/systemctl.ts';
import { printLoginVariable } from '../platform/macos/launchctl.ts';
import type { ProbeContext } from './probe.ts';

const session = { kind: 'login-session', path: null, fileMode: null } as const;
const notTold = { ...session, ...nothingKnown } as const;

/**
 * What every program started in this session inherits. macOS: two calls of some milliseconds; Linux: one. `null`: there
 * is no manager that could hand anything on. One that does not answer is a place of which nothing is known.
 */
export function readLoginSession(context: ProbeContext, mark: MarkSecret): Promise<EnvironmentPlace | null> {
  return context.environment.os === 'darwin' ? readLaunchd(context, mark) : readSystemd(context, mark);
}

/** launchd tells single variables only. Of one that is not set it prints nothing, whatever its exit code. */
async function readLaunchd({ ports, signal }: ProbeContext, mark: MarkSecret): Promise<EnvironmentPlace> {
  const names = [tokenVariable, passwordVariable];
  const results = await Promise.all(names.map((name) => ports.programs.run(printLoginVariable(name), signal)));
  const values = results.map((result) => (result.kind === 'exited' ? printedValue(result) : null));
  if (values.includes(null)) return notTold;
  const set = names.flatMap((name, index) => (values[index] ? [[name, values[index]] as const] : []));
  return { ...session, ...describeVariables(set, mark) };
}

function printedValue(result: { readonly exitCode: number; readonly stdout: string; readonly stderr: string }) {
  const value = result.stdout.replace(/\n$/, '');
  return result.exitCode === 0 || `${value}${result.stderr}`.trim() === '' ? value : null;
}

async function readSystemd({ ports, signal }: ProbeContext, mark: MarkSecret): Promise<EnvironmentPlace | null> {
  const result = await ports.programs.run(showEnvironment(), signal);
  if (result.kind === 'missing') return null;
  if (result.kind !== 'exited' || result.exitCode !== 0) return notTold;
  return { ...session, ...readManagerVariables(result.stdout, mark) };
}
