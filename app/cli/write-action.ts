import type { ActionResult } from '../core/model/action.ts';
import type { Locale } from '../core/model/view.ts';
import { writeResult } from '../core/text/actions.ts';
import { writeStep, writeStepOutcome } from '../core/text/actions/steps.ts';
import { cliTexts } from '../core/text/cli.ts';
import { indent } from './layout.ts';

/** How an action ended, for a person: the steps only where it did not succeed. */
export function writeActionResult(
  result: ActionResult,
  { locale, canAsk }: { readonly locale: Locale; readonly canAsk: boolean },
): string {
  const texts = cliTexts(locale);
  if (result.outcome === 'needs-confirmation' && canAsk) return `${texts.notConfirmed}\n`;
  const { text, next } = writeResult(result, locale);
  const toDo = result.outcome === 'needs-confirmation' ? texts.needsYes({ command: result.action }) : next;
  const steps = result.outcome === 'succeeded' ? [] : writeSteps(result, locale);
  return `${[text, ...(toDo === null ? [] : [toDo]), ...steps].join('\n')}\n`;
}

function writeSteps({ steps }: ActionResult, locale: Locale): readonly string[] {
  return steps.flatMap(({ step, outcome, detail }) => {
    const line = cliTexts(locale).label({ label: writeStep(step, locale), value: writeStepOutcome(outcome, locale) });
    return detail === null ? [indent(line, 2)] : [indent(line, 2), indent(detail, 4)];
  });
}
