import type { WritingStyle } from './style.ts';

/** A value in the style of its file. `indent`: of the line it begins on; `inline`: all on that line. */
export function writeValue(value: unknown, style: WritingStyle, indent: string, inline: boolean): string {
  if (typeof value === 'string') return quoteText(value, style);
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value);
  if (Array.isArray(value)) {
    const parts = (value as readonly unknown[]).map(
      (entry) => (inner: string) => writeValue(entry, style, inner, inline),
    );
    return writeBox('[', ']', parts, { style, indent, inline });
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(
    ([name, member]) =>
      (inner: string) =>
        `${writeName(name, style)}:${style.afterColon}${writeValue(member, style, inner, inline)}`,
  );
  return writeBox('{', '}', parts, { style, indent, inline });
}

interface Layout {
  readonly style: WritingStyle;
  readonly indent: string;
  readonly inline: boolean;
}

function writeBox(
  opening: string,
  closing: string,
  parts: readonly ((indent: string) => string)[],
  { style, indent, inline }: Layout,
): string {
  if (parts.length === 0) return opening + closing;
  if (inline) {
    const blank = opening === '{' ? style.afterColon : '';
    const members = parts.map((write) => write(indent)).join(`,${style.afterColon}`);
    return `${opening}${blank}${members}${blank}${closing}`;
  }
  const inner = indent + style.unit;
  const lines = parts.map((write) => `${inner}${write(inner)}`).join(`,${style.lineEnd}`);
  const comma = style.trailingComma ? ',' : '';
  return `${opening}${style.lineEnd}${lines}${comma}${style.lineEnd}${indent}${closing}`;
}

/** Names that are words of JSON go with quotes: not every program reads them bare. */
const reserved: ReadonlySet<string> = new Set(['true', 'false', 'null', 'Infinity', 'NaN']);

export function writeName(name: string, style: WritingStyle): string {
  const isPlain = /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name);
  return style.bareNames && isPlain ? name : quoteText(name, style);
}

function quoteText(text: string, { quote }: WritingStyle): string {
  const double = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  if (quote === '"') return double;
  const inner = double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
