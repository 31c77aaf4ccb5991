const englishRules = new Intl.PluralRules('en');

/** "1 minute", "2 minutes". Chinese counts without plural forms and needs no such thing. */
export function countEnglish(count: number, one: string, other: string): string {
  return `${count} ${englishRules.select(count) === 'one' ? one : other}`;
}
