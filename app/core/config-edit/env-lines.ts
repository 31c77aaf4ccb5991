import { redactText } from '../redact.ts';
import type { MarkSecret } from '../settings/mask.ts';
import type { EditedText } from './edit-text.ts';

/** An assignment with all of its lines, their line ends included. */
interface EnvAssignment {
  readonly name: string;
  /** As written, quotes included. */
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes assignments out of a file of `NAME=value` lines: a `.env`, a service's environment file. A quoted value may
 * span lines; all other lines stay byte for byte.
 */
export function removeEnvLines(text: string, names: readonly string[]): EditedText {
  const all = findEnvAssignments(text);
  const removed = all.filter(({ name }) => names.includes(name));
  if (removed.length === 0) return { kind: 'unchanged' };
  const goesOn = removed.find(({ value }) => /\\\s*$/.test(value));
  if (goesOn !== undefined) return failed(`${goesOn.name} goes on in the next line with a backslash`);
  const rest = removed.toReversed().reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
  const kept = all.filter((each) => !removed.includes(each));
  const after = findEnvAssignments(rest);
  const isRight = after.length === kept.length && after.every((each, index) => isSame(each, kept[index]));
  return isRight ? { kind: 'edited', text: rest } : failed('the lines could not be told apart');
}

/** The same text with marks for all values: what is in such a file is mostly secret. */
export function maskEnvText(text: string, mark: MarkSecret): string {
  const lines: string[] = [];
  let at = 0;
  for (const { name, value, from, to } of findEnvAssignments(text)) {
    lines.push(redactText(text.slice(at, from)), `${name}=${mark(unquote(value)).toString()}\n`);
    at = to;
  }
  return [...lines, redactText(text.slice(at))].join('');
}

const assignment =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*('[^']*'|"(?:\\[\s\S]|[^"\\])*"|`[^`]*`)?([^\r\n]*)(?:\r?\n|$)/gm;

function findEnvAssignments(text: string): readonly EnvAssignment[] {
  return [...text.matchAll(assignment)].map((match) => {
    const [whole, name = '', quoted = '', rest = ''] = match;
    return { name, value: quoted + rest, from: match.index, to: match.index + whole.length };
  });
}

function isSame(one: EnvAssignment, other: EnvAssignment | undefined): boolean {
  return one.name === other?.name && one.value === other.value;
}

function unquote(value: string): string {
  return value.trim().replace(/^(['"`])([\s\S]*)\1$/, '$2');
}

function failed(message: string): EditedText {
  return { kind: 'failed', message };
}
