import type { Picture } from '../core/model/picture.ts';
import { deriveReport } from '../core/report.ts';
import { deriveView } from '../core/view.ts';
import { meaningfulKey } from '../engine/meaningful-key.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { paint, toneOfState } from './paint.ts';
import { clockTime } from './layout.ts';

/** One line for each change that means something to a person, from now until the end. */
export async function runWatch(
  command: { readonly profile: string | null; readonly json: boolean },
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal } = context.world;
  const engine = await context.world.openEngine(command.profile);
  const write = command.json ? writeJsonLine : writeLine;
  let lastKey = '';
  engine.onPicture((picture) => {
    const key = meaningfulKey(picture);
    if (key === lastKey) return;
    lastKey = key;
    terminal.out(`${write(picture, context)}\n`);
  });
  const interrupted = terminal.untilInterrupted();
  try {
    // Rejects when the first look fails; then there is nothing to wait for.
    await Promise.race([engine.start().ready, interrupted]);
    await interrupted;
  } finally {
    await engine.stop();
  }
  return 0;
}

function writeJsonLine(picture: Picture, { world, locale }: CommandContext): string {
  return JSON.stringify(deriveReport(picture, { appVersion: world.appVersion, locale }));
}

function writeLine(picture: Picture, { world, locale }: CommandContext): string {
  const { headline, sentence, activity, state } = deriveView(picture, { locale, localeChoice: locale });
  const painted = paint(activity?.text ?? headline, toneOfState[state], world.terminal.hasColor);
  return `${clockTime(picture.snapshot.at)}  ${painted}  ${sentence}`;
}
