import { deriveRunView } from '../core/run-view.ts';
import { cliTexts } from '../core/text/cli.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { printJson } from './print-result.ts';
import { derivePastRunReport } from './repair-report.ts';
import { writeRunLine } from './write-repair.ts';

/** The repairs that were made, newest first. */
export async function runRuns(
  command: { readonly profile: string | null; readonly json: boolean },
  { world, locale }: CommandContext,
): Promise<ExitCode> {
  const engine = await world.openEngine(command.profile);
  // Who is at work now tells a run that goes on from one that was interrupted.
  const { activity, snapshot } = await engine.look();
  const runs = await engine.runs();
  if (command.json) printJson({ schema: 1, runs: runs.map(derivePastRunReport) }, world);
  else if (runs.length === 0) world.terminal.out(`${cliTexts(locale).noRuns}\n`);
  else {
    const views = runs.map((run) => deriveRunView(run, { activity, now: snapshot.at }, { locale }));
    world.terminal.out(views.map((view) => writeRunLine(view, locale, world.terminal.hasColor)).join('\n'));
  }
  return 0;
}
