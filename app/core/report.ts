import { deriveConfigPath } from './file-places.ts';
import { deriveGatewayIdentity } from './gateway-identity.ts';
import { describeLastExit } from './last-exit.ts';
import type { Finding } from './model/finding.ts';
import type { Picture } from './model/picture.ts';
import { valueOf } from './model/reading.ts';
import type { UnknownCode } from './model/reading.ts';
import type { StatusReport } from './model/report.ts';
import { probeNames } from './model/snapshot.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayState } from './model/state.ts';
import type { TimeStyle } from './text/durations.ts';
import { writeFinding } from './text/findings.ts';
import { writeStateSentence } from './text/states.ts';
import { writeUnknown } from './text/unknowns.ts';

export interface ReportOptions extends TimeStyle {
  readonly appVersion: string;
}

/** Exit codes of `clawtender status`: 0 well, 1 something needs attention, 3 cannot tell. (2 is wrong use.) */
export const exitCodes: Readonly<Record<GatewayState, 0 | 1 | 3>> = {
  healthy: 0,
  // The gateway is meant to be on another computer; there is nothing here that could be wrong.
  remote: 0,
  unknown: 3,
  // Not answering (yet), or not as it should.
  starting: 1,
  stopping: 1,
  degraded: 1,
  unresponsive: 1,
  // Answers, but nothing would bring it back, or it is chance which one answers.
  unmanaged: 1,
  conflict: 1,
  // Does not answer. On purpose or not: a script that asks wants to know.
  'crash-looping': 1,
  stopped: 1,
  disabled: 1,
  'not-installed': 1,
  'port-taken': 1,
};

export function exitCodeOf({ state }: Pick<StatusReport, 'state'>): 0 | 1 | 3 {
  return exitCodes[state];
}

/** What `clawtender status --json` prints. */
export function deriveReport(picture: Picture, options: ReportOptions): StatusReport {
  const { snapshot, status } = picture;
  return {
    schema: 1,
    app: { name: 'clawtender', version: options.appVersion },
    at: isoTime(snapshot.at),
    state: status.state,
    summary: writeStateSentence(status, snapshot.at, options),
    gateway: deriveGatewayPart(snapshot, status.state),
    service: deriveServicePart(snapshot),
    config: deriveConfigPart(snapshot),
    findings: picture.findings.flatMap(({ finding, consequences }) => [
      deriveFindingPart(finding, null, picture, options),
      ...consequences.map((each) => deriveFindingPart(each, finding.id, picture, options)),
    ]),
    unknown: probeNames.flatMap((probe) => {
      const reading = snapshot[probe];
      return reading.status === 'unknown' ? [{ probe, reason: writeUnknown(reading.reason, options.locale) }] : [];
    }),
  };
}

function deriveGatewayPart(snapshot: Snapshot, state: GatewayState): StatusReport['gateway'] {
  const gateway = deriveGatewayIdentity(snapshot, state);
  if (gateway === null) return null;
  const { pid, port, version, startedAt, keeper } = gateway;
  return {
    pid,
    port,
    url: deriveUrl(snapshot, port),
    version,
    startedAt: startedAt === null ? null : isoTime(startedAt),
    supervisor: keeper.kind,
    label: 'label' in keeper ? keeper.label : null,
    profile: snapshot.target.profile,
  };
}

function deriveUrl(snapshot: Snapshot, port: number): string {
  const reach = valueOf(snapshot.reach);
  const host = reach?.host ?? '127.0.0.1';
  return `${reach?.scheme ?? 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

function deriveServicePart({ definition, service }: Snapshot): StatusReport['service'] {
  const state = valueOf(service);
  return {
    installed: definition.status === 'unknown' ? null : definition.status === 'known',
    loaded: state?.loaded ?? (service.status === 'absent' ? false : null),
    enabled: state?.enabled ?? null,
    pid: state?.pid ?? null,
    runs: state?.runs ?? null,
    lastExit: describeLastExit(state?.lastExit ?? null),
    definitionPath: valueOf(definition)?.path ?? null,
  };
}

function deriveConfigPart(snapshot: Snapshot): StatusReport['config'] {
  const { config } = snapshot;
  const path = deriveConfigPath(snapshot);
  if (config.status === 'absent') return { path, exists: false, valid: null, error: null };
  if (config.status === 'unknown') {
    return { path, exists: provesPresence.has(config.reason.code) ? true : null, valid: null, error: null };
  }
  const { content } = config.value;
  if (content.kind === 'parsed') return { path, exists: true, valid: true, error: null };
  const { line, column, message } = content;
  return { path, exists: true, valid: false, error: { line, column, message } };
}

/** Reasons that only something that is there can give. */
const provesPresence: ReadonlySet<UnknownCode> = new Set(['too-large', 'not-a-file']);

function deriveFindingPart(
  finding: Finding,
  causedBy: string | null,
  { snapshot, offers }: Picture,
  options: ReportOptions,
): StatusReport['findings'][number] {
  const { id, code, severity, certainty, evidence } = finding;
  const { title, explanation } = writeFinding(finding, snapshot.at, options);
  const repairs = offers.flatMap((offer) => (offer.kind === 'repair' && offer.findingId === id ? [offer.rung] : []));
  return { id, code, severity, certainty, title, explanation, evidence, repairs, causedBy };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
