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

/**
 * Gives an assignment another value, or adds one at the end; all other lines stay byte for byte. Of several with one
 * name the last counts (dotenv, systemd), so that one is changed. Messages hold no value.
 */
export function setEnvLine(text: string, name: string, value: string): EditedText {
  const written = writeEnvValue(value);
  if (written === null) return failed('this key cannot be written on one line');
  const all = findEnvAssignments(text);
  const last = all.findLast((each) => each.name === name);
  const edited = last === undefined ? addLine(text, `${name}=${written}`) : replaceValue(text, last, written);
  if (edited === text) return { kind: 'unchanged' };
  const after = findEnvAssignments(edited);
  const place = last === undefined ? all.length : all.indexOf(last);
  const isRight =
    after.length === Math.max(all.length, place + 1) &&
    after.every((each, index) =>
      index === place ? each.name === name && unquote(each.value) === value : isSame(each, all[index]),
    );
  return isRight ? { kind: 'edited', text: edited } : failed('the lines could not be told apart');
}

function addLine(text: string, line: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const isEnded = text === '' || text.endsWith('\n');
  return `${text}${isEnded ? '' : lineEnd}${line}${lineEnd}`;
}

function replaceValue(text: string, { from, to }: EnvAssignment, written: string): string {
  const whole = text.slice(from, to);
  const [beginning = ''] = /^[^=]*=/.exec(whole) ?? [];
  const [lineEnd = ''] = /\r?\n$/.exec(whole) ?? [];
  return `${text.slice(0, from)}${beginning}${written}${lineEnd}${text.slice(to)}`;
}

/** As dotenv reads it: plain where that is safe, else in quotes that keep it to the letter; `null`: in none. */
function writeEnvValue(value: string): string | null {
  if (/^[\w.:/+=@%~,-]+$/.test(value)) return value;
  if (value === '' || /[^\x20-\x7e]/.test(value)) return null;
  const quote = ["'", '`'].find((each) => !value.includes(each));
  return quote === undefined ? null : `${quote}${value}${quote}`;
}

/** The value of a variable, as dotenv reads it: the last one counts. A secret. `null`: there is none. */
export function readEnvValue(text: string, name: string): string | null {
  const last = findEnvAssignments(text).findLast((each) => each.name === name);
  if (last === undefined) return null;
  const quoted = /^\s*(['"`])([\s\S]*)\1/.exec(last.value)?.[2];
  const value = (quoted ?? last.value.replace(/#.*$/, '')).trim();
  return value === '' ? null : value;
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
