/** Strings and comments as they are; then what may have to be replaced. Only right for a text that is JSON5. */
const tokens =
  /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/|[+-]\.(?=\d)|[\u2028\u2029]|[\p{ID_Start}$_\\][\p{ID_Continue}$\\\u200c\u200d]*/gu;
/** Hardly any text has one, and a large one is looked through at once. */
const mayNeedOne = /[+-]\.\d|[\u2028\u2029]|(?:null|true|false)\s*(?:\/[/*]|:)/;
const beforeColon = /^(?:\s|\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*)*:/;
const reservedName = /^(?:null|true|false)$/;

/** A name that JSON5 allows without quotes and momoa does not. */
export function isReservedName(written: string): boolean {
  return reservedName.test(written);
}

/**
 * A valid JSON5 text with everything at the same offset, and without the few things of JSON5 that momoa 3.3 does not
 * read: the names null, true and false without quotes, numbers like `-.5`, and U+2028 and U+2029 as ends of lines.
 */
export function writeStandIn(text: string): string {
  if (!mayNeedOne.test(text)) return text;
  return text.replace(tokens, (token: string, offset: number) => {
    if (token === '+.' || token === '-.') return `${token.charAt(0)}1`;
    if (token === '\u2028' || token === '\u2029') return '\n';
    const isName = reservedName.test(token) && beforeColon.test(text.slice(offset + token.length));
    return isName ? '_'.repeat(token.length) : token;
  });
}
