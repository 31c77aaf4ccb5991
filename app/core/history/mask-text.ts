import { maskJson5Text } from '../config-edit/masked-text.ts';
import type { WatchedKind } from '../model/history.ts';
import { SecretMark } from '../model/setting.ts';
import { maskLines } from '../parse/config-excerpt.ts';
import { parseVersionContent, type VersionContent } from '../parse/version-content.ts';
import type { MarkSecret } from '../settings/mask.ts';

/**
 * A kept content as it may be shown. JSON5 keeps its comments, order and layout, with marks where secrets are; files of
 * variables are their names with marks; a service definition is written out by its keys. What is not understood keeps its
 * names and punctuation.
 */
export function maskVersionText(kind: WatchedKind, content: VersionContent, mark: MarkSecret): string {
  const settings = parseVersionContent(kind, content, mark);
  if (settings === null) return maskLines(content.text);
  if (kind === 'service-environment' || kind === 'environment-file') {
    return Object.entries(settings)
      .map(([name, value]) => `${name}=${value instanceof SecretMark ? value.toString() : ''}\n`)
      .join('');
  }
  const written = `${JSON.stringify(settings, null, 2)}\n`;
  return kind === 'definition' ? written : (maskJson5Text(content.text, mark) ?? written);
}
