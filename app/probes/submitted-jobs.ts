import type { Reading } from '../core/model/reading.ts';
import { valueOf } from '../core/model/reading.ts';
import type { ServiceState, Supervisor } from '../core/model/service.ts';
import { isUpdateJob, parseJobList } from '../core/parse/launchctl-list.ts';
import { listJobs } from '../platform/macos/launchctl.ts';
import type { ProbeContext } from './probe.ts';

/** A gateway that was started as often may have been bounced by a job that has no file. */
const manyRuns = 10;
const maxListed = 3;

/**
 * Update jobs that were submitted to launchd without a file (`launchctl submit`). Asked for only when the gateway's
 * many starts disagree with a quiet life: elsewhere this starts no program and finds nothing.
 */
export async function readSubmittedJobs(
  context: ProbeContext,
  service: Reading<ServiceState>,
  known: readonly Supervisor[],
): Promise<readonly Supervisor[]> {
  if (context.environment.os !== 'darwin' || (valueOf(service)?.runs ?? 0) < manyRuns) return [];
  const result = await context.ports.programs.run(listJobs(), context.signal);
  const jobs = result.kind === 'exited' && result.exitCode === 0 ? parseJobList(result.stdout) : null;
  return (jobs ?? [])
    .filter(({ label }) => isUpdateJob(label) && !known.some((each) => each.label === label))
    .slice(0, maxListed)
    .map(({ label, pid, lastStatus }) => ({
      label,
      path: '',
      scope: 'user-agent',
      kind: 'other',
      legacy: false,
      isTarget: false,
      profile: null,
      port: null,
      stateDir: null,
      commandLine: '',
      loaded: true,
      pid,
      watchdog: null,
      submitted: { lastStatus },
    }));
}
