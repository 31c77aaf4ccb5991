import { configEvidence } from '../credential-evidence.ts';
import { deriveConfigPath } from '../file-places.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FindingArgsByCode } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import { SecretMark } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { settingAt } from '../settings/read.ts';
import { authModeOf, clientOrderOf, serverCredential, settingsOf } from '../tokens.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { findLastWord, logEvidence } from './last-word.ts';
import { quote } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The gateway is to ask for a token and has none, or a word that stands where one was. Without any it is legal: a
 * gateway makes one at its start (2026.3.13 keeps it, 2026.9.6 does not), so only the gateway's own complaint counts.
 */
export const tokenMissing: Rule<'token-missing'> = {
  code: 'token-missing',
  graceMs: 5_000,
  causes: ['profile-split', 'config-syntax'],
  find(snapshot, context) {
    if (authModeOf(snapshot) !== 'token' || isHandsOff(snapshot, context)) return [];
    const found = findMissing(snapshot, context);
    if (found === null) return [];
    return [
      makeFinding('token-missing', 'gateway.auth.token', {
        severity: severityOfFault(context),
        certainty: 'certain',
        args: { ...found.args, path: deriveConfigPath(snapshot) },
        evidence: found.evidence,
      }),
    ];
  },
};

interface Missing {
  readonly args: Omit<FindingArgsByCode['token-missing'], 'path'>;
  readonly evidence: readonly Evidence[];
}

function findMissing(snapshot: Snapshot, context: RuleContext): Missing | null {
  const server = serverCredential(snapshot, 'token');
  const written = configEvidence(snapshot, ['gateway', 'auth', 'token']);
  if (server.kind === 'secret' && server.mark.shape === 'not-a-value') {
    return { args: { why: 'not-a-value', variable: null }, evidence: written };
  }
  if (server.kind === 'unresolved' && isRead(snapshot)) {
    return { args: { why: 'variable', variable: server.variable }, evidence: written };
  }
  return server.kind === 'none' ? findComplaint(snapshot, context) : null;
}

/** What becomes of an empty variable is known of these versions only. */
function isRead(snapshot: Snapshot): boolean {
  return clientOrderOf(valueOf(snapshot.install)?.version) !== null;
}

function findComplaint(snapshot: Snapshot, context: RuleContext): Missing | null {
  if (isServing(context) || isIdleForAReason(snapshot, context)) return null;
  const said = findLastWord(snapshot, 'token-missing');
  if (said === null) return null;
  return {
    args: { why: 'absent', variable: null },
    evidence: [...logEvidence(snapshot, said.line), nothingWritten(snapshot)],
  };
}

function nothingWritten(snapshot: Snapshot): Evidence {
  const token = settingAt(settingsOf(snapshot) ?? {}, ['gateway', 'auth', 'token']);
  const line = token instanceof SecretMark ? `gateway.auth.token = ${token.toString()}` : 'no gateway.auth.token';
  return { command: `cat ${quote(deriveConfigPath(snapshot))}`, line };
}
