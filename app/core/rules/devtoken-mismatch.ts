import { isCommandLine, isDashboard, turnedAway } from '../client-marks.ts';
import { deriveDeviceFacts, type DeviceFacts } from '../device-state.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FindingArgsByCode } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;
/** A client of 2026.3 forgets a token that was refused by itself. */
const fewest = 3;

/**
 * A device token that the gateway no longer takes. Where the same client has the shared token too it heals with the
 * next connection and is only worth a note; without one this computer's command line is locked out.
 */
export const devtokenMismatch: Rule<'devtoken-mismatch'> = {
  code: 'devtoken-mismatch',
  graceMs: 30_000,
  causes: ['dup-supervisor', 'profile-split', 'port-stray', 'third-party-host', 'token-missing', 'gwtoken-drift'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const facts = deriveDeviceFacts(snapshot);
    if (facts?.isStale === true) return [makeStale(snapshot, facts)];
    // What the files say of this computer's own token is better than the log of before.
    return findRefused(snapshot, context, facts !== null);
  },
};

type Args = FindingArgsByCode['devtoken-mismatch'];

function makeStale(snapshot: Snapshot, facts: DeviceFacts) {
  const marks = turnedAway(snapshot, ['device-token-mismatch'], withinMs);
  const args: Args = {
    state: facts.state as Args['state'],
    client: 'cli',
    count: marks.length,
    heals: facts.hasShared,
  };
  return makeFinding('devtoken-mismatch', 'cli', {
    severity: facts.hasShared === true ? 'notice' : 'degraded',
    certainty: facts.hasShared === null || facts.state === 'older' ? 'likely' : 'certain',
    args,
    evidence: [...fileEvidence(snapshot, facts), ...markEvidence(snapshot, marks.slice(-2))],
  });
}

function fileEvidence(snapshot: Snapshot, { identity, role, state }: DeviceFacts): readonly Evidence[] {
  const devices = valueOf(snapshot.devices);
  const kept = devices?.cache?.tokens.find((token) => role === null || token.role === role);
  const paired = devices?.paired?.find(({ deviceId }) => deviceId === identity.deviceId);
  const recorded = paired?.tokens.find((token) => token.role === kept?.role);
  const folder = snapshot.target.stateDir;
  const name = shorten(identity.deviceId);
  const known = paired === undefined ? 'not paired' : `paired, ${recorded?.token?.toString() ?? 'no such token'}`;
  const cachePath = devices?.cache?.path ?? `${folder}/identity/device-auth.json`;
  return [
    {
      command: `cat ${quote(cachePath)}`,
      line: `${name} ${kept?.role ?? 'no role'}: ${kept?.token.toString() ?? 'none'}`,
    },
    {
      command: `cat ${quote(`${folder}/devices/paired.json`)}`,
      line: `${name} ${known}${state === 'revoked' ? ', revoked' : ''}`,
    },
  ];
}

function shorten(deviceId: string): string {
  return `${deviceId.slice(0, 8)}…`;
}

/** By the gateway's log alone: the same client again and again, long after a start. The dashboard is another matter. */
function findRefused(snapshot: Snapshot, context: RuleContext, knowsOwn: boolean) {
  if (context.facts.job !== 'running') return [];
  const marks = turnedAway(snapshot, ['device-token-mismatch'], withinMs).filter(
    ({ client }) => !isDashboard(client) && !(knowsOwn && isCommandLine(client)),
  );
  const clients = [...new Set(marks.map(({ client }) => client))];
  return clients.flatMap((client) => {
    const own = marks.filter((mark) => mark.client === client);
    if (own.length < fewest) return [];
    const args: Args = { state: 'refused', client, count: own.length, heals: null };
    return [
      makeFinding('devtoken-mismatch', client ?? 'client', {
        severity: 'degraded',
        certainty: 'likely',
        args,
        evidence: markEvidence(snapshot, own),
      }),
    ];
  });
}
