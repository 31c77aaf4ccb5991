import { type AnyNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import json5 from 'json5';
import { isReservedName, writeStandIn } from './stand-in.ts';

/** A JSON5 text with the place of everything in it; offsets count UTF-16 units from its beginning. */
export interface Json5Document {
  readonly text: string;
  /** It is JSON proper, and has to stay so. */
  readonly isStrict: boolean;
  readonly root: PlacedValue;
  /** Commas and comments in order. */
  readonly marks: readonly Mark[];
}

export interface Span {
  readonly from: number;
  /** The first offset after it. */
  readonly to: number;
}

export interface PlacedValue extends Span {
  readonly kind: 'object' | 'array' | 'scalar';
  readonly entries: readonly Entry[];
}

/** A member of an object with its name, or an element of a list. */
export interface Entry extends Span {
  readonly name: string | null;
  /** How the name is written. */
  readonly written: string | null;
  readonly value: PlacedValue;
}

export interface Mark extends Span {
  readonly kind: 'comma' | 'line-comment' | 'block-comment';
}

export type NotUnderstood = { readonly kind: 'not-understood'; readonly message: string };

export type ParsedValue = { readonly kind: 'value'; readonly value: unknown; readonly isStrict: boolean };

/** What a text says: as JSON, else as JSON5. Messages are English and have nothing of the text in them. */
export function parseValue(text: string): ParsedValue | NotUnderstood {
  const withoutMark = text.replace(/^\uFEFF/, '');
  try {
    return { kind: 'value', value: JSON.parse(withoutMark), isStrict: true };
  } catch {
    // JSON5 then.
  }
  try {
    return { kind: 'value', value: json5.parse(withoutMark), isStrict: false };
  } catch (error) {
    const { lineNumber, columnNumber } = error as { lineNumber?: number; columnNumber?: number };
    return notUnderstood(`it is not valid JSON5${placeOf(lineNumber, columnNumber)}`);
  }
}

/** Where everything is in a text that `parseValue` has read. */
export function parseDocument(text: string, isStrict: boolean): Json5Document | NotUnderstood {
  try {
    // Offsets of `loc`, never `range`: momoa 3.3 counts a CRLF inside a token as one there.
    const { body, tokens } = parse(isStrict ? text : writeStandIn(text), { mode: 'json5', tokens: true });
    const marks = (tokens ?? []).flatMap(({ type, loc }): readonly Mark[] => {
      const kind = markKinds[type];
      return kind === undefined ? [] : [{ kind, from: loc.start.offset, to: loc.end.offset }];
    });
    return { text, isStrict, root: placeValue(body, text), marks };
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number };
    return notUnderstood(`it is written in a way that cannot be edited here${placeOf(line, column)}`);
  }
}

function notUnderstood(message: string): NotUnderstood {
  return { kind: 'not-understood', message };
}

function placeOf(line: number | undefined, column: number | undefined): string {
  return line === undefined || column === undefined ? '' : ` (line ${line}, column ${column})`;
}

const markKinds: Readonly<Record<string, Mark['kind']>> = {
  Comma: 'comma',
  LineComment: 'line-comment',
  BlockComment: 'block-comment',
};

function placeValue(node: ValueNode, text: string): PlacedValue {
  const span = spanOf(node);
  if (node.type === 'Array') {
    const entries = node.elements.map((element): Entry => {
      const value = placeValue(element.value, text);
      return { name: null, written: null, value, from: value.from, to: value.to };
    });
    return { kind: 'array', entries, ...span };
  }
  if (node.type !== 'Object') return { kind: 'scalar', entries: [], ...span };
  const entries = node.members.map((member): Entry => {
    const { from, to } = spanOf(member.name);
    const value = placeValue(member.value, text);
    const written = text.slice(from, to);
    const read = member.name.type === 'Identifier' ? member.name.name : member.name.value;
    return { name: isReservedName(written) ? written : read, written, value, from, to: value.to };
  });
  return { kind: 'object', entries, ...span };
}

function spanOf({ loc }: AnyNode): Span {
  return { from: loc.start.offset, to: loc.end.offset };
}
