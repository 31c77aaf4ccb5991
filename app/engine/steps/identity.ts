import type { ProcessIdentity } from '../../core/model/action.ts';
import { redactCommandLine } from '../../core/redact.ts';
import type { Processes, RawProcess } from '../../ports/processes.ts';
import { already, failed, type StepOutcome } from './step.ts';

/** ps computes start times from the boot time, which is rounded anew at each call (Linux). */
const startSlackMs = 1_000;

/**
 * Just before a signal: is this pid still the very process that was meant? Pid, start time, owner and command line are
 * read in one call. `null`: it is; otherwise how the step ends without any signal.
 */
export async function findOtherProcess(meant: ProcessIdentity, processes: Processes): Promise<StepOutcome | null> {
  const { pid } = meant;
  let found: RawProcess | null;
  try {
    found = await processes.identify(pid);
  } catch (error) {
    return failed(redactCommandLine(`pid ${pid}: ${String(error)}`));
  }
  if (found === null) return already(`pid ${pid} is gone`);
  if (isSame(found, meant)) return null;
  return { ...failed(`pid ${pid} is another process now`), changedMeanwhile: true };
}

function isSame(now: RawProcess, meant: ProcessIdentity): boolean {
  if (now.startedAt === null || Math.abs(now.startedAt - meant.startedAt) > startSlackMs) return false;
  return now.uid === meant.uid && redactCommandLine(now.commandLine) === meant.commandLine;
}
