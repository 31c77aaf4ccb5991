import type { Locale } from '../core/model/view.ts';
import { cliTexts } from '../core/text/cli.ts';
import type { CliWorld, CommandContext, ExitCode } from './cli-world.ts';

/** What the panel is served with. */
export interface PanelRequest {
  readonly profile: string | null;
  /** `null`: a free one. */
  readonly port: number | null;
  readonly locale: { readonly system: Locale; readonly chosen: Locale | null };
  readonly opens: boolean;
  /** One technical line for standard error. */
  readonly log: (line: string) => void;
}

export interface PanelCommand {
  readonly profile: string | null;
  readonly port: number | null;
  readonly opens: boolean;
  readonly locale: Locale | null;
}

/** Serves the panel on loopback until the end. */
export async function runPanel(command: PanelCommand, { world, locale }: CommandContext): Promise<ExitCode> {
  const { terminal } = world;
  const texts = cliTexts(locale);
  const interrupted = terminal.untilInterrupted();
  const panel = await openOrComplain(command, world, locale);
  if (panel === null) return 2;
  try {
    terminal.out(`${texts.panelAt({ url: panel.url })}\n${texts.panelEnds}\n`);
    await interrupted;
  } finally {
    await panel.close();
  }
  return 0;
}

async function openOrComplain(command: PanelCommand, world: CliWorld, locale: Locale) {
  const texts = cliTexts(locale);
  const { profile, port, opens } = command;
  const log = (line: string) => world.terminal.err(`${line}\n`);
  try {
    return await world.openPanel({ profile, port, opens, log, locale: { system: locale, chosen: command.locale } });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') world.terminal.err(`${texts.panelPortTaken({ port: port ?? 0 })}\n`);
    else if (code === 'ENOENT') world.terminal.err(`${texts.panelNotBuilt}\n`);
    else throw error;
    return null;
  }
}
