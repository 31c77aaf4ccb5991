import { derivePortHolder, isLive } from '../actions/port-holder.ts';
import { proveStray } from '../actions/plan-stop.ts';
import type { ProcessIdentity } from '../model/action.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { RepairOffer, RepairQuestion, RepairStep } from '../model/repair.ts';
import { refuseAsAction } from './from-action.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { refuseRepair } from './refuse-repair.ts';
import type { RepairContext } from './repair.ts';
import { planConfigCheck } from './safe-restart.ts';
import { planTakeOver } from './take-over.ts';

/** The stray is asked to end, by its proven pid, and the service takes its place. Only then, and asked again: killed. */
export const portStray = makeLadder('port-stray', {
  never: [
    'kill-by-name',
    'kill-unproven',
    'restart-during-update',
    'enable-without-asking',
    'bootout-first',
    'touch-other-products',
    'delete-anything',
  ],
  rungs: [
    {
      name: 'stop-stray',
      plan: (finding, context) =>
        planStopStray(finding, context, 'stop-stray', (process) => ({
          step: { kind: 'terminate-process', process },
          question: { code: 'stop-stray', pid: process.pid, commandLine: process.commandLine },
        })),
    },
    {
      name: 'kill-stray',
      plan: (finding, context) =>
        planStopStray(finding, context, 'kill-stray', (process) =>
          context.askedToEnd.some((asked) => isSame(asked, process))
            ? {
                step: { kind: 'kill-process', process },
                question: { code: 'kill-hard', pid: process.pid, commandLine: process.commandLine },
              }
            : null,
        ),
    },
  ],
});

interface Ending {
  readonly step: RepairStep;
  readonly question: RepairQuestion;
}

function planStopStray(
  finding: Finding,
  context: RepairContext,
  rung: string,
  end: (process: ProcessIdentity) => Ending | null,
): RepairOffer | null {
  const { snapshot, owner } = context;
  const holder = derivePortHolder(snapshot);
  if (holder.kind !== 'stray') return refuseRepair(finding, 'cannot-tell', { probe: 'listeners', detail: null });
  const proof = proveStray(snapshot, holder);
  if (proof.kind === 'refusal') return refuseAsAction(finding, proof);
  const ending = end(proof.identity);
  if (ending === null) return null;
  const servicePid = valueOf(snapshot.service)?.pid ?? null;
  const takeOver = planTakeOver(snapshot, owner.kind === 'two' && servicePid !== null);
  if (takeOver.kind === 'refusal') return refuseAsAction(finding, takeOver);
  return makePlan(finding, context, {
    rung,
    steps: [...checkUnprovenConfig(snapshot, proof.identity), ending.step, ...takeOver.steps],
    interrupts: isLive(snapshot),
    questions: takeOver.question === null ? [ending.question] : [ending.question, takeOver.question],
    goal: 'serving',
  });
}

/** What the stray serves with is proven; a configuration that was written after its start is not. */
function checkUnprovenConfig(
  { config, ...rest }: RepairContext['snapshot'],
  { startedAt }: ProcessIdentity,
): readonly RepairStep[] {
  const modifiedAt = valueOf(config)?.modifiedAt ?? 0;
  return modifiedAt < startedAt ? [] : planConfigCheck({ config, ...rest });
}

function isSame(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.pid === other.pid && one.startedAt === other.startedAt && one.uid === other.uid;
}
