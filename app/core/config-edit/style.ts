import type { Entry, Json5Document, PlacedValue } from './document.ts';

/** How a person, or a program, writes a file: what is added looks the same. */
export interface WritingStyle {
  readonly quote: '"' | "'";
  /** Whether names that need no quotes go without. */
  readonly bareNames: boolean;
  /** One level of indentation. */
  readonly unit: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly trailingComma: boolean;
  /** The whole text is one line. */
  readonly isOneLine: boolean;
  /** After a colon: a blank, or nothing. */
  readonly afterColon: string;
}

export function deriveStyle(document: Json5Document): WritingStyle {
  const { text, isStrict, root } = document;
  const all = listEntries(root);
  const named = all.filter(({ written }) => written !== null);
  const strings = all.flatMap(({ written, value }) => [written?.[0], text[value.from]]);
  const single = strings.filter((first) => first === "'").length;
  const double = strings.filter((first) => first === '"').length;
  return {
    quote: !isStrict && single > double ? "'" : '"',
    bareNames: !isStrict && named.some(isBare) && named.filter(isBare).length * 2 >= named.length,
    unit: deriveUnit(document, root) ?? '  ',
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
    trailingComma: !isStrict && hasTrailingComma(document),
    isOneLine: !text.trim().includes('\n'),
    afterColon: named.length > 0 && named.every((entry) => blankAfterColon(text, entry) === '') ? '' : ' ',
  };
}

/** The same, but names as the others in this very object. */
export function styleWithin(style: WritingStyle, box: PlacedValue): WritingStyle {
  const named = box.entries.filter(({ written }) => written !== null);
  return named.length === 0 ? style : { ...style, bareNames: named.some(isBare) };
}

function isBare({ written }: Entry): boolean {
  return written !== null && written[0] !== '"' && written[0] !== "'";
}

function blankAfterColon(text: string, { from, written, value }: Entry): string {
  const between = text.slice(from + (written ?? '').length, value.from);
  return between.slice(between.indexOf(':') + 1);
}

function listEntries(value: PlacedValue): readonly Entry[] {
  const found: Entry[] = [];
  const add = ({ entries }: PlacedValue): void => {
    for (const entry of entries) {
      found.push(entry);
      add(entry.value);
    }
  };
  add(value);
  return found;
}

/** The first entry on a line of its own tells, by how much further in it is than its box. */
function deriveUnit({ text }: Json5Document, root: PlacedValue): string | null {
  const search = (box: PlacedValue): string | null => {
    const outer = indentAt(text, box.from);
    for (const { from, value } of box.entries) {
      const inner = indentAt(text, from);
      if (isFirstOnLine(text, from) && inner.startsWith(outer) && inner.length > outer.length) {
        return inner.slice(outer.length);
      }
      const deeper = search(value);
      if (deeper !== null) return deeper;
    }
    return null;
  };
  return search(root);
}

function hasTrailingComma({ text, marks }: Json5Document): boolean {
  return marks.some(({ kind, to }, index) => {
    if (kind !== 'comma') return false;
    let at = to;
    for (const next of marks.slice(index + 1)) {
      if (next.kind === 'comma' || text.slice(at, next.from).trim() !== '') break;
      at = next.to;
    }
    return /^\s*[}\]]/.test(text.slice(at, at + 400));
  });
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  if (next === -1) return text.length;
  return next > offset && text[next - 1] === '\r' ? next - 1 : next;
}

/** The blanks at the beginning of an offset's line. */
export function indentAt(text: string, offset: number): string {
  return /^\uFEFF?([ \t]*)/.exec(text.slice(lineStart(text, offset), offset))?.[1] ?? '';
}

/** Nothing but blanks before it on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}
