import { isCommandLine, turnedAway } from '../client-marks.ts';
import { deriveDeviceFacts } from '../device-state.ts';
import { isHandsOff } from './circumstances.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

const withinMs = 600_000;
const fewest = 3;

/**
 * What a device signs does not fit its public key: its two keys are of different devices, or it signs something else
 * than this gateway expects. A program of somebody else that fails so is in nobody's way.
 */
export const devsigInvalid: Rule<'devsig-invalid'> = {
  code: 'devsig-invalid',
  graceMs: 10_000,
  causes: ['dup-supervisor', 'port-stray', 'third-party-host', 'stale-chunks', 'version-skew', 'proto-mismatch'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const facts = deriveDeviceFacts(snapshot);
    const marks = turnedAway(snapshot, ['device-signature'], withinMs);
    if (facts?.state === 'broken-identity') {
      const { path } = facts.identity;
      return [
        makeFinding('devsig-invalid', 'identity', {
          severity: 'degraded',
          certainty: 'certain',
          args: { why: 'keys', client: null, count: marks.length, path },
          evidence: [
            { command: `cat ${quote(path)}`, line: 'privateKeyPem does not belong to publicKeyPem' },
            ...markEvidence(snapshot, marks),
          ],
        }),
      ];
    }
    // The keys were looked at and fit: a command line that was refused had others, and those are gone.
    const refused = marks.filter(({ client }) => !(facts?.identity.keysFit === true && isCommandLine(client)));
    if (context.facts.job !== 'running' || refused.length < fewest) return [];
    const client = refused.findLast((mark) => mark.client !== null)?.client ?? null;
    return [
      makeFinding('devsig-invalid', client ?? 'client', {
        severity: isCommandLine(client) ? 'degraded' : 'notice',
        certainty: 'likely',
        args: { why: 'refused', client, count: refused.length, path: null },
        evidence: markEvidence(snapshot, refused),
      }),
    ];
  },
};
