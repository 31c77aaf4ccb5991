import { cliTexts } from '../core/text/cli.ts';
import type { CommandContext } from './cli-world.ts';

/** Whether somebody is there and answers with yes. */
export async function isAgreed(question: string, { world, locale }: CommandContext): Promise<boolean> {
  if (!world.terminal.canAsk) return false;
  const texts = cliTexts(locale);
  const answer = await world.terminal.ask(`${question} ${texts.yesNo}`);
  return answer !== null && texts.yesWords.split(' ').includes(answer.trim().toLowerCase());
}
