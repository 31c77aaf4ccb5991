import { deriveExitLoop } from '../exit-loop.ts';
import { valueOf } from '../model/reading.ts';
import type { Supervisor, Watchdog } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff } from './circumstances.ts';
import { quote, serviceEvidence, supervisorEvidence } from './evidence.ts';
import { logEvidence } from './last-word.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

const stormWithinMs = 15 * 60_000;

/** A job that was seen to act on the gateway by itself. */
export interface SeenWatchdog {
  readonly supervisor: Supervisor;
  readonly watchdog: Watchdog;
}

/** Jobs of others that restart the gateway, without those known not to be loaded. The official app is none. */
export function listWatchdogs(snapshot: Snapshot): readonly SeenWatchdog[] {
  return (valueOf(snapshot.supervisors) ?? []).flatMap((supervisor) => {
    const { watchdog, kind, loaded } = supervisor;
    return watchdog === null || kind !== 'other' || loaded === false ? [] : [{ supervisor, watchdog }];
  });
}

/**
 * Another job starts, stops or restarts the gateway. By itself that is worth knowing; while the gateway is killed or
 * ends again and again it is a likely reason.
 */
export const watchdogFight: Rule<'watchdog-fight'> = {
  code: 'watchdog-fight',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const fights = isFoughtOver(snapshot, context);
    return listWatchdogs(snapshot).map(({ supervisor, watchdog }) =>
      makeFinding('watchdog-fight', supervisor.path, {
        severity: fights ? 'degraded' : 'notice',
        certainty: fights || supervisor.loaded !== true ? 'likely' : 'certain',
        args: {
          label: supervisor.label,
          path: supervisor.path,
          line: watchdog.line,
          everySeconds: watchdog.everySeconds,
        },
        evidence: [
          ...supervisorEvidence(supervisor),
          ...(watchdog.scriptPath === null
            ? []
            : [{ command: `cat ${quote(watchdog.scriptPath)}`, line: watchdog.line }]),
          ...(fights ? fightEvidence(snapshot) : []),
        ],
      }),
    );
  },
};

/**
 * A watchdog that is at work right now, by what it does to the gateway: killed several times, or restarted so often
 * that the gateway complains. Beside it nothing is brought up. `null`: none, or none that does harm.
 */
export function findFightingWatchdog(snapshot: Snapshot): SeenWatchdog | null {
  return isHarassed(snapshot) ? (listWatchdogs(snapshot)[0] ?? null) : null;
}

function isFoughtOver(snapshot: Snapshot, { memory }: RuleContext): boolean {
  return isHarassed(snapshot) || deriveExitLoop(snapshot, memory) !== null;
}

function isHarassed(snapshot: Snapshot): boolean {
  const service = valueOf(snapshot.service);
  const wasKilled = service?.lastExit?.kind === 'signal' && service.lastExit.signal === 9;
  return (wasKilled && (service?.runs ?? 0) >= 3) || findStorm(snapshot) !== undefined;
}

/** The gateway itself counts restarts (2026.9). */
function findStorm(snapshot: Snapshot) {
  const marks = valueOf(snapshot.log)?.marks ?? [];
  return marks.findLast(({ kind, at }) => kind === 'restart-storm' && snapshot.at - (at ?? 0) < stormWithinMs);
}

function fightEvidence(snapshot: Snapshot) {
  const service = valueOf(snapshot.service);
  const storm = logEvidence(snapshot, findStorm(snapshot)?.line);
  return service === undefined ? storm : [...serviceEvidence(snapshot, service), ...storm];
}
