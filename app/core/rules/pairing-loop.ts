import { isCommandLine, turnedAway } from '../client-marks.ts';
import { deriveDeviceFacts, requestLivesMs } from '../device-state.ts';
import type { PairingRequest } from '../model/devices.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;
const fewest = 3;

/**
 * This computer's own command line is to be approved, and cannot do that itself. A request of its device that a person
 * must approve makes all of its connections wait, also those that would have been let in silently. A phone or a browser
 * that waits for its approval is as it should be.
 */
export const pairingLoop: Rule<'pairing-loop'> = {
  code: 'pairing-loop',
  // Whoever asked for the approval is about to give it.
  graceMs: 30_000,
  causes: ['dup-supervisor', 'profile-split', 'port-stray', 'token-missing', 'gwtoken-drift'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context) || context.facts.job !== 'running') return [];
    const facts = deriveDeviceFacts(snapshot);
    if (facts?.trap) return [makeTrap(snapshot, facts.trap)];
    if (facts !== null) return [];
    const marks = turnedAway(snapshot, ['pairing-required'], withinMs).filter(({ client }) => isCommandLine(client));
    if (marks.length < fewest) return [];
    const client = marks.at(-1)?.client ?? null;
    return [
      makeFinding('pairing-loop', 'cli', {
        severity: 'degraded',
        certainty: 'likely',
        args: { request: null, client, count: marks.length, endsAt: null },
        evidence: markEvidence(snapshot, marks),
      }),
    ];
  },
};

function makeTrap(snapshot: Snapshot, request: PairingRequest) {
  const marks = turnedAway(snapshot, ['pairing-required'], withinMs);
  const { requestId, clientId, role, scopes, remoteIp, at } = request;
  const asked = { requestId, role, scopes: scopes.join(' '), remoteIp };
  return makeFinding('pairing-loop', 'cli', {
    severity: 'degraded' as const,
    certainty: 'certain' as const,
    args: { request: asked, client: clientId, count: marks.length, endsAt: at + requestLivesMs },
    evidence: [
      {
        command: `cat ${quote(`${snapshot.target.stateDir}/devices/pending.json`)}`,
        line: `${requestId}: ${clientId ?? 'client'} ${role ?? ''} ${asked.scopes}`.trim(),
      },
      ...markEvidence(snapshot, marks.slice(-2)),
    ],
  });
}
