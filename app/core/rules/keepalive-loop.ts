import { deriveExit78Meaning } from '../exit-78.ts';
import { deriveExitLoop } from '../exit-loop.ts';
import { describeLastExit } from '../last-exit.ts';
import { markMeanings } from '../log-life.ts';
import { valueOf } from '../model/reading.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LogMark, LogTail } from '../model/log.ts';
import { severityOfFault } from './circumstances.ts';
import { quote, serviceEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** The service manager starts the gateway again and again, and it ends each time. Nearly always a consequence. */
export const keepaliveLoop: Rule<'keepalive-loop'> = {
  code: 'keepalive-loop',
  graceMs: 0,
  causes: [
    'update-partial',
    'plist-malformed',
    'ownership',
    'watchdog-fight',
    'stale-update-job',
    'node-version',
    'older-binary',
    'lock-stale',
    'port-probe-artefact',
    'no-cli',
    'node-path-gone',
    'entrypoint-stale',
    'log-disk',
    'db-newer',
    'db-corrupt',
    'plugin-blocks-start',
    'config-syntax',
    'redacted-written',
    'config-clobber',
    'config-invalid',
    'mode-missing',
    'dup-supervisor',
    'legacy-label',
    'port-stray',
    'third-party-host',
    'ssh-tunnel',
    'doctor-damage',
    'token-missing',
    'bind-exposed',
    'bonjour',
  ],
  find(snapshot, context) {
    const service = valueOf(snapshot.service);
    const loop = deriveExitLoop(snapshot, context.memory);
    if (service === undefined || loop === null) return [];
    const log = valueOf(snapshot.log);
    const error = log?.marks.findLast((mark) => markMeanings[mark.kind] === 'fatal');
    const { label } = snapshot.target;
    return [
      makeFinding('keepalive-loop', label, {
        severity: severityOfFault(context),
        certainty: loop === 'watched' ? 'certain' : 'likely',
        args: {
          label,
          runs: service.runs,
          lastExit: describeLastExit(service.lastExit),
          lastError: error?.line ?? null,
          meaning: deriveExit78Meaning(snapshot),
        },
        evidence: [...serviceEvidence(snapshot, service), ...logEvidence(log, error)],
      }),
    ];
  },
};

function logEvidence(log: LogTail | undefined, mark: LogMark | undefined): readonly Evidence[] {
  return log === undefined || mark === undefined ? [] : [{ command: `tail ${quote(log.path)}`, line: mark.line }];
}
