import type { HistoryFault } from '../core/model/listed-version.ts';
import { writeRestoreFault } from '../core/text/restore-faults.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { printJson } from './print-result.ts';
import { deriveDiffReport } from './version-report.ts';
import { writeDiff } from './write-history.ts';

interface DiffCommand {
  readonly profile: string | null;
  readonly json: boolean;
  /** Ids, names of OpenClaw's own copies, or `now`. */
  readonly before: string;
  readonly after: string;
}

/** What is different between two versions of a file, by setting. */
export async function runDiff(command: DiffCommand, { world, locale }: CommandContext): Promise<ExitCode> {
  const engine = await world.openEngine(command.profile);
  const { snapshot } = await engine.look();
  const diff = await engine.history.diff(command.before, command.after);
  if ('kind' in diff) {
    world.terminal.err(`${writeRestoreFault(diff, locale)}\n`);
    return exitCodeOf(diff);
  }
  const { hasColor } = world.terminal;
  if (command.json) printJson(deriveDiffReport(diff), world);
  else world.terminal.out(writeDiff(diff, { now: snapshot.at, locale, hasColor }));
  return 0;
}

/** What was named wrongly is wrong use; what cannot be read is not. */
function exitCodeOf({ kind }: HistoryFault): ExitCode {
  return kind === 'unreadable' ? 1 : 2;
}
