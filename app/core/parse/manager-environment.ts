import type { MarkSecret } from '../settings/mask.ts';
import { describeVariables, type Variables } from './variables.ts';

/** Output of `systemctl --user show-environment`: a line each, odd values in the shell's `$'…'` (systemd 240 to 257). */
export function readManagerVariables(output: string, mark: MarkSecret): Variables {
  const assignments = [...output.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, unquote(value)] as const,
  );
  return describeVariables(assignments, mark);
}

function unquote(value: string): string {
  const quoted = /^\$'(.*)'$/.exec(value)?.[1];
  if (quoted === undefined) return value;
  return quoted.replaceAll(/\\(.)/g, (_whole, letter: string) => escapes[letter] ?? letter);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
