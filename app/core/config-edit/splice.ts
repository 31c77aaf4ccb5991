import type { Entry, Json5Document, Mark, PlacedValue } from './document.ts';
import { indentAt, isFirstOnLine, lineEnd, lineStart, styleWithin, type WritingStyle } from './style.ts';
import { writeName, writeValue } from './write-value.ts';

/** Puts another value in the place of one. */
export function replaceValue(
  { text }: Json5Document,
  style: WritingStyle,
  { entry, value }: { readonly entry: Entry; readonly value: unknown },
): string {
  const { from, to, entries } = entry.value;
  const isBox = typeof value === 'object' && value !== null;
  const isLined = entries.length > 0 ? text.slice(from, to).includes('\n') : isFirstOnLine(text, entry.from);
  const quote = text[from] === "'" || text[from] === '"' ? text[from] : style.quote;
  const written = writeValue(value, isBox ? style : { ...style, quote }, indentAt(text, entry.from), !isLined);
  return text.slice(0, from) + written + text.slice(to);
}

export interface NewEntry {
  /** `null`: an element of a list. */
  readonly name: string | null;
  readonly value: unknown;
  /** Behind how many entries it goes. */
  readonly index: number;
}

/** Adds an entry where the others are, as they are written. */
export function insertEntry(
  document: Json5Document,
  style: WritingStyle,
  { box, entry }: { readonly box: PlacedValue; readonly entry: NewEntry },
): string {
  const local = styleWithin(style, box);
  const write = (indent: string, inline: boolean): string => {
    const name = entry.name === null ? '' : `${writeName(entry.name, local)}:${local.afterColon}`;
    return name + writeValue(entry.value, local, indent, inline);
  };
  const before = box.entries[entry.index - 1];
  if (before !== undefined) return insertAfter(document, local, { box, before, index: entry.index, write });
  const first = box.entries[0];
  return first === undefined
    ? insertIntoEmpty(document, local, { box, write })
    : insertFirst(document, local, { box, first, write });
}

type Write = (indent: string, inline: boolean) => string;

function insertAfter(
  { text, marks }: Json5Document,
  style: WritingStyle,
  place: { readonly box: PlacedValue; readonly before: Entry; readonly index: number; readonly write: Write },
): string {
  const { box, before, index, write } = place;
  const comma = commaAfter(marks, before, box);
  const isLast = index === box.entries.length;
  // A comma of its own where there was one before it, so that the last one stays with or without.
  const own = !isLast || comma !== undefined ? ',' : '';
  const head = text.slice(0, before.to) + (comma === undefined ? ',' : '');
  if (!isFirstOnLine(text, before.from)) {
    const at = comma?.to ?? before.to;
    const blank = style.afterColon;
    return `${head}${text.slice(before.to, at)}${blank}${write(indentAt(text, box.from), true)}${own}${text.slice(at)}`;
  }
  const at = endWithRemark(text, marks, comma?.to ?? before.to);
  const indent = indentAt(text, before.from);
  // What stands behind on the same line gets a line of its own.
  const rest = text.slice(at);
  const isAlone = /^[ \t]*(?:\r?\n|$)/.test(rest);
  const gap = isAlone ? rest : `${style.lineEnd}${isLast ? indentAt(text, box.from) : indent}${rest.trimStart()}`;
  return `${head}${text.slice(before.to, at)}${style.lineEnd}${indent}${write(indent, false)}${own}${gap}`;
}

function insertFirst(
  { text, marks }: Json5Document,
  style: WritingStyle,
  { box, first, write }: { readonly box: PlacedValue; readonly first: Entry; readonly write: Write },
): string {
  const at = box.from + 1;
  if (!isFirstOnLine(text, first.from)) {
    // Comments before the first entry are about it.
    const blank = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
    const after = at + blank.length;
    const isCommented = marks.some(({ from }) => from === after);
    const gap = isCommented || style.afterColon === ' ' ? ' ' : '';
    return `${text.slice(0, after)}${write(indentAt(text, box.from), true)},${gap}${text.slice(after)}`;
  }
  const behind = endWithRemark(text, marks, at);
  const indent = indentAt(text, first.from);
  return `${text.slice(0, behind)}${style.lineEnd}${indent}${write(indent, false)},${text.slice(behind)}`;
}

