import { deriveRunView } from '../core/run-view.ts';
import { actionTexts } from '../core/text/actions.ts';
import type { Engine } from '../engine/engine.ts';
import type { CommandContext } from './cli-world.ts';

/** It may take minutes: the person sees each step begin, also where standard output goes into a file. */
export function tellSteps(engine: Engine, { world, locale }: CommandContext): void {
  let told: string | null = null;
  const tell = (line: string) => {
    if (line !== told) world.terminal.err(`${line}\n`);
    told = line;
  };
  const stop = engine.onPicture(({ activity, runs, snapshot }) => {
    if (activity === null) return told === null ? undefined : stop();
    const run = runs.find(({ startedAt, verdict }) => startedAt === activity.startedAt && verdict === null);
    if (run !== undefined) return tell(deriveRunView(run, { activity, now: snapshot.at }, { locale }).text);
    if (told === null) tell(actionTexts(locale).activities[activity.action]);
    return undefined;
  });
}
