import type { Locale } from '../core/model/view.ts';
import { redactText } from '../core/redact.ts';
import { cliTexts } from '../core/text/cli.ts';
import { usageTexts } from '../core/text/cli-usage.ts';
import { chooseLocale } from '../core/text/define.ts';
import { runAction } from './act.ts';
import type { CliWorld, CommandContext, ExitCode } from './cli-world.ts';
import { runModels, runModelUse, runProviderAdd, runProviderTest, runSetFallbacks } from './models.ts';
import { runPanel } from './panel.ts';
import { runRepair } from './repair.ts';
import { runDecision, runDevices } from './devices.ts';
import { runDiff } from './diff.ts';
import { runExport, runHistory } from './history.ts';
import { runRestore } from './restore.ts';
import { runRuns } from './runs.ts';
import { type Command, parseArguments, type WrongUse } from './parse-arguments.ts';
import { runStatus } from './status.ts';
import { runUndo } from './undo.ts';
import { runWatch } from './watch.ts';

/** Runs one command line and returns its exit code. Never throws. */
export async function runCli(words: readonly string[], world: CliWorld): Promise<ExitCode> {
  const command = parseArguments(words);
  const locale = command.locale ?? chooseLocale(world.preferredLocales);
  if (command.kind === 'wrong') return complain(command, world, locale);
  try {
    return await run(command, { world, locale });
  } catch (error) {
    const message = redactText(error instanceof Error ? error.message : String(error));
    world.terminal.err(`${cliTexts(locale).ownFault({ message })}\n`);
    return 2;
  }
}

async function run(command: Command, context: CommandContext): Promise<ExitCode> {
  const { terminal, appVersion } = context.world;
  if (command.kind === 'status') return runStatus(command, context);
  if (command.kind === 'watch') return runWatch(command, context);
  if (command.kind === 'act') return runAction(command, context);
  if (command.kind === 'repair') return runRepair(command, context);
  if (command.kind === 'runs') return runRuns(command, context);
  if (command.kind === 'undo') return runUndo(command, context);
  if (command.kind === 'history') return runHistory(command, context);
  if (command.kind === 'export') return runExport(command, context);
  if (command.kind === 'diff') return runDiff(command, context);
  if (command.kind === 'restore') return runRestore(command, context);
  if (command.kind === 'devices') return runDevices(command, context);
  if (command.kind === 'decide-device') return runDecision(command, context);
  if (command.kind === 'models' || command.kind === 'providers' || command.kind === 'fallbacks')
    return runModels(command, context);
  if (command.kind === 'provider-test') return runProviderTest(command, context);
  if (command.kind === 'provider-add') return runProviderAdd(command, context);
  if (command.kind === 'model-use') return runModelUse(command, context);
  if (command.kind === 'set-fallbacks') return runSetFallbacks(command, context);
  if (command.kind === 'panel') return runPanel(command, context);
  terminal.out(command.kind === 'version' ? `${appVersion}\n` : usageTexts(context.locale).usage);
  return 0;
}

function complain({ problem, word, command }: WrongUse, { terminal }: CliWorld, locale: Locale): ExitCode {
  const texts = cliTexts(locale);
  const sentence = texts.wrong[problem];
  const text = typeof sentence === 'string' ? sentence : sentence({ word, command });
  terminal.err(`${text}\n${texts.seeHelp}\n`);
  return 2;
}
