/** What `print-disabled` says of one label. `unset`: no override, so the job is enabled. `unclear`: an unknown word. */
export type DisabledOverride = 'disabled' | 'enabled' | 'unset' | 'unclear';

/**
 * Looks up a label in `launchctl print-disabled <domain>`; `null` when the text is not such a list.
 * Three layouts: `true`/`false` up to macOS 12, words from 13, indented by a tab below a blank line from 26.
 */
export function parsePrintDisabled(text: string, label: string): DisabledOverride | null {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.includes('(no disabled services)')) return 'unset';
  const begin = lines.indexOf('disabled services = {');
  if (begin === -1) return null;
  // The block that follows, `login item associations`, has lines of the same form that mean something else.
  const end = lines.indexOf('}', begin);
  if (end === -1) return null;
  const prefix = `"${label}" => `;
  const entry = lines.slice(begin + 1, end).find((line) => line.startsWith(prefix));
  return entry === undefined ? 'unset' : (words.get(entry.slice(prefix.length)) ?? 'unclear');
}

const words: ReadonlyMap<string, DisabledOverride> = new Map([
  ['disabled', 'disabled'],
  ['true', 'disabled'],
  ['enabled', 'enabled'],
  ['false', 'enabled'],
]);