function insertIntoEmpty(
  { text, marks }: Json5Document,
  style: WritingStyle,
  { box, write }: { readonly box: PlacedValue; readonly write: Write },
): string {
  const inner = text.slice(box.from + 1, box.to - 1);
  const outer = indentAt(text, box.from);
  const hasComments = marks.some(({ from }) => from > box.from && from < box.to);
  if (!hasComments && style.isOneLine) {
    const blank = text[box.from] === '{' ? style.afterColon : '';
    return `${text.slice(0, box.from + 1)}${blank}${write(outer, true)}${blank}${text.slice(box.to - 1)}`;
  }
  const indent = outer + style.unit;
  const head = text.slice(0, box.from + 1) + (hasComments ? inner.trimEnd() : '');
  const comma = style.trailingComma ? ',' : '';
  const entry = `${style.lineEnd}${indent}${write(indent, false)}${comma}`;
  return `${head}${entry}${style.lineEnd}${outer}${text.slice(box.to - 1)}`;
}

/** Takes an entry out, with its comma and with the remark behind it on its line. */
export function removeEntry(
  { text, marks }: Json5Document,
  { box, index }: { readonly box: PlacedValue; readonly index: number },
): string {
  const entry = box.entries[index];
  if (entry === undefined) return text;
  const isOnly = box.entries.length === 1;
  const hasComments = marks.some(({ kind, from }) => kind !== 'comma' && from > box.from && from < box.to);
  if (isOnly && !hasComments) return `${text.slice(0, box.from + 1)}${text.slice(box.to - 1)}`;
  const comma = commaAfter(marks, entry, box);
  const cuts: Cut[] = [{ from: entry.from, to: entry.to }];
  if (comma !== undefined) cuts.push(comma);
  else if (index > 0) cuts.push(...commaBefore(marks, entry));
  const own = isFirstOnLine(text, entry.from) ? remarksBehind(text, marks, entry, comma) : [];
  const all = [...cuts, ...own].toSorted((one, other) => one.from - other.from);
  return cut(text, widen(text, all, entry.from));
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

function cut(text: string, cuts: readonly Cut[]): string {
  return cuts.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
}

/** Where nothing but blanks would be left of the entry's lines, they go; else the blanks behind it. */
function widen(text: string, cuts: readonly Cut[], entryFrom: number): readonly Cut[] {
  const before = cuts.filter(({ from }) => from < entryFrom);
  const own = cuts.slice(before.length);
  const to = own.at(-1)?.to ?? entryFrom;
  const hasRest = own.some(({ from }, index) => text.slice(own[index - 1]?.to ?? from, from).trim() !== '');
  if (hasRest) return cuts;
  const start = lineStart(text, entryFrom);
  const end = lineEnd(text, to);
  if (isFirstOnLine(text, entryFrom) && text.slice(to, end).trim() === '') {
    const next = text.indexOf('\n', end);
    if (next !== -1) return [...before, { from: start, to: next + 1 }];
  }
  // The last on its line takes the blanks before it along, any other those behind it.
  const isLast = /^[ \t]*(?:[}\]\r\n]|$)/.test(text.slice(to, to + 400));
  const lead = /[ \t]*$/.exec(text.slice(start, entryFrom))?.[0].length ?? 0;
  const blanks = /^[ \t]*/.exec(text.slice(to, end))?.[0].length ?? 0;
  return [...before, isLast ? { from: entryFrom - lead, to } : { from: entryFrom, to: to + blanks }];
}

function commaAfter(marks: readonly Mark[], entry: Entry, box: PlacedValue): Mark | undefined {
  const next = box.entries.find(({ from }) => from >= entry.to);
  return marks.find(({ kind, from }) => kind === 'comma' && from >= entry.to && from < (next?.from ?? box.to));
}

function commaBefore(marks: readonly Mark[], entry: Entry): readonly Mark[] {
  const found = marks.findLast(({ kind, to }) => kind === 'comma' && to <= entry.from);
  return found === undefined ? [] : [found];
}

/** Comments behind an entry on its line, when nothing else follows them there. */
function remarksBehind(text: string, marks: readonly Mark[], entry: Entry, comma: Mark | undefined): readonly Mark[] {
  const last = Math.max(entry.to, comma?.to ?? 0);
  const end = lineEnd(text, last);
  const behind = marks.filter(({ kind, from }) => kind !== 'comma' && from >= entry.to && from < end);
  const isOneLine = behind.every(({ from, to }) => lineEnd(text, from) >= to);
  const left = cut(text.slice(0, end), [...behind, ...(comma === undefined ? [] : [comma])].toSorted(byPlace));
  return isOneLine && left.slice(entry.to).trim() === '' ? behind : [];
}

const byPlace = (one: Cut, other: Cut): number => one.from - other.from;

/** Behind the comments that follow on the same line, unless something else follows them. */
function endWithRemark(text: string, marks: readonly Mark[], offset: number): number {
  const end = lineEnd(text, offset);
  const behind = marks.filter(({ kind, from }) => kind !== 'comma' && from >= offset && from < end);
  const last = behind.at(-1);
  if (last === undefined || last.to > end) return offset;
  const left = cut(text.slice(0, end), behind).slice(offset);
  return left.trim() === '' ? last.to : offset;
}
