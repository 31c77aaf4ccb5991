import type { MarkSecret } from '../settings/mask.ts';
import type { Assignments } from './service-environment.ts';
import { describeVariables, type Variables } from './variables.ts';

/** A `.env` as OpenClaw reads it, with the dotenv package (2026.3.13 to 2026.9.6): blanks, colons, comments, quotes. */
export function readDotenvVariables(text: string, mark: MarkSecret): Variables {
  return describeVariables(parseDotenv(text), mark);
}

const assignment =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=[ \t]*|:[ \t]+)('(?:\\'|[^'])*'|"(?:\\"|[^"])*"|`(?:\\`|[^`])*`|[^#\r\n]*)/gm;

/** The same, with the values: they must not leave who reads them. */
export function parseDotenv(text: string): Assignments {
  return [...text.replace(/^\uFEFF/, '').matchAll(assignment)].map((match) => [
    match[1] ?? '',
    unquote((match[2] ?? '').trim()),
  ]);
}

function unquote(value: string): string {
  const quoted = /^(['"`])([\s\S]*)\1$/.exec(value);
  if (quoted === null) return value;
  const [, quote, inner = ''] = quoted;
  return quote === '"' ? inner.replaceAll(/\\([nr])/g, (_whole, letter) => (letter === 'n' ? '\n' : '\r')) : inner;
}
