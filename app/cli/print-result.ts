import type { RepairRefusal } from '../core/model/repair.ts';
import type { Locale } from '../core/model/view.ts';
import { deriveRunView } from '../core/run-view.ts';
import { writeRepairNotice } from '../core/text/repair-results.ts';
import type { RepairResult } from '../engine/engine.ts';
import type { CliWorld, CommandContext, ExitCode } from './cli-world.ts';
import { derivePlanReport, deriveRunReport, notBegun } from './repair-report.ts';
import { writeRun } from './write-repair.ts';

/** How a repair or undo ended: exit code 0 only when it is done and verified. */
export function printResult(
  result: RepairResult,
  { json }: { readonly json: boolean },
  { world, locale }: CommandContext,
): ExitCode {
  if (json) printJson(deriveResultReport(result, locale), world);
  else world.terminal.out(writeResult(result, locale));
  return result.kind === 'ended' && result.run.verdict === 'fixed' ? 0 : 1;
}

export function printJson(value: unknown, { terminal }: CliWorld): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** What `repair` and `undo` print with `--json` afterwards. Field names are an interface: only add. */
function deriveResultReport(result: RepairResult, locale: Locale): unknown {
  if (result.kind === 'ended') return { schema: 1, run: deriveRunReport(result.run) };
  const says = writeRepairNotice(result, locale) ?? null;
  if (result.kind === 'refused')
    return { schema: 1, run: notBegun('refused'), refusal: refusalOf(result.refusal, says) };
  if (result.kind === 'busy') {
    const { pid, face, action } = result.by;
    return { schema: 1, run: notBegun('refused'), refusal: { reason: 'busy', says, by: { pid, face, action } } };
  }
  const offer = result.preview?.offer;
  const plan = result.preview && offer?.kind === 'repair' ? derivePlanReport(offer, result.preview, locale) : null;
  return { schema: 1, run: notBegun(result.kind === 'stale' ? 'stale' : 'refused'), says, plan };
}

function refusalOf({ reason, findingId, code }: RepairRefusal, says: string | null) {
  return { reason, findingId, code, says };
}

function writeResult(result: RepairResult, locale: Locale): string {
  if (result.kind !== 'ended') return `${writeRepairNotice(result, locale) ?? ''}\n`;
  const { run } = result;
  const now = run.finishedAt ?? run.startedAt;
  return writeRun(deriveRunView(run, { activity: null, now }, { locale }), locale);
}
