import type { Locale, PreviewView, RunStepView, RunView, Tone } from '../core/model/view.ts';
import { cliTexts } from '../core/text/cli.ts';
import { labelTexts } from '../core/text/labels.ts';
import { indent } from './layout.ts';
import { paint } from './paint.ts';

/** What is wrong, what will be done, exactly, what it interrupts and what can be undone. */
export function writePreview(view: PreviewView, locale: Locale, hasColor: boolean): string {
  const { title, whatIsWrong, caution, interrupts, undo, questions, reason, commands } = view;
  const parts = [
    [paint(title, 'strong', hasColor), whatIsWrong, caution],
    writeSteps(view, locale, hasColor),
    [interrupts, undo, ...questions],
    [reason, ...commands.map((command) => indent(command, 4))],
  ];
  const texts = parts.map((lines) => lines.filter((line) => line !== null && line !== '').join('\n'));
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

function writeSteps({ steps }: PreviewView, locale: Locale, hasColor: boolean): readonly string[] {
  if (steps.length === 0) return [];
  return [
    labelTexts(locale).whatWillBeDone,
    ...steps.flatMap(({ text, exact }, index) => [
      `  ${index + 1}. ${text}`,
      ...(exact === null ? [] : [paint(indent(exact, 6), 'faint', hasColor)]),
    ]),
  ];
}

/** How a run ended: the steps only where it did not succeed. */
export function writeRun({ id, state, text, next, steps, undo }: RunView, locale: Locale): string {
  const lines = [
    text,
    ...(next === null ? [] : [next]),
    ...(state === 'fixed' ? [] : steps.flatMap((step) => writeRunStep(step, locale))),
    ...(undo === null ? [] : [cliTexts(locale).undoWith({ id })]),
  ];
  return `${lines.join('\n')}\n`;
}

function writeRunStep({ text, outcome, detail }: RunStepView, locale: Locale): readonly string[] {
  const line = indent(cliTexts(locale).label({ label: text, value: outcome }), 2);
  return detail === null ? [line] : [line, indent(detail, 4)];
}

const tones: Readonly<Record<RunView['state'], Tone>> = {
  running: 'plain',
  interrupted: 'unknown',
  fixed: 'good',
  'not-fixed': 'bad',
  worse: 'bad',
  stale: 'unknown',
  refused: 'unknown',
  undone: 'plain',
};

/** One run in the list: its id, when, what, and how it ended; an interrupted one with its steps. */
export function writeRunLine(view: RunView, locale: Locale, hasColor: boolean): string {
  const steps = view.state === 'interrupted' ? view.steps.flatMap((step) => writeRunStep(step, locale)) : [];
  const head = `${view.id}  ${view.when}  ${view.title}`;
  const lines = [
    head,
    indent(paint(view.text, tones[view.state], hasColor), 2),
    ...steps.map((step) => indent(step, 2)),
  ];
  return `${lines.join('\n')}\n`;
}
