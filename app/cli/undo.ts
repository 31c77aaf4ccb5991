import type { Run } from '../core/model/repair.ts';
import { isUndoable } from '../core/undo-outlook.ts';
import { cliTexts } from '../core/text/cli.ts';
import { carryOut } from './carry-out.ts';
import type { ChangingCommand } from './carry-out.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { printJson, printResult } from './print-result.ts';
import { notBegun } from './repair-report.ts';

export interface UndoCommand extends ChangingCommand {
  /** `null`: the newest run that can be undone. */
  readonly subject: string | null;
}

/** Undoes one run: shows what that means, asks, and does it. */
export async function runUndo(command: UndoCommand, context: CommandContext): Promise<ExitCode> {
  const { subject } = command;
  const engine = await context.world.openEngine(command.profile);
  const { snapshot } = await engine.look();
  const run = findRun(await engine.runs(), subject);
  if (run === null) return subject === null ? sayNothingToUndo(command, context) : complain(subject, context);
  const shown = await engine.undo(run.id, { confirmed: false, dryRun: true });
  if (shown.kind !== 'previewed') return printResult(shown, command, context);
  return carryOut(
    {
      engine,
      preview: shown.preview,
      finding: null,
      now: snapshot.at,
      perform: () => engine.undo(run.id, { confirmed: true, dryRun: false }),
      command: `undo ${run.id}`,
    },
    command,
    context,
  );
}

function findRun(runs: readonly Run[], subject: string | null): Run | null {
  return (subject === null ? runs.find(isUndoable) : runs.find(({ id }) => id === subject)) ?? null;
}

function sayNothingToUndo({ json }: UndoCommand, { world, locale }: CommandContext): ExitCode {
  const says = cliTexts(locale).nothingToUndo;
  if (json) printJson({ schema: 1, run: notBegun('refused'), refusal: { reason: 'nothing-to-undo', says } }, world);
  else world.terminal.out(`${says}\n`);
  return 1;
}

function complain(word: string, { world, locale }: CommandContext): ExitCode {
  world.terminal.err(`${cliTexts(locale).unknownRun({ word })}\n`);
  return 2;
}
