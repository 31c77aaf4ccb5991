import type { Finding, FindingCode } from '../../app/core/model/finding.ts';
import { findingCodes } from '../../app/core/model/finding.ts';
import type { RepairPlan } from '../../app/core/model/repair.ts';
import { repairs } from '../../app/core/repairs/index.ts';
import { triageOrder } from '../../app/core/rules/index.ts';
import { writeFinding } from '../../app/core/text/findings.ts';
import { writeInstructions } from '../../app/core/text/repairs/instructions.ts';
import { writeNever } from '../../app/core/text/repairs/never.ts';
import { writeRepairStep } from '../../app/core/text/repairs/steps.ts';
import { at } from '../core/make-moment.ts';
import { climb } from '../core/repairs/offers.ts';
import type { Climbed } from '../core/repairs/offers.ts';
import { scenarios } from './scenarios/index.ts';

/**
 * docs/findings.md, made of the catalogue itself: what is found, seen by which commands, mended how, and what is never
 * done. The examples are those of the tests' machines.
 */
export function renderFindingsPage(): string {
  const rows = triageOrder.map((code) => `| ${cells(code).map(escapeCell).join(' | ')} |`);
  return `# What Clawtender finds, and how it is repaired

Written by \`npm run docs\` from the rules, the repairs and their texts; a test fails when this page is stale.
${findingCodes.length} findings, those first that explain others. Rungs are offered from top to bottom, each only after a
new preview; afterwards everything is read again and must hold. Names and numbers are examples.

| Code | Meaning | Seen by | Repair, or why a person must do it | Never |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

function cells(code: FindingCode): readonly string[] {
  const climbed = scenarios[code].flatMap((machine) => climb(code, machine));
  const [first] = climbed;
  if (first === undefined) throw new Error(`no machine for ${code}`);
  return [
    `\`${code}\``,
    titleOf(first.finding),
    listCommands(climbed)
      .map((command) => `\`${command}\``)
      .join('<br>'),
    [...describeRungs(climbed), ...describeByHand(code, climbed)].join('<br>'),
    repairs[code].never.map((never) => writeNever(never, 'en')).join('<br>'),
  ];
}

function titleOf(finding: Finding): string {
  return writeFinding(finding, at, { locale: 'en', timeZone: 'UTC' }).title;
}

/** The commands that a person could type to see the same, on all machines of the code. */
function listCommands(climbed: readonly Climbed[]): readonly string[] {
  return [...new Set(climbed.flatMap(({ finding }) => finding.evidence.map(({ command }) => command)))].slice(0, 4);
}

function describeRungs(climbed: readonly Climbed[]): readonly string[] {
  const plans = climbed.flatMap(({ offers }) => offers.filter((offer) => offer.kind === 'repair'));
  const byRung = new Map<string, RepairPlan>();
  for (const plan of plans) if (!byRung.has(plan.rung)) byRung.set(plan.rung, plan);
  return [...byRung.values()].map(
    ({ rung, steps, questions }) =>
      `**${rung}**${questions.length === 0 ? '' : ' (asks)'}: ${steps.map((step) => writeRepairStep(step, 'en')).join('; ')}.`,
  );
}

function describeByHand(code: FindingCode, climbed: readonly Climbed[]): readonly string[] {
  const isByHand = climbed.some(({ offers }) => offers.some(({ kind }) => kind === 'instructions'));
  return isByHand ? [`**by hand**: ${writeInstructions({ code }, 'en')}`] : [];
}

function escapeCell(text: string): string {
  return text.replaceAll('/Users/alice', '~').replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}
