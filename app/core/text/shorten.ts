/** A command line or foreign message inside a sentence: one line, cut where it would push the sentence away. */
export function shorten(text: string, maximumLength = 80): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= maximumLength ? line : `${line.slice(0, maximumLength - 1)}…`;
}
