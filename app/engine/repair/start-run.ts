import type { ActivityKind } from '../../core/model/action.ts';
import type { RepairPlan, Run, Verdict } from '../../core/model/repair.ts';
import type { Picture } from '../../core/model/picture.ts';
import type { GatewayState } from '../../core/model/state.ts';
import { redactText } from '../../core/redact.ts';
import { deriveActionOf } from '../../core/repairs/past-runs.ts';
import { refuseRepair } from '../../core/repairs/refuse-repair.ts';
import type { LockResult } from '../../ports/notebook.ts';
import type { RepairResult } from '../engine.ts';
import type { KeptHistory } from '../history.ts';
import type { Pictures } from '../pictures.ts';
import { performRun, type PerformedRun, type RunParts } from './perform-run.ts';

export interface Repairer extends RunParts {
  readonly pictures: Pictures;
  readonly history: KeptHistory;
}

type RunAction = Extract<ActivityKind, 'repair' | 'undo'>;

/** One run at a time over all faces: whoever comes second is told who is at work. */
export async function withRunLock(
  repairer: Repairer,
  { action, plan }: { readonly action: RunAction; readonly plan: RepairPlan },
  act: (startedAt: number) => Promise<RepairResult>,
): Promise<RepairResult> {
  const { parts, pictures, looker } = repairer;
  const { ports, self, target } = parts;
  const startedAt = ports.clock.now();
  let lock: LockResult;
  try {
    lock = await ports.notebook.tryLock({ ...self, action, code: plan.code, profile: target.profile, startedAt });
  } catch (error) {
    return notRecorded(plan, error);
  }
  if (lock.kind === 'held') return { kind: 'busy', by: lock.by };
  try {
    return await act(startedAt);
  } finally {
    await lock.release();
    if (pictures.ownActivity() !== null) pictures.endActivity(null);
    await looker.judgeAgain();
  }
}

export interface RunWish {
  readonly action: RunAction;
  readonly plan: RepairPlan;
  readonly picture: Picture;
  /** Epoch ms; with the lock's it tells a face which run is in flight. */
  readonly startedAt: number;
  readonly undoes: string | null;
}

/** From the first line of the journal to the last. `judge` says how it ended, from what it reads. */
export async function runToEnd(
  repairer: Repairer,
  wish: RunWish,
  judge: (performed: PerformedRun) => Promise<{ readonly verdict: Verdict; readonly state: GatewayState | null }>,
): Promise<RepairResult> {
  const { parts, pictures, book } = repairer;
  const { action, plan, picture, startedAt, undoes } = wish;
  const id = chooseRunId(startedAt, parts.self.pid, book.current());
  const head = { id, plan, profile: parts.target.profile, startedAt, stateBefore: picture.status.state, undoes };
  let begun: Run;
  try {
    begun = await book.begin(head);
  } catch (error) {
    return notRecorded(plan, error);
  }
  pictures.beginActivity({ action, startedAt });
  pictures.setPreview(null);
  const options = { basis: picture.snapshot, stopsAtFailure: action === 'repair' };
  const performed = await performRun(repairer, begun, options);
  const { verdict, state } = await judge(performed).catch((error: unknown) => {
    // Nothing could be read any more: what was done stands, and nothing proves that it helped.
    parts.onError(error);
    return { verdict: 'not-fixed', state: null } as const;
  });
  await noteAction(repairer, performed.run, verdict);
  return { kind: 'ended', run: await endRun(repairer, performed.run, verdict, state) };
}

async function endRun(
  { parts, book }: Repairer,
  run: Run,
  verdict: Verdict,
  stateAfter: GatewayState | null,
): Promise<Run> {
  const event = { kind: 'ended', at: parts.ports.clock.now(), verdict, stateAfter } as const;
  try {
    return await book.note(run.id, event);
  } catch (error) {
    // It stays open on the disk, which says less than is known here, and nothing wrong.
    parts.onError(error);
    return book.show(run.id, event);
  }
}

/** What a run did to the gateway counts as if a person had asked for it with a button, whatever its face. */
async function noteAction({ parts }: Repairer, run: Run, verdict: Verdict): Promise<void> {
  const action = deriveActionOf(run);
  if (action === null) return;
  const { profile } = run;
  const forced = action === 'restart';
  const entry = { action, at: run.startedAt, profile, succeeded: verdict === 'fixed', forced } as const;
  await parts.ports.notebook.append(entry).catch(parts.onError);
}

/** Sorts by time; only one run can begin at a time. */
function chooseRunId(startedAt: number, pid: number, runs: readonly Run[]): string {
  const base = `${startedAt.toString(36)}-${pid.toString(36)}`;
  const taken = runs.filter(({ id }) => id === base || id.startsWith(`${base}-`)).length;
  return taken === 0 ? base : `${base}-${taken}`;
}

function notRecorded(plan: RepairPlan, error: unknown): RepairResult {
  const detail = redactText(error instanceof Error ? error.message : String(error));
  const refusal = refuseRepair({ code: plan.code, id: plan.findingId }, 'not-recorded', { detail });
  return { kind: 'refused', refusal };
}
