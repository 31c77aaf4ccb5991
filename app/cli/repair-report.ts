import type { RepairPreview } from '../core/model/preview.ts';
import type { RepairPlan, RepairStep, RepairStepOutcome, Run, Verdict, Verify } from '../core/model/repair.ts';
import type { Locale } from '../core/model/view.ts';
import { isUndoable } from '../core/undo-outlook.ts';
import { writeRepairQuestion } from '../core/text/repairs/questions.ts';
import { writeRepairStep } from '../core/text/repairs/steps.ts';

/** What `repair` and `undo` print with `--json` before anything is done. Field names are an interface: only add. */
export interface PlanReport {
  readonly schema: 1;
  readonly id: string;
  readonly findingId: string;
  readonly code: string;
  readonly rung: string;
  readonly reach: RepairPlan['reach'];
  readonly steps: readonly ({ readonly kind: RepairStep['kind']; readonly says: string } & ExactReport)[];
  readonly questions: readonly { readonly code: string; readonly says: string }[];
  readonly verify: Verify;
}

/** A step that only waits has neither. */
type ExactReport = { readonly argv?: readonly string[] } | { readonly diff?: string };

export interface RunReport {
  /** `null`: nothing was begun, so nothing was recorded. */
  readonly id: string | null;
  /** `null`: it runs, or was interrupted. */
  readonly verdict: Verdict | null;
  readonly steps: readonly { readonly kind: RepairStep['kind']; readonly outcome: RepairStepOutcome }[];
  readonly undoable: boolean;
}

/** A run as `runs --json` lists it. */
export interface PastRunReport extends RunReport {
  readonly findingId: string;
  readonly code: string;
  readonly rung: string;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly undoneBy: string | null;
  readonly undoes: string | null;
}

export function derivePlanReport(plan: RepairPlan, { exact }: RepairPreview, locale: Locale): PlanReport {
  const { id, findingId, code, rung, reach, verify } = plan;
  return {
    schema: 1,
    id,
    findingId,
    code,
    rung,
    reach,
    steps: plan.steps.map((step, index) => {
      const { kind: _, ...exactly } = exact[index] ?? { kind: 'nothing' };
      return { kind: step.kind, says: writeRepairStep(step, locale), ...exactly };
    }),
    questions: plan.questions.map((question) => ({
      code: question.code,
      says: writeRepairQuestion(question, locale),
    })),
    verify,
  };
}

export function deriveRunReport(run: Run): RunReport {
  return {
    id: run.id,
    verdict: run.verdict,
    steps: run.steps.map(({ step, outcome }) => ({ kind: step.kind, outcome })),
    undoable: isUndoable(run),
  };
}

export function derivePastRunReport(run: Run): PastRunReport {
  return {
    ...deriveRunReport(run),
    findingId: run.plan.findingId,
    code: run.plan.code,
    rung: run.plan.rung,
    startedAt: isoTime(run.startedAt),
    finishedAt: run.finishedAt === null ? null : isoTime(run.finishedAt),
    undoneBy: run.undoneBy,
    undoes: run.undoes,
  };
}

/** Nothing was begun: no step, nothing to undo. */
export function notBegun(verdict: 'stale' | 'refused'): RunReport {
  return { id: null, verdict, steps: [], undoable: false };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
