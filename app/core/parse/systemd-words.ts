/**
 * Splits a value of a unit file into words as systemd does: blanks separate, quotes group where a word begins,
 * backslashes escape. `null` when a quote stays open: systemd ignores such a line.
 */
export function splitSystemdWords(text: string): readonly string[] | null {
  const word =
    /\s*(?:"((?:\\[\s\S]|[^"\\])*)"(?=\s|$)|'((?:\\[\s\S]|[^'\\])*)'(?=\s|$)|((?!["'])(?:\\[\s\S]|[^\s\\])+))/y;
  const words: string[] = [];
  const end = text.trimEnd().length;
  while (word.lastIndex < end) {
    const match = word.exec(text);
    if (match === null) return null;
    words.push(unescape(match[1] ?? match[2] ?? match[3] ?? ''));
  }
  return words;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', s: ' ' };

function unescape(text: string): string {
  return text.replaceAll(/\\(?:x([0-9a-fA-F]{2})|([\s\S]))/g, (_whole, hex?: string, character?: string) =>
    hex === undefined ? (escapes[character ?? ''] ?? character ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
