import { redactText } from '../redact.ts';

const maxLineLength = 300;
const masked = '…';

/**
 * Up to three lines around `line` (1-based) in which keys, numbers and punctuation are left and every text value is
 * masked: a broken file may hold keys and tokens anywhere, also where quotes are missing.
 */
export function excerptAround(text: string, line: number): readonly string[] {
  return linesOf(text)
    .slice(Math.max(0, line - 2), line + 1)
    .map(maskLine);
}

/** The same of a whole text. */
export function maskLines(text: string): string {
  return linesOf(text).map(maskLine).join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

const token =
  /\/\/.*|\/\*.*|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[\u201c\u201d\u2018\u2019\uff02\u300c\u300d][^\u201c\u201d\u2018\u2019\uff02\u300c\u300d]*[\u201c\u201d\u2018\u2019\uff02\u300c\u300d]?|[^\s{}[\],:"'\u201c\u201d\u2018\u2019\uff02\u300c\u300d\uff1a]+/gu;

function maskLine(line: string): string {
  if (line.length > maxLineLength) return masked;
  const shown = line.replace(token, (word: string, offset: number) =>
    isShown(word, line.slice(offset + word.length)) ? word : maskWord(word),
  );
  return redactText(shown).replace(/[^\P{Cc}\t]/gu, '\uFFFD');
}

/** A key is a name before a colon, without digits: a value there by mistake mostly has some. Small numbers tell nothing. */
function isShown(word: string, rest: string): boolean {
  if (/^(?:[+-]?\d{1,9}(?:\.\d{1,9})?|true|false|null)$/.test(word)) return true;
  const name = word.replace(/^(["'])(.*)\1$/u, '$2');
  return /^\s*[:\uff1a]/.test(rest) && /^[A-Za-z_$.-]{1,40}$/.test(name);
}

function maskWord(word: string): string {
  if (word.startsWith('//') || word.startsWith('/*')) return `${word.slice(0, 2)} ${masked}`;
  const quote = /^["'\u201c\u201d\u2018\u2019\uff02\u300c\u300d]/u.exec(word)?.[0];
  if (quote === undefined) return masked;
  const closing = word.length > 1 ? /["'\u201c\u201d\u2018\u2019\uff02\u300c\u300d]$/u.exec(word)?.[0] : undefined;
  return `${quote}${masked}${closing ?? ''}`;
}
