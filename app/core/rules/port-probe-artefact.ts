import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, severityOfFault } from './circumstances.ts';
import { findLastWord, logEvidence } from './last-word.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** The system keeps a port for a minute or two after its program was killed (TIME_WAIT). */
const keptAtMostMs = 3 * 60_000;

/**
 * A gateway says that the port is in use, and nobody uses it: nothing listens, connections are refused, no gateway
 * lives. That passes by itself, and there is nobody to end.
 */
export const portProbeArtefact: Rule<'port-probe-artefact'> = {
  code: 'port-probe-artefact',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const { port } = snapshot.port;
    const word = findLastWord(snapshot, 'port-in-use');
    if (word === null || word.at === null || snapshot.at - word.at > keptAtMostMs || !isFree(snapshot)) return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    return [
      makeFinding('port-probe-artefact', String(port), {
        severity: severityOfFault(context),
        certainty: 'likely',
        args: { port },
        evidence: [
          ...logEvidence(snapshot, word.line),
          { command: `lsof -nP -iTCP:${port} -sTCP:LISTEN`, line: '(nothing)' },
          { command: `nc -z 127.0.0.1 ${port}`, line: 'Connection refused' },
        ],
      }),
    ];
  },
};

/** All three must have been read: what cannot be seen may be somebody. */
function isFree({ reach, listeners, processes }: Snapshot): boolean {
  const roles = valueOf(processes)?.map(({ role }) => role);
  if (roles === undefined || roles.includes('gateway') || roles.includes('gateway-title')) return false;
  return valueOf(listeners)?.length === 0 && valueOf(reach)?.tcp === 'refused';
}
