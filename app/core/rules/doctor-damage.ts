import { deriveService } from '../doctor.ts';
import type { Finding, FindingArgsByCode } from '../model/finding.ts';
import type { Memory, WellService } from '../model/memory.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { definitionEvidence, quote } from './evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

type Damage = Pick<FindingArgsByCode['doctor-damage'], 'what' | 'before' | 'now'>;
type Doctor = NonNullable<Memory['doctor']>;

/**
 * The gateway was well, `openclaw doctor` ran, the service or the configuration is another one since, and no gateway
 * serves. Whatever names the fault itself explains it better.
 */
export const doctorDamage: Rule<'doctor-damage'> = {
  code: 'doctor-damage',
  graceMs: 30_000,
  causes: [
    'node-path-gone',
    'entrypoint-stale',
    'log-disk',
    'db-newer',
    'db-corrupt',
    'plugin-blocks-start',
    'port-stray',
    'config-syntax',
    'redacted-written',
    'config-clobber',
    'config-invalid',
    'mode-missing',
  ],
  find(snapshot, context) {
    const { well, doctor } = context.memory;
    if (well === null || doctor === null || !isDown(context)) return [];
    if (isHandsOff(snapshot, context) || isIdleForAReason(snapshot, context)) return [];
    const now = deriveService(snapshot);
    return now === null ? [] : findDamage(snapshot, context, doctor, compare(well, now, doctor));
  },
};

function findDamage(
  snapshot: Snapshot,
  context: RuleContext,
  doctor: Doctor,
  damage: Damage | null,
): readonly Finding<'doctor-damage'>[] {
  const definition = valueOf(snapshot.definition);
  if (damage === null || definition === undefined) return [];
  const { configPath, label } = snapshot.target;
  const changed =
    damage.what === 'configuration'
      ? { command: `ls -l ${quote(configPath)}`, line: configPath }
      : definitionEvidence(definition, damage.now ?? '');
  return [
    makeFinding('doctor-damage', label, {
      severity: severityOfFault(context),
      certainty: 'likely',
      args: { ...damage, doctorAt: doctor.at },
      evidence: [{ command: 'ps -ww -o pid=,command=', line: doctor.commandLine }, changed],
    }),
  ];
}

/** Known to be down, and not on its way up. */
function isDown(context: RuleContext): boolean {
  const { answer, warmUp, job } = context.facts;
  const isMute = answer === 'refused' || answer === 'silent';
  const isComing = job === 'starting' || (job === 'running' && warmUp !== 'over');
  return !isServing(context) && isMute && !isComing;
}

/** The first thing that differs from what was well; the configuration only when it was written while doctor ran. */
function compare(well: WellService, now: WellService, doctor: Doctor): Damage | null {
  if (well.nodePath !== now.nodePath) return { what: 'node', before: well.nodePath, now: now.nodePath };
  if (well.entryPath !== now.entryPath) return { what: 'program', before: well.entryPath, now: now.entryPath };
  if (well.port !== now.port) return { what: 'port', before: textOf(well.port), now: textOf(now.port) };
  const changedAt = now.configChangedAt;
  const isItsWork = changedAt !== null && Math.abs(changedAt - doctor.at) <= doctorTakesMs;
  return isItsWork && changedAt !== well.configChangedAt ? { what: 'configuration', before: null, now: null } : null;
}

/** A minute while it waits for a gateway that is down (2026.9.6), and the work itself. */
const doctorTakesMs = 120_000;

function textOf(port: number | null): string | null {
  return port === null ? null : String(port);
}
