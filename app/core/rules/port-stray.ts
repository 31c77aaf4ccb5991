import { valueOf } from '../model/reading.ts';
import type { Certainty } from '../model/finding.ts';
import type { ProcessEntry } from '../model/process.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isProcessOrDescendant } from '../process-tree.ts';
import { isHandsOff, isServing } from './circumstances.ts';
import { healthEvidence, listenerEvidence, processEvidence, serviceEvidence } from './evidence.ts';
import { findHostApp } from './host-app.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * A gateway that no service manager owns has the service's port. Only where there is a service: a gateway that is
 * run by hand on a machine without one is in nobody's way.
 */
export const portStray: Rule<'port-stray'> = {
  code: 'port-stray',
  // An old process may drain for some seconds after its job is gone.
  graceMs: 10_000,
  causes: [],
  find(snapshot, context) {
    const pid = strayPidOf(context);
    const service = valueOf(snapshot.service);
    if (pid === null || service === undefined || isHandsOff(snapshot, context)) return [];
    if (context.facts.installed !== 'service' && !service.loaded) return [];
    if (isKeptByAnother(snapshot, pid) || findHostApp(snapshot, pid) !== null) return [];
    const process = valueOf(snapshot.processes)?.find((entry) => entry.pid === pid);
    const { port } = snapshot.port;
    const servicePid = service.loaded ? service.pid : null;
    return [
      makeFinding('port-stray', String(port), {
        severity: isServing(context) || context.facts.answer === 'unknown' ? 'degraded' : 'blocking',
        certainty: certaintyOf(process),
        args: { port, pid, servicePid, startedAt: process?.startedAt ?? null, commandLine: describe(process) },
        evidence: [
          ...listenerEvidence(snapshot, pid),
          ...serviceEvidence(snapshot, service),
          ...processEvidence(snapshot, pid),
          ...healthEvidence(snapshot),
        ],
      }),
    ];
  },
};

function strayPidOf({ owner }: RuleContext): number | null {
  if (owner.kind === 'two') return owner.otherPid;
  return owner.kind === 'gateway' ? owner.pid : null;
}

/** The job of another label, or its child: two supervisors, not a stray. */
function isKeptByAnother(snapshot: Snapshot, pid: number): boolean {
  const processes = valueOf(snapshot.processes) ?? [];
  const supervisors = valueOf(snapshot.supervisors) ?? [];
  return supervisors.some(
    (supervisor) =>
      !supervisor.isTarget && supervisor.pid !== null && isProcessOrDescendant(processes, pid, supervisor.pid),
  );
}

/** Seen as a gateway by its own command line; else only its lock or its answer says so. */
function certaintyOf(process: ProcessEntry | undefined): Certainty {
  return process?.role === 'gateway' || process?.role === 'gateway-title' ? 'certain' : 'likely';
}

function describe(process: ProcessEntry | undefined): string {
  if (process === undefined) return '';
  return process.commandLine === '' ? process.name : process.commandLine;
}
