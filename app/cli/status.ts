import { deriveReport, exitCodeOf } from '../core/report.ts';
import { deriveView } from '../core/view.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { writeStatus } from './write-status.ts';

/** One look, for a person or as JSON. */
export async function runStatus(
  command: { readonly profile: string | null; readonly json: boolean },
  { world, locale }: CommandContext,
): Promise<ExitCode> {
  const { terminal, appVersion } = world;
  const engine = await world.openEngine(command.profile);
  const picture = await engine.look();
  const report = deriveReport(picture, { appVersion, locale });
  if (command.json) terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else terminal.out(writeStatus(deriveView(picture, { locale, localeChoice: locale }), terminal.hasColor));
  return exitCodeOf(report);
}
