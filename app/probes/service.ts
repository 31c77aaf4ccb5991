import type { Reading } from '../core/model/reading.ts';
import { known, unknown } from '../core/model/reading.ts';
import type { Evidence } from '../core/model/evidence.ts';
import type { ServiceState } from '../core/model/service.ts';
import type { LaunchctlFailureKind } from '../core/parse/launchctl-error.ts';
import { classifyLaunchctlFailure } from '../core/parse/launchctl-error.ts';
import type { LaunchdJob } from '../core/parse/launchctl-print.ts';
import { parseLaunchctlPrint } from '../core/parse/launchctl-print.ts';
import { parsePrintDisabled } from '../core/parse/print-disabled.ts';
import type { SystemdJob } from '../core/parse/systemctl-show.ts';
import { parseSystemctlShow } from '../core/parse/systemctl-show.ts';
import { redactText } from '../core/redact.ts';
import { showUnit } from '../platform/linux/systemctl.ts';
import { printDisabled, printService } from '../platform/macos/launchctl.ts';
import type { ProgramResult } from '../ports/programs.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { unfinishedProgram } from './unreadable.ts';

/**
 * What the service manager says of the job: `launchctl print` and `print-disabled` side by side, or one
 * `systemctl --user show`. Never absent: a job that the manager does not know is `loaded: false`.
 */
export const serviceProbe: Probe<ServiceState> = {
  name: 'service',
  deadlineMs: 5_000,
  read: (context) => (context.environment.os === 'darwin' ? readLaunchd(context) : readSystemd(context)),
};

async function readLaunchd(context: ProbeContext): Promise<Reading<ServiceState>> {
  const { programs, clock } = context.ports;
  const request = printService(context.target.serviceTarget);
  const [printed, override] = await Promise.all([programs.run(request, context.signal), readOverride(context)]);
  const command = programs.describe(request);
  const readAt = clock.now();
  if (printed.kind !== 'exited') return unfinishedProgram(printed, command, readAt);
  if (printed.exitCode !== 0) return notPrinted(printed, command, override, readAt);
  const job = parseLaunchctlPrint(printed.stdout);
  if (job === null || !isJobOf(job, context)) {
    return unknown('not-understood', `${command}: ${firstLine(printed.stdout)}`, readAt);
  }
  const evidence = [...toEvidence(command, job.lines), ...override.evidence];
  return known({ manager: 'launchd', loaded: true, enabled: override.enabled, ...stateOf(job), evidence }, readAt);
}

/** Up to macOS 10.15 the header is the label alone. */
function isJobOf(job: LaunchdJob, { target }: ProbeContext): boolean {
  return job.name === target.serviceTarget || job.name === target.label;
}

interface Override {
  /** `null`: could not be read. */
  readonly enabled: boolean | null;
  readonly evidence: readonly Evidence[];
}

async function readOverride({ ports, target, signal }: ProbeContext): Promise<Override> {
  const request = printDisabled(target.domain);
  const result = await ports.programs.run(request, signal);
  const word =
    result.kind === 'exited' && result.exitCode === 0 ? parsePrintDisabled(result.stdout, target.label) : null;
  if (word === null || word === 'unclear') return { enabled: null, evidence: [] };
  if (word === 'unset') return { enabled: true, evidence: [] };
  const line = `"${target.label}" => ${word}`;
  return { enabled: word === 'enabled', evidence: toEvidence(ports.programs.describe(request), [line]) };
}

function notPrinted(
  output: Extract<ProgramResult, { readonly kind: 'exited' }>,
  command: string,
  override: Override,
  readAt: number,
): Reading<ServiceState> {
  const { kind, code, message } = classifyLaunchctlFailure(output);
  const complaint = message === '' ? `exit code ${output.exitCode}` : message;
  if (kind === 'not-loaded') {
    const evidence = [...toEvidence(command, [complaint]), ...override.evidence];
    return known({ ...unloaded, enabled: override.enabled, evidence }, readAt);
  }
  return unknown(unknownCodeFor(kind), `${command}: ${complaint} (${code ?? output.exitCode})`, readAt);
}

const unloaded = {
  manager: 'launchd',
  loaded: false,
  phase: 'stopped',
  rawPhase: null,
  pid: null,
  runs: null,
  lastExit: null,
  loadedFrom: null,
  throttleSeconds: null,
  exitTimeoutSeconds: null,
  pended: null,
  heldBack: null,
} as const satisfies Partial<ServiceState>;

function unknownCodeFor(kind: LaunchctlFailureKind): 'no-login-session' | 'not-permitted' | 'tool-failed' {
  if (kind === 'no-domain' || kind === 'no-gui-session') return 'no-login-session';
  return kind === 'not-permitted' ? 'not-permitted' : 'tool-failed';
}

async function readSystemd(context: ProbeContext): Promise<Reading<ServiceState>> {
  const { programs, clock } = context.ports;
  const request = showUnit(context.target.serviceTarget);
  const result = await programs.run(request, context.signal);
  // For a person: without the list of properties the same call prints the same lines among others.
  const command = programs.describe({
    ...request,
    args: request.args.filter((each) => !each.startsWith('--property=')),
  });
  const readAt = clock.now();
  if (result.kind === 'missing') return unknown('no-service-manager', result.path, readAt);
  if (result.kind !== 'exited') return unfinishedProgram(result, command, readAt);
  if (result.exitCode !== 0) {
    const complaint = firstLine(result.stderr);
    const code = isWithoutManager(result.stderr) ? 'no-service-manager' : 'tool-failed';
    return unknown(code, `${command}: ${complaint}`, readAt);
  }
  const job = parseSystemctlShow(result.stdout);
  if (job === null) return unknown('not-understood', `${command}: ${firstLine(result.stdout)}`, readAt);
  const { loaded, enabled } = job;
  const evidence = toEvidence(command, job.lines);
  return known({ manager: 'systemd', loaded, enabled, ...stateOf(job), evidence }, readAt);
}

/** systemd 245 to 258: not booted with it, or no session of this user's manager. */
function isWithoutManager(text: string): boolean {
  return /failed to connect to (?:user scope )?bus|not been booted with systemd|DBUS_SESSION_BUS_ADDRESS|no medium found/i.test(
    text,
  );
}

type JobState = Omit<ServiceState, 'manager' | 'loaded' | 'enabled' | 'evidence'>;

function stateOf(job: LaunchdJob | SystemdJob): JobState {
  return {
    phase: job.phase,
    rawPhase: job.rawPhase,
    pid: job.pid,
    runs: job.runs,
    lastExit: job.lastExit,
    loadedFrom: job.loadedFrom,
    throttleSeconds: job.throttleSeconds,
    exitTimeoutSeconds: job.exitTimeoutSeconds,
    pended: job.pended,
    heldBack: 'heldBack' in job ? job.heldBack : null,
  };
}

function toEvidence(command: string, lines: readonly string[]): readonly Evidence[] {
  return lines.map((line) => ({ command, line: redactText(line) }));
}

/** Enough to recognise what came instead; a flood or a secret stays out. */
function firstLine(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? 'no output';
  return redactText(line.trim()).slice(0, 120);
}
