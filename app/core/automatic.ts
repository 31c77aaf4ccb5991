import { isProvablyHung, isVanished } from './automatic-cases.ts';
import { isJustAwake } from './just-awake.ts';
import type { AutomaticCause, AutomaticEntry } from './model/automatic.ts';
import type { Finding } from './model/finding.ts';
import { valueOf } from './model/reading.ts';
import type { RepairOffer, RepairPlan, RepairStep } from './model/repair.ts';
import type { Snapshot } from './model/snapshot.ts';
import { findGeneralRefusal } from './repairs/general-refusals.ts';
import type { RepairContext } from './repairs/repair.ts';
import { planSafeRestart } from './repairs/safe-restart.ts';
import { listWatchdogs } from './rules/watchdog-fight.ts';

/** The rung of the one repair that no finding offers: of a job that is provably hung. */
export const hungRung = 'automatic-restart';

export interface AutomaticSituation {
  readonly context: RepairContext;
  /** All that are shown, those folded under a cause too. */
  readonly findings: readonly Finding[];
  readonly offers: readonly RepairOffer[];
  /** A person looks at a repair: it is theirs to decide. */
  readonly isPreviewing: boolean;
}

export interface AutomaticRepair {
  readonly cause: AutomaticCause;
  readonly plan: RepairPlan;
}

/** What may be done without a question; `null`: waiting, which is nearly always right. Pure. */
export function decideAutomatic(situation: AutomaticSituation): AutomaticRepair | null {
  if (isHeldBack(situation)) return null;
  return planForHung(situation) ?? planForVanished(situation);
}

/** What is not proven to be free of others is not touched: unread is no better than present. */
function isHeldBack({ context, isPreviewing }: AutomaticSituation): boolean {
  const { snapshot, memory, facts } = context;
  if (isPreviewing || memory.activity !== null || facts.mode !== 'local') return true;
  return isJustAwake(memory.wokeAt, snapshot.at) || hasOtherKeeper(snapshot);
}

/** Another job that runs a gateway or looks after one; the official app starts and stops it as it likes. */
function hasOtherKeeper(snapshot: Snapshot): boolean {
  const supervisors = valueOf(snapshot.supervisors);
  if (supervisors === undefined || listWatchdogs(snapshot).length > 0) return true;
  const { profile } = snapshot.target;
  return supervisors.some(
    ({ isTarget, kind, loaded, profile: theirs }) =>
      !isTarget && loaded !== false && (kind === 'official-app' || (kind === 'gateway' && theirs === profile)),
  );
}

function planForHung({ context, findings }: AutomaticSituation): AutomaticRepair | null {
  // Whatever explains the silence has its own repair, and a person decides on it.
  if (findings.some(isTrouble) || !isProvablyHung(context)) return null;
  const finding = describeHung(context.snapshot, context);
  const offer = planSafeRestart(finding, context, hungRung);
  if (offer.kind !== 'repair' || findGeneralRefusal(offer, finding, context) !== null) return null;
  return isOnly(offer, 'restart-loaded-service') ? { cause: 'hung', plan: offer } : null;
}

function planForVanished({ context, findings, offers }: AutomaticSituation): AutomaticRepair | null {
  const [trouble, ...others] = findings.filter(isTrouble);
  if (trouble?.code !== 'agent-not-loaded' || trouble.certainty !== 'certain' || others.length > 0) return null;
  if (!isVanished(context, trouble)) return null;
  const offer = offers.find(({ findingId }) => findingId === trouble.id);
  if (offer?.kind !== 'repair' || findGeneralRefusal(offer, trouble, context) !== null) return null;
  return isOnly(offer, 'load-service') ? { cause: 'vanished', plan: offer } : null;
}

function isTrouble({ severity, code }: Finding): boolean {
  return severity !== 'notice' || code === 'slow-not-dead' || code === 'watchdog-fight';
}

const harmless: ReadonlySet<RepairStep['kind']> = new Set(['keep-copy', 'wait', 'wait-until']);

/** One change of that kind and no other, nothing asked. Enabling what is enabled changes nothing; validating neither. */
function isOnly({ steps, questions }: RepairPlan, kind: RepairStep['kind']): boolean {
  const changes = steps.filter(
    (step) =>
      !harmless.has(step.kind) &&
      step.kind !== 'enable-service' &&
      !(step.kind === 'run-openclaw' && step.command === 'config-validate'),
  );
  return questions.length === 0 && changes.length === 1 && changes[0]?.kind === kind;
}

/** What the journal says that was mended: no rule speaks of it, for a person's restart needs no finding. */
function describeHung(snapshot: Snapshot, { memory }: RepairContext): Finding<'slow-not-dead'> {
  const { label } = snapshot.target;
  const pid = valueOf(snapshot.service)?.pid ?? null;
  const line = `no answer in time, ${memory.slowAt.length} times`;
  return {
    id: `slow-not-dead:${label}`,
    code: 'slow-not-dead',
    subject: label,
    severity: 'blocking',
    certainty: 'certain',
    args: { pid, ageSeconds: null, phase: null },
    evidence: [{ command: `curl http://127.0.0.1:${snapshot.port.port}/healthz`, line }],
  };
}

const restMs = 600_000;
const countedMs = 3_600_000;
const mostPerCause = 3;

/**
 * One in ten minutes, whatever for, and three an hour for one cause: the gateway's own breaker trips at three unclean
 * starts. A person's start or restart counts like one. An entry of the future (the clock was set back) counts too.
 */
export function isWithinLimits(
  cause: AutomaticCause,
  past: { readonly entries: readonly AutomaticEntry[]; readonly lastActionAt: number | null },
  now: number,
): boolean {
  const { entries, lastActionAt } = past;
  const newest = Math.max(lastActionAt ?? Number.NEGATIVE_INFINITY, ...entries.map(({ at }) => at));
  if (now - newest < restMs) return false;
  const counted = entries.filter((entry) => entry.cause === cause && now - entry.at < countedMs);
  return counted.length < mostPerCause;
}
