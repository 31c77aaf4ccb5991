import type { ActionKind, ActionResult, RefusalCode, Step, StepResult, WaitCondition } from '../core/model/action.ts';
import type { Picture } from '../core/model/picture.ts';
import type { StatusReport } from '../core/model/report.ts';
import { deriveReport, type ReportOptions } from '../core/report.ts';
import { writeQuestion, writeResult } from '../core/text/actions.ts';

/** What `start`, `stop` and `restart` print with `--json`. Field names are an interface: only add. */
export interface ActionReport {
  readonly schema: 1;
  readonly app: StatusReport['app'];
  readonly action: ActionKind;
  readonly outcome: ActionResult['outcome'];
  readonly refusal: RefusalCode | null;
  readonly question: { readonly code: string; readonly text: string } | null;
  readonly summary: string;
  readonly next: string | null;
  readonly steps: readonly {
    readonly step: Exclude<Step['kind'], 'wait-until'> | WaitCondition['kind'];
    readonly outcome: StepResult['outcome'];
    readonly detail: string | null;
  }[];
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** As `status --json` would say it now. */
  readonly status: StatusReport | null;
}

export function deriveActionReport(
  result: ActionResult,
  picture: Picture | null,
  options: ReportOptions,
): ActionReport {
  const { action, outcome, refusal, question, steps, startedAt, finishedAt } = result;
  const { text, next } = writeResult(result, options.locale);
  return {
    schema: 1,
    app: { name: 'clawtender', version: options.appVersion },
    action,
    outcome,
    refusal: refusal?.code ?? null,
    question: question && { code: question.code, text: writeQuestion(question, options.locale) },
    summary: text,
    next,
    steps: steps.map(({ step, ...rest }) => ({
      step: step.kind === 'wait-until' ? step.condition.kind : step.kind,
      outcome: rest.outcome,
      detail: rest.detail,
    })),
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    status: picture && deriveReport(picture, options),
  };
}
