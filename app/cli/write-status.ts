import type { FindingView, View } from '../core/model/view.ts';
import { cliTexts } from '../core/text/cli.ts';
import { indent, writeRows } from './layout.ts';
import { paint, toneOfState } from './paint.ts';

/** The whole picture for a person: state and why, facts, findings with what to do and how to check, what is not known. */
export function writeStatus(view: View, hasColor: boolean): string {
  const parts = [
    writeHead(view, hasColor),
    writeFacts(view, hasColor),
    writeFindings(view, hasColor),
    writeUnknown(view),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Running and validity are two lines: a gateway can run well on a configuration that will not start again. */
function writeHead({ headline, state, sentence, configLine }: View, hasColor: boolean): string {
  const validity = paint(configLine.text, configLine.tone, hasColor);
  return `${paint(headline, toneOfState[state], hasColor)}\n${sentence}\n${validity}`;
}

function writeFacts({ facts }: View, hasColor: boolean): string {
  return writeRows(facts.map(({ label, value, tone }) => [label, paint(value, tone, hasColor)])).join('\n');
}

function writeFindings({ findings, locale }: View, hasColor: boolean): string {
  const texts = cliTexts(locale);
  if (findings.length === 0) return texts.noFindings;
  return [texts.findings, ...findings.map((finding) => writeFinding(finding, texts, hasColor))].join('\n');
}

function writeFinding(finding: FindingView, texts: ReturnType<typeof cliTexts>, hasColor: boolean): string {
  const { code, title, severity, severityLabel, certainty, explanation, advice, repair, evidence, consequences } =
    finding;
  const grade = certainty === 'likely' ? `${severityLabel}, ${texts.likely}` : severityLabel;
  const lines = [
    `  ${paint(title, severity === 'blocking' ? 'bad' : 'unknown', hasColor)} (${grade})`,
    indent(explanation, 4),
    indent(advice, 4),
    ...(repair === null ? [] : [indent(texts.repairWith({ code }), 4)]),
    ...evidence.flatMap(({ command, line }) => [
      paint(indent(`$ ${command}`, 6), 'faint', hasColor),
      paint(indent(line, 8), 'faint', hasColor),
    ]),
    ...(consequences.length === 0 ? [] : [indent(texts.alsoCausedBy, 4)]),
    ...consequences.map((each) => indent(each.title, 6)),
  ];
  return lines.filter((line) => line.trim() !== '').join('\n');
}

function writeUnknown({ unknown, locale }: View): string {
  if (unknown.length === 0) return '';
  const rows = unknown.map(({ label, reason }) => [label, reason] as const);
  return [cliTexts(locale).cannotTell, ...writeRows(rows)].join('\n');
}
