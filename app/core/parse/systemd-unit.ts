import type { ServiceDefinition } from '../model/service.ts';
import type { MarkSecret } from '../settings/mask.ts';
import type { ServiceCommand } from './service-command.ts';
import { parseServiceCommand } from './service-command.ts';
import type { Assignments } from './service-environment.ts';
import { deriveServiceEnvironment, serviceKindOf } from './service-environment.ts';
import { parseTimeSpan } from './systemctl-show.ts';
import { splitSystemdWords } from './systemd-words.ts';
import { describeVariables, type Variables } from './variables.ts';

/** What a unit with its drop-ins says, without its environment files. */
export type SystemdUnit = Pick<
  ServiceDefinition,
  'runAtLoad' | 'keepAlive' | 'throttleSeconds' | 'stdoutPath' | 'stderrPath' | 'workingDirectory' | 'environment'
> &
  ServiceCommand & {
    readonly serviceKind: string | null;
    /** `EnvironmentFile=`: absolute paths. */
    readonly environmentFiles: readonly string[];
  };

/**
 * Reads a service unit and its drop-ins, in the order in which systemd applies them (systemd.unit, systemd.exec):
 * lists grow, an empty assignment clears what was said before. `null` when there is nothing to run.
 */
export function parseSystemdUnit(texts: readonly string[], home: string): SystemdUnit | null {
  const settings = parseUnitSettings(texts);
  const all = (key: string): readonly string[] => settings.get(key) ?? [];
  const last = (key: string): string | null => all(key).at(-1) ?? null;
  const path = (text: string | null): string | null => filePath(text === null ? null : expandSpecifiers(text, home));
  const words = splitSystemdWords(last('Service.ExecStart')?.replace(/^[@:+!|-]+/, '') ?? '') ?? [];
  if (words.length === 0) return null;
  const assignments = readEnvironment(all('Service.Environment'), home);
  return {
    runAtLoad: all('Install.WantedBy').length > 0,
    keepAlive: (last('Service.Restart') ?? 'no') !== 'no',
    throttleSeconds: parseTimeSpan(last('Service.RestartSec') ?? undefined),
    stdoutPath: path(last('Service.StandardOutput')),
    stderrPath: path(last('Service.StandardError')),
    workingDirectory: path(last('Service.WorkingDirectory')),
    environment: deriveServiceEnvironment(assignments),
    serviceKind: serviceKindOf(assignments),
    environmentFiles: all('Service.EnvironmentFile').flatMap((text) => path(text) ?? []),
    ...parseServiceCommand(words.map((word) => expandSpecifiers(word, home))),
  };
}

/** What the unit and its drop-ins set themselves, without their environment files. */
export function readUnitVariables(texts: readonly string[], home: string, mark: MarkSecret): Variables {
  return describeVariables(readEnvironment(parseUnitSettings(texts).get('Service.Environment') ?? [], home), mark);
}

/** Values by `Section.Key`, in order, since the last empty assignment. */
export function parseUnitSettings(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const settings = new Map<string, readonly string[]>();
  for (const text of texts) {
    let section = '';
    for (const line of logicalLines(text)) {
      section = /^\[(.+)\]$/.exec(line)?.[1] ?? section;
      const [, name, value] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      const key = `${section}.${name}`;
      settings.set(key, value === '' ? [] : [...(settings.get(key) ?? []), value]);
    }
  }
  return settings;
}

/** Joins lines that end in a backslash; comments do not interrupt such a line. */
function logicalLines(text: string): readonly string[] {
  const lines: string[] = [];
  let begun = '';
  for (const physical of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (/^\s*[#;]/.test(physical)) continue;
    const continues = physical.endsWith('\\');
    begun += continues ? `${physical.slice(0, -1)} ` : physical;
    if (continues) continue;
    lines.push(begun.trim());
    begun = '';
  }
  return begun === '' ? lines : [...lines, begun.trim()];
}

function readEnvironment(values: readonly string[], home: string): Assignments {
  const words = values.flatMap((value) => splitSystemdWords(value) ?? []);
  return words.flatMap((word) => {
    const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name, expandSpecifiers(value, home)] as const];
  });
}

/** `%h` and `%%`; other specifiers need the manager and stay as they are. */
function expandSpecifiers(text: string, home: string): string {
  return text.replaceAll(/%([h%])/g, (_whole, letter: string) => (letter === 'h' ? home : '%'));
}

/** `append:/path`, `file:/path` and `-/path` name a file; `journal`, `inherit` and the like do not. */
function filePath(text: string | null): string | null {
  return /^(?:append:|file:|truncate:|-)?(\/.*)$/.exec(text ?? '')?.[1] ?? null;
}
