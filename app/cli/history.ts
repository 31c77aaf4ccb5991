import path from 'node:path';
import type { WatchedKind } from '../core/model/history.ts';
import type { ListedVersion } from '../core/model/listed-version.ts';
import { historyTexts } from '../core/text/history.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { printJson } from './print-result.ts';
import { deriveExportReport, deriveVersionReport } from './version-report.ts';
import { writeExport, writeVersionLine } from './write-history.ts';

interface HistoryCommand {
  readonly profile: string | null;
  readonly json: boolean;
  /** A path, a bare name, or a kind; `null`: all. */
  readonly file: string | null;
}

/** Words that name kinds of files. */
const kindsByWord: Readonly<Record<string, readonly WatchedKind[]>> = {
  config: ['config', 'include'],
  models: ['models'],
  service: ['definition', 'service-environment'],
  variables: ['service-environment', 'environment-file'],
  devices: ['devices'],
  identity: ['identity'],
};

/** The kept versions, newest first. Looks first: the newest is kept by that. */
export async function runHistory(command: HistoryCommand, context: CommandContext): Promise<ExitCode> {
  const { world, locale } = context;
  const engine = await world.openEngine(command.profile);
  const { snapshot } = await engine.look();
  const all = await engine.history.list();
  const versions = chooseVersions(all, command.file);
  if (versions === null) {
    world.terminal.err(`${historyTexts(locale).noVersionsOf({ file: command.file ?? '' })}\n`);
    return 2;
  }
  if (command.json) printJson({ schema: 1, versions: versions.map(deriveVersionReport) }, world);
  else if (versions.length === 0) world.terminal.out(`${historyTexts(locale).noVersions}\n`);
  else {
    const now = snapshot.at;
    const { hasColor } = world.terminal;
    world.terminal.out(versions.map((version) => writeVersionLine(version, { now, locale, hasColor })).join('\n'));
  }
  return 0;
}

/** `null`: the word names nothing. */
function chooseVersions(all: readonly ListedVersion[], word: string | null): readonly ListedVersion[] | null {
  if (word === null) return all;
  const kinds = Object.hasOwn(kindsByWord, word) ? kindsByWord[word] : undefined;
  if (kinds !== undefined) return all.filter(({ kind }) => kinds.includes(kind));
  const named = all.filter(({ file }) => file === path.resolve(word) || path.basename(file) === word);
  return named.length === 0 ? null : named;
}

/** All of it without secrets, to be given away. */
export async function runExport(
  command: { readonly profile: string | null; readonly json: boolean },
  { world, locale }: CommandContext,
): Promise<ExitCode> {
  const engine = await world.openEngine(command.profile);
  await engine.look();
  const exported = await engine.history.exportAll();
  if (command.json) printJson(deriveExportReport(exported), world);
  else world.terminal.out(writeExport(exported, locale));
  return 0;
}
