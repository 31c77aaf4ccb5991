import type { Finding } from '../core/model/finding.ts';
import type { RepairPreview } from '../core/model/preview.ts';
import type { RepairPlan } from '../core/model/repair.ts';
import { derivePreviewView } from '../core/preview-view.ts';
import { cliTexts } from '../core/text/cli.ts';
import { writeRepairQuestion } from '../core/text/repairs/questions.ts';
import type { Engine, RepairResult } from '../engine/engine.ts';
import { isAgreed } from './ask.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { derivePlanReport } from './repair-report.ts';
import { printJson, printResult } from './print-result.ts';
import { tellSteps } from './tell-steps.ts';
import { writePreview } from './write-repair.ts';

/** What is on offer, and how it would be done. */
export interface OnOffer {
  readonly engine: Engine;
  readonly preview: RepairPreview;
  /** `null`: it is gone, as that of an old repair that is to be undone may be. */
  readonly finding: Finding | null;
  /** Epoch ms of the picture. */
  readonly now: number;
  readonly perform: (planId: string) => Promise<RepairResult>;
  /** The command that would do it, for a hint. */
  readonly command: string;
}

export interface ChangingCommand {
  readonly profile: string | null;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
}

/** Shows what is on offer, asks where somebody can answer, does it, and says how it ended. */
export async function carryOut(onOffer: OnOffer, command: ChangingCommand, context: CommandContext): Promise<ExitCode> {
  const { preview, engine, perform } = onOffer;
  const { offer } = preview;
  if (offer.kind === 'refusal') return printResult({ kind: 'refused', refusal: offer }, command, context);
  const agreedBeforehand = command.yes && !command.dryRun && offer.kind === 'repair';
  if (!command.json) showPreview(onOffer, context);
  if (offer.kind === 'instructions') return printInstructions(onOffer, command, context);
  const agreed = agreedBeforehand ? await isForceAgreed(offer, command, context) : await isWanted(command, context);
  if (!agreed) return leaveIt(onOffer, offer, command, context);
  if (!command.json) tellSteps(engine, context);
  const result = await perform(offer.id);
  if (!command.json) context.world.terminal.out('\n');
  return printResult(result, command, context);
}

/** Ending a process by force has a question of its own, which `--yes` does not answer. */
async function isForceAgreed(plan: RepairPlan, { json }: ChangingCommand, context: CommandContext): Promise<boolean> {
  const force = plan.questions.find(({ code }) => code === 'kill-hard');
  if (force === undefined) return true;
  return !json && (await isAgreed(writeRepairQuestion(force, context.locale), context));
}

async function isWanted({ dryRun, json }: ChangingCommand, context: CommandContext): Promise<boolean> {
  return !dryRun && !json && (await isAgreed(cliTexts(context.locale).doNow, context));
}

function showPreview({ preview, finding, now }: OnOffer, { world, locale }: CommandContext): void {
  const view = derivePreviewView(preview, { finding, now }, { locale });
  world.terminal.out(writePreview(view, locale, world.terminal.hasColor));
}

/** Nothing was done. Exit code 0 only where exactly that was asked for. */
function leaveIt(
  { preview, command: hint }: OnOffer,
  plan: RepairPlan,
  command: ChangingCommand,
  { world, locale }: CommandContext,
): ExitCode {
  const texts = cliTexts(locale);
  if (command.json) printJson(derivePlanReport(plan, preview, locale), world);
  else if (command.dryRun) world.terminal.out(`\n${texts.planOnly}\n`);
  else if (command.yes) world.terminal.out(`\n${texts.answerNeeded}\n`);
  else world.terminal.out(`\n${world.terminal.canAsk ? texts.notConfirmed : texts.needsYes({ command: hint })}\n`);
  return command.dryRun ? 0 : 1;
}

function printInstructions(
  { preview, finding, now }: OnOffer,
  command: ChangingCommand,
  context: CommandContext,
): ExitCode {
  const { locale, world } = context;
  const { commands, reason } = derivePreviewView(preview, { finding, now }, { locale });
  const { findingId, code } = preview.offer;
  if (command.json) printJson({ schema: 1, instructions: { findingId, code, says: reason, commands } }, world);
  return 1;
}
