import type { Reading } from '../core/model/reading.ts';
import { known, unknown } from '../core/model/reading.ts';
import type { ServiceState, Supervisor } from '../core/model/service.ts';
import { classifyLaunchctlFailure } from '../core/parse/launchctl-error.ts';
import { parseLaunchctlPrint } from '../core/parse/launchctl-print.ts';
import { parseSystemctlShow } from '../core/parse/systemctl-show.ts';
import { showUnit } from '../platform/linux/systemctl.ts';
import { printService } from '../platform/macos/launchctl.ts';
import { launchdTarget } from '../platform/macos/places.ts';
import { scanLaunchdFolders } from './launchd-scan.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { readSubmittedJobs } from './submitted-jobs.ts';
import { scanUnitFolders } from './systemd-scan.ts';

/** A machine with more gateways than this is not helped by asking after each. */
const maxAsked = 8;

/**
 * Every LaunchAgent, LaunchDaemon or systemd unit that has to do with OpenClaw, by content. Whether it is loaded is
 * asked only of gateways other than the target and of watchdogs: on a usual machine this starts no program. The
 * target's own state is the service probe's, so here its `loaded` stays `null`.
 */
export const supervisorsProbe: Probe<readonly Supervisor[], { readonly service: Reading<ServiceState> }> = {
  name: 'supervisors',
  deadlineMs: 6_000,
  async read(context, { service }): Promise<Reading<readonly Supervisor[]>> {
    const scan = context.environment.os === 'darwin' ? scanLaunchdFolders : scanUnitFolders;
    const found = await scan(context);
    if ('unreadable' in found) return unknown('not-permitted', found.unreadable, context.ports.clock.now());
    const others = found.supervisors.filter((each) => !each.isTarget && mayActOnGateway(each));
    const asked = new Set(others.slice(0, maxAsked));
    const [supervisors, submitted] = await Promise.all([
      Promise.all(found.supervisors.map(async (each) => (asked.has(each) ? withManagerState(context, each) : each))),
      readSubmittedJobs(context, service, found.supervisors),
    ]);
    return known([...supervisors, ...submitted], context.ports.clock.now());
  },
};

function mayActOnGateway({ kind, watchdog }: Supervisor): boolean {
  return kind === 'gateway' || watchdog !== null;
}

async function withManagerState(context: ProbeContext, supervisor: Supervisor): Promise<Supervisor> {
  const ask = context.environment.os === 'darwin' ? askLaunchd : askSystemd;
  return { ...supervisor, ...(await ask(context, supervisor)) };
}

type ManagerState = Pick<Supervisor, 'loaded' | 'pid'>;
const notKnown: ManagerState = { loaded: null, pid: null };

async function askLaunchd(context: ProbeContext, { scope, label }: Supervisor): Promise<ManagerState> {
  const request = printService(launchdTarget(context.environment, scope, label));
  const result = await context.ports.programs.run(request, context.signal);
  if (result.kind !== 'exited') return notKnown;
  if (result.exitCode !== 0) {
    return classifyLaunchctlFailure(result).kind === 'not-loaded' ? { loaded: false, pid: null } : notKnown;
  }
  const job = parseLaunchctlPrint(result.stdout);
  return job === null ? notKnown : { loaded: true, pid: job.pid };
}

/** systemd knows every unit on disk; here "loaded" means that it runs, tries to, or will at the next log-in. */
async function askSystemd(context: ProbeContext, { scope, label }: Supervisor): Promise<ManagerState> {
  const request = showUnit(label, scope === 'systemd-system' ? 'system' : 'user');
  const result = await context.ports.programs.run(request, context.signal);
  const job = result.kind === 'exited' && result.exitCode === 0 ? parseSystemctlShow(result.stdout) : null;
  if (job === null) return notKnown;
  return { loaded: job.loaded && (job.phase !== 'stopped' || job.enabled === true), pid: job.pid };
}
