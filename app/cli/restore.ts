import type { RestoreFault } from '../core/model/restore.ts';
import { quoteWord } from '../core/preview-view.ts';
import { writeRestoreFault } from '../core/text/restore-faults.ts';
import { carryOut } from './carry-out.ts';
import type { ChangingCommand } from './carry-out.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { printJson } from './print-result.ts';

export interface RestoreCommand extends ChangingCommand {
  readonly version: string;
  /** Dotted; `null`: the whole version. */
  readonly keys: readonly string[] | null;
}

/** Brings a version back, or some of its settings: a plan like that of any repair. */
export async function runRestore(command: RestoreCommand, context: CommandContext): Promise<ExitCode> {
  const { version, keys } = command;
  const engine = await context.world.openEngine(command.profile);
  const { snapshot } = await engine.look();
  const preview = await engine.previewRestore({ kind: 'version', reference: version, keys });
  if (!('offer' in preview)) return explain(preview, command, context);
  const named = keys === null ? [] : ['--keys', ...keys];
  return carryOut(
    {
      engine,
      preview,
      finding: null,
      now: snapshot.at,
      perform: (planId) => engine.repair(planId, { confirmed: true }),
      command: ['restore', version, ...named].map(quoteWord).join(' '),
    },
    command,
    context,
  );
}

/** That it is so already is no failure; a name that means nothing is wrong use. */
function explain(fault: RestoreFault, { json }: RestoreCommand, { world, locale }: CommandContext): ExitCode {
  const says = writeRestoreFault(fault, locale);
  if (fault.kind === 'no-difference') {
    if (json) printJson({ schema: 1, run: null }, world);
    else world.terminal.out(`${says}\n`);
    return 0;
  }
  world.terminal.err(`${says}\n`);
  return fault.kind === 'unreadable' || fault.kind === 'broken-version' ? 1 : 2;
}
