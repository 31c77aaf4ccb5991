import { findingCodes } from '../core/model/finding.ts';
import type { Finding } from '../core/model/finding.ts';
import type { Picture } from '../core/model/picture.ts';
import { quoteWord } from '../core/preview-view.ts';
import { cliTexts } from '../core/text/cli.ts';
import { carryOut } from './carry-out.ts';
import type { ChangingCommand } from './carry-out.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { printJson } from './print-result.ts';

export interface RepairCommand extends ChangingCommand {
  /** Id or code of a finding; `null`: the one thing to do first. */
  readonly subject: string | null;
}

/** Repairs one finding: the one that is named, else the first. */
export async function runRepair(command: RepairCommand, context: CommandContext): Promise<ExitCode> {
  const { subject } = command;
  if (subject !== null && !isFindingName(subject)) return complain(subject, context);
  const engine = await context.world.openEngine(command.profile);
  const picture = await engine.look();
  const finding = findSubject(picture, subject);
  const preview = finding && (await engine.preview(finding.id));
  if (finding === null || preview === null) return sayNothingFound(command, context);
  return carryOut(
    {
      engine,
      preview,
      finding,
      now: picture.snapshot.at,
      perform: (planId) => engine.repair(planId, { confirmed: true }),
      command: `repair ${quoteWord(subject ?? finding.id)}`,
    },
    command,
    context,
  );
}

/** A code, or an id, which begins with one. */
function isFindingName(word: string): boolean {
  const [code] = word.split(':');
  return findingCodes.some((each) => each === code);
}

function findSubject({ findings }: Picture, subject: string | null): Finding | null {
  if (subject === null) return findings[0]?.finding ?? null;
  const all = findings.flatMap(({ finding, consequences }) => [finding, ...consequences]);
  return all.find(({ id }) => id === subject) ?? all.find(({ code }) => code === subject) ?? null;
}

/** What was to be gone is not there: that is no failure. */
function sayNothingFound({ subject, json }: RepairCommand, { world, locale }: CommandContext): ExitCode {
  const texts = cliTexts(locale);
  if (json) printJson({ schema: 1, run: null }, world);
  else world.terminal.out(`${subject === null ? texts.nothingToRepair : texts.notFoundNow({ word: subject })}\n`);
  return 0;
}

function complain(word: string, { world, locale }: CommandContext): ExitCode {
  world.terminal.err(`${cliTexts(locale).unknownFinding({ word })}\n`);
  return 2;
}
