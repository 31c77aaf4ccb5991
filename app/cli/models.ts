import type { ModelWish } from '../core/model/model-wish.ts';
import type { ModelsReading } from '../core/model/models-reading.ts';
import type { ProviderFault, ProviderRequest } from '../core/model/provider-request.ts';
import { findModel, readModels } from '../core/models-view.ts';
import { quoteWord } from '../core/preview-view.ts';
import { modelTexts } from '../core/text/models.ts';
import { writeProviderFault } from '../core/text/provider-faults.ts';
import { writeRepairRefusal } from '../core/text/repairs/refusals.ts';
import { writeProviderTest } from '../core/text/provider-tests.ts';
import type { Engine } from '../engine/engine.ts';
import { carryOut, type ChangingCommand, type OnOffer } from './carry-out.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { deriveModelsReport, deriveProvidersReport, reportTest } from './models-report.ts';
import { printJson } from './print-result.ts';
import { writeFallbacks, writeModels, writeProviders } from './write-models.ts';

interface LookingCommand {
  readonly profile: string | null;
  readonly json: boolean;
}

/** The models, the providers, or who stands in, as the configuration has them: nobody is asked. */
export async function runModels(
  { kind, profile, json }: LookingCommand & { readonly kind: 'models' | 'providers' | 'fallbacks' },
  context: CommandContext,
): Promise<ExitCode> {
  const { world, locale } = context;
  const engine = await world.openEngine(profile);
  const reading = readModels(await engine.look());
  if (reading === null) return sayUnreadable(context);
  const { terminal } = world;
  const { hasColor } = terminal;
  if (json) printJson(kind === 'providers' ? deriveProvidersReport(reading) : deriveModelsReport(reading), world);
  else if (kind === 'models') terminal.out(writeModels(reading, locale, hasColor));
  else if (kind === 'providers') terminal.out(writeProviders(reading, locale, hasColor));
  else terminal.out(`${writeFallbacks(reading, locale)}\n`);
  return 0;
}

/** Asks one provider for its models. Exit code 3: its address is right, but nothing else could be tried. */
export async function runProviderTest(
  { name, profile, json }: LookingCommand & { readonly name: string },
  context: CommandContext,
): Promise<ExitCode> {
  const { world, locale } = context;
  const engine = await world.openEngine(profile);
  await engine.look();
  const test = await engine.testProvider(name);
  if ('kind' in test) return sayFault(test, context);
  if (json) printJson({ schema: 1, ...reportTest(test) }, world);
  else world.terminal.out(`${writeProviderTest(test, locale)}\n`);
  if (test.outcome.kind === 'ok') return 0;
  return test.outcome.kind === 'no-list' ? 3 : 1;
}

/** Sets a provider up: a plan like that of any repair. */
export async function runProviderAdd(
  command: ChangingCommand & { readonly request: ProviderRequest },
  context: CommandContext,
): Promise<ExitCode> {
  const engine = await context.world.openEngine(command.profile);
  const { snapshot } = await engine.look();
  const preview = await engine.previewProvider(command.request);
  if (!('offer' in preview)) return sayFault(preview, context);
  return carryOutWish(offerOf(engine, preview, snapshot.at, wordsOf(command.request)), command, context);
}

/** Another default model, by its reference or its alias. */
export async function runModelUse(
  command: ChangingCommand & { readonly word: string },
  context: CommandContext,
): Promise<ExitCode> {
  return choose(command, context, [command.word], ['models', 'use', command.word], ([ref = '']) => ({
    code: 'model-use',
    ref,
  }));
}

/** Who stands in, in this order; nobody, where no word is given. */
export async function runSetFallbacks(
  command: ChangingCommand & { readonly words: readonly string[] },
  context: CommandContext,
): Promise<ExitCode> {
  const { words } = command;
  const said = words.length === 0 ? ['clear'] : ['set', ...words];
  return choose(command, context, words, ['models', 'fallbacks', ...said], (refs) => ({
    code: 'model-fallbacks',
    refs,
  }));
}

async function choose(
  command: ChangingCommand,
  context: CommandContext,
  words: readonly string[],
  said: readonly string[],
  makeWish: (refs: readonly string[]) => ModelWish,
): Promise<ExitCode> {
  const engine = await context.world.openEngine(command.profile);
  const picture = await engine.look();
  const reading = readModels(picture);
  if (reading === null) return sayUnreadable(context);
  const refs = findModels(words, reading);
  if (typeof refs === 'string') {
    context.world.terminal.err(`${modelTexts(context.locale).unknownModel({ word: refs })}\n`);
    return 2;
  }
  const preview = await engine.previewWish(makeWish(refs));
  return carryOutWish(offerOf(engine, preview, picture.snapshot.at, said), command, context);
}

/** The references, each once; a text: the word that means none. */
function findModels(words: readonly string[], reading: ModelsReading): readonly string[] | string {
  const refs: string[] = [];
  for (const word of words) {
    const ref = findModel(word, reading);
    if (ref === null) return word;
    refs.push(ref);
  }
  return [...new Set(refs)];
}

function offerOf(engine: Engine, preview: OnOffer['preview'], now: number, words: readonly string[]): OnOffer {
  return {
    engine,
    preview,
    finding: null,
    now,
    perform: (planId) => engine.repair(planId, { confirmed: true }),
    command: words.map(quoteWord).join(' '),
  };
}

/** That it is so already is no failure. */
async function carryOutWish(onOffer: OnOffer, command: ChangingCommand, context: CommandContext): Promise<ExitCode> {
  const { offer } = onOffer.preview;
  if (offer.kind !== 'refusal' || offer.reason !== 'already-so') return carryOut(onOffer, command, context);
  if (command.json) printJson({ schema: 1, run: null }, context.world);
  else context.world.terminal.out(`${writeRepairRefusal(offer, context.locale)}\n`);
  return 0;
}

/** The command once more, for a hint. */
function wordsOf({ preset, plan, region, address, key, models, isDefault }: ProviderRequest): readonly string[] {
  return [
    'provider',
    'add',
    preset,
    ...(plan === null ? [] : ['--plan', plan]),
    ...(region === null ? [] : ['--region', region]),
    ...(address === null ? [] : ['--url', address]),
    ...(key?.kind === 'variable' ? ['--key-env', key.name] : []),
    ...(models === null ? [] : ['--models', models.join(',')]),
    ...(isDefault ? ['--default'] : []),
  ];
}

/** What is still to be said is wrong use; a server that does not answer is not. */
function sayFault(fault: ProviderFault, { world, locale }: CommandContext): ExitCode {
  world.terminal.err(`${writeProviderFault(fault, locale)}\n`);
  if (fault.kind === 'unknown-version' || fault.kind === 'unreadable-config') return 3;
  return fault.kind === 'not-told' ? 1 : 2;
}

function sayUnreadable({ world, locale }: CommandContext): ExitCode {
  world.terminal.err(`${modelTexts(locale).unreadable}\n`);
  return 3;
}
