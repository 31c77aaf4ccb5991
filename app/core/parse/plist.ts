import type { PlistValue } from 'plist';
import { parse, parseBinary } from 'plist';

export type { PlistValue };

export type PlistFormat = 'plist-xml' | 'plist-binary';

export type PlistParse =
  | { readonly kind: 'parsed'; readonly format: PlistFormat; readonly value: PlistValue }
  /** `message` holds nothing of the file: a definition may contain keys. */
  | { readonly kind: 'broken'; readonly message: string };

/** Whether these bytes are what `plutil -convert binary1` and `defaults write` leave. */
export function isBinaryPlist(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 6)) === 'bplist';
}

/** Reads an XML property list from its text, a binary one from its bytes; launchd takes no other. Never throws. */
export function parsePlist(content: string | Uint8Array): PlistParse {
  if (typeof content !== 'string') return guarded('plist-binary', () => parseBinary(content));
  const text = content.replace(/^\uFEFF/, '').trimStart();
  if (!text.startsWith('<')) return { kind: 'broken', message: 'neither an XML nor a binary property list' };
  return guarded('plist-xml', () => withoutComplaint(() => parse(text)));
}

function guarded(format: PlistFormat, read: () => PlistValue): PlistParse {
  try {
    return { kind: 'parsed', format, value: read() };
  } catch (error) {
    const name = format === 'plist-xml' ? 'XML' : 'binary';
    return { kind: 'broken', message: `not a well-formed ${name} property list${placeOf(error)}` };
  }
}

/**
 * The XML parser behind `plist` writes what it dislikes, with pieces of the file, straight to the console and reads on
 * unless it is fatal; `plist` offers no way to hear it instead. Here each complaint ends the reading, and none is shown.
 */
function withoutComplaint<Value>(read: () => Value): Value {
  const screen = (globalThis as { console?: { error: (...line: readonly unknown[]) => void } }).console;
  if (screen === undefined) return read();
  const { error } = screen;
  let complaints = 0;
  screen.error = () => {
    complaints += 1;
  };
  try {
    const value = read();
    if (complaints > 0) throw new Error('the XML parser complained');
    return value;
  } finally {
    screen.error = error;
  }
}

/** The XML parser's errors carry a locator; their texts may quote the file, so they are not used. */
function placeOf(error: unknown): string {
  const locator: unknown = error instanceof Error && 'locator' in error ? error.locator : null;
  if (typeof locator !== 'object' || locator === null || !('lineNumber' in locator)) return '';
  return typeof locator.lineNumber === 'number' ? `, line ${locator.lineNumber}` : '';
}
