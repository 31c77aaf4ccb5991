import type { ServiceEnvironment } from '../model/service.ts';
import type { MarkSecret } from '../settings/mask.ts';
import type { Assignments } from './service-environment.ts';
import { deriveServiceEnvironment } from './service-environment.ts';
import { describeVariables, type Variables } from './variables.ts';

/**
 * An environment file of a service: `export NAME='value'` as OpenClaw 2026.9.6 writes it beside a LaunchAgent, or
 * `NAME=value` as systemd reads it. Names, and of the values only what `ServiceEnvironment` may hold.
 */
export function parseEnvFile(text: string): ServiceEnvironment {
  return deriveServiceEnvironment(parseAssignments(text));
}

/** The same file, as a place where a token can stand. */
export function readEnvFileVariables(text: string, mark: MarkSecret): Variables {
  return describeVariables(parseAssignments(text), mark);
}

/** The same, with the values: they must not leave who reads them. */
export function parseAssignments(text: string): Assignments {
  // A quoted value may span lines, so this goes by assignments and not by lines.
  const assignment =
    /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=((?:'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|[^\s'"\\])*)/gm;
  return [...text.matchAll(assignment)].map((match) => [match[1] ?? '', unquote(match[2] ?? '')] as const);
}

/** Takes shell quotes off: `'it'\''s'` is `it's`. */
function unquote(quoted: string): string {
  return quoted.replaceAll(
    /'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"|\\([\s\S])/g,
    (_whole, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replaceAll(/\\([$`"\\\n])/g, '$1') ?? escaped ?? '',
  );
}
