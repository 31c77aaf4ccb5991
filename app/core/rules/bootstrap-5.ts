import type { Evidence } from '../model/evidence.ts';
import type { Certainty, FindingArgsByCode } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { ServiceDefinition } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, readInstalledService, severityOfFault } from './circumstances.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

interface Refusal {
  readonly why: FindingArgsByCode['bootstrap-5']['why'];
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
}

/** launchd's words when it does not take a job, in OpenClaw's logs of 2026.3 to 2026.9. */
const refused = /bootstrap failed: 5\b|5: input\/output error/i;
const toldWithinMs = 30 * 60_000;

/**
 * launchd does not take the job (`Bootstrap failed: 5`): the plist's owner or mode forbids it, or it said so a while
 * ago. The same words also come when the job was taken after all, so a loaded job is no fault.
 */
export const bootstrap5: Rule<'bootstrap-5'> = {
  code: 'bootstrap-5',
  // A restart or an update takes the job away and brings it back.
  graceMs: 30_000,
  causes: ['plist-malformed'],
  find(snapshot, context) {
    const installed = readInstalledService(snapshot);
    if (installed === null || installed.service.manager !== 'launchd' || installed.service.loaded) return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    if (installed.service.enabled === false) return [];
    const { definition } = installed;
    const refusal = findFileRefusal(snapshot, definition) ?? findToldRefusal(snapshot);
    if (refusal === null) return [];
    const { label } = snapshot.target;
    return [
      makeFinding('bootstrap-5', label, {
        severity: severityOfFault(context),
        certainty: refusal.certainty,
        args: { label, path: definition.path, why: refusal.why, mode: modeText(definition.fileMode) },
        evidence: refusal.evidence,
      }),
    ];
  },
};

/** Owner and mode as launchd wants them: the user's own file, written by nobody else. About 0600 reports differ. */
function findFileRefusal({ environment }: Snapshot, definition: ServiceDefinition): Refusal | null {
  const { path, fileMode, ownerUid } = definition;
  const command = `stat -f '%Su %u %Lp' ${quote(path)}`;
  const evidence = [{ command, line: `${ownerUid ?? '?'} ${modeText(fileMode) ?? '?'}` }];
  if (ownerUid !== null && ownerUid !== environment.uid) return { why: 'owner', certainty: 'certain', evidence };
  if (fileMode === null) return null;
  if ((fileMode & 0o022) !== 0) return { why: 'mode', certainty: 'certain', evidence };
  return (fileMode & 0o044) === 0 ? { why: 'mode', certainty: 'likely', evidence } : null;
}

/** The gateway's hand-off, or its log, after which the job was not seen to come back. */
function findToldRefusal(snapshot: Snapshot): Refusal | null {
  const last = valueOf(snapshot.markers)?.lastLifecycle ?? null;
  const isHandOff = last !== null && last.failed && /\bstatus=5\b/.test(last.line);
  if (isHandOff && snapshot.at - last.at < toldWithinMs)
    return { why: 'refused', certainty: 'likely', evidence: [evidenceOf(snapshot, last.line)] };
  const log = valueOf(snapshot.log);
  const line = log?.lines.findLast(({ text, at }) => refused.test(text) && snapshot.at - (at ?? 0) < toldWithinMs);
  if (log === undefined || line === undefined) return null;
  const evidence = [{ command: `tail ${quote(log.path)}`, line: line.text }];
  return { why: 'refused', certainty: 'likely', evidence };
}

function evidenceOf({ target }: Snapshot, line: string): Evidence {
  return { command: `tail ${quote(`${target.stateDir}/logs/gateway-restart.log`)}`, line };
}

function modeText(mode: number | null): string | null {
  return mode === null ? null : mode.toString(8).padStart(3, '0');
}
