import type { ActionKind, ActionResult } from '../core/model/action.ts';
import { actionTexts, writeQuestion } from '../core/text/actions.ts';
import type { Engine } from '../engine/engine.ts';
import { deriveActionReport } from './action-report.ts';
import { isAgreed } from './ask.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { writeActionResult } from './write-action.ts';

export interface ActionCommand {
  readonly action: ActionKind;
  readonly yes: boolean;
  readonly profile: string | null;
  readonly json: boolean;
}

/** start, stop or restart: asks where the plan has a question and somebody is there to answer it. */
export async function runAction(command: ActionCommand, context: CommandContext): Promise<ExitCode> {
  const { world, locale } = context;
  const engine = await world.openEngine(command.profile);
  if (!command.json) tellWhenItBegins(engine, command.action, context);
  const first = await engine.act(command.action, { confirmed: command.yes });
  const agreed = first.outcome === 'needs-confirmation' && (await isAnsweredYes(first, command, context));
  const result = agreed ? await engine.act(command.action, { confirmed: true }) : first;
  const picture = engine.current();
  if (command.json) {
    const report = deriveActionReport(result, picture, { appVersion: world.appVersion, locale });
    world.terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  } else world.terminal.out(writeActionResult(result, { locale, canAsk: world.terminal.canAsk }));
  return result.outcome === 'succeeded' ? 0 : 1;
}

/** It may take minutes: the person sees that it has begun, also where standard output goes into a file. */
function tellWhenItBegins(engine: Engine, action: ActionKind, { world, locale }: CommandContext): void {
  const stop = engine.onPicture((picture) => {
    if (picture.activity === null) return;
    stop();
    world.terminal.err(`${actionTexts(locale).activities[action]}\n`);
  });
}

async function isAnsweredYes(result: ActionResult, command: ActionCommand, context: CommandContext): Promise<boolean> {
  if (result.question === null || command.json) return false;
  return isAgreed(writeQuestion(result.question, context.locale), context);
}
