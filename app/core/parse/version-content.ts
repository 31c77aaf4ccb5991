import type { WatchedKind } from '../model/history.ts';
import type { Setting, Settings } from '../model/setting.ts';
import { type MarkSecret, maskSettings } from '../settings/mask.ts';
import { parseConfigText } from './config.ts';
import { parseDotenv } from './dotenv.ts';
import { parseAssignments } from './env-file.ts';
import { isBinaryPlist, parsePlist } from './plist.ts';
import type { Assignments } from './service-environment.ts';
import { parseUnitSettings } from './systemd-unit.ts';
import { splitSystemdWords } from './systemd-words.ts';

/** A file's bytes with the text that they are; bytes that are none become U+FFFD. */
export interface VersionContent {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** What a watched file says, as settings to be compared: masked. `null`: it is not understood. */
export function parseVersionContent(kind: WatchedKind, content: VersionContent, mark: MarkSecret): Settings | null {
  return readers[kind](content, mark);
}

type Read = (content: VersionContent, mark: MarkSecret) => Settings | null;

const readJson: Read = ({ text }, mark) => {
  const document = parseConfigText(text, '');
  return document.kind === 'document' ? maskSettings(document.value, mark) : null;
};

/** Ids of devices and requests are as long as secrets; their beginnings tell them apart. */
const readDevices: Read = ({ text }, mark) => {
  const document = parseConfigText(text, '');
  if (document.kind !== 'document') return null;
  const named = Object.entries(document.value).map(([name, value]) => [shortId(name), value] as const);
  return maskSettings(Object.fromEntries(named), mark);
};

function shortId(name: string): string {
  return /^[0-9a-f-]{32,}$/i.test(name) ? name.slice(0, 12) : name;
}

const readDefinition: Read = ({ bytes, text }, mark) => {
  const isPlist = isBinaryPlist(bytes) || /^\s*</.test(text.replace(/^\uFEFF/, ''));
  return isPlist ? readPlist(isBinaryPlist(bytes) ? bytes : text, mark) : readUnit(text, mark);
};

const readers: Readonly<Record<WatchedKind, Read>> = {
  config: readJson,
  include: readJson,
  models: readJson,
  devices: readDevices,
  identity: readDevices,
  definition: readDefinition,
  'service-environment': ({ text }, mark) => maskAssignments(parseAssignments(text), mark),
  'environment-file': ({ text }, mark) => maskAssignments(parseDotenv(text), mark),
};

/** Names with marks: which variable holds a key is nobody's to guess. */
function maskAssignments(assignments: Assignments, mark: MarkSecret): Settings {
  return Object.fromEntries(assignments.map(([name, value]) => [name, mark(value)]));
}

function readPlist(content: string | Uint8Array, mark: MarkSecret): Settings | null {
  const parsed = parsePlist(content);
  if (parsed.kind === 'broken' || !isDictionary(parsed.value)) return null;
  const job: Dictionary = parsed.value;
  const others = Object.entries(job).filter(([name]) => name !== 'EnvironmentVariables' && name !== 'ProgramArguments');
  const { EnvironmentVariables: variables, ProgramArguments: words } = job;
  return {
    ...maskSettings(Object.fromEntries(others), mark),
    ...(Array.isArray(words) ? { ProgramArguments: maskWords(words, mark) } : {}),
    ...(isDictionary(variables) ? { EnvironmentVariables: maskAssignments(textsOf(variables), mark) } : {}),
  };
}

type Dictionary = Readonly<Record<string, unknown>>;

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function textsOf(variables: Dictionary): Assignments {
  return Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : ''] as const);
}

/** `{ Service: { ExecStart: [words], … }, … }`. */
function readUnit(text: string, mark: MarkSecret): Settings | null {
  const sections = new Map<string, Record<string, Setting>>();
  for (const [key, values] of parseUnitSettings([text])) {
    const [section = '', name = ''] = key.split('.');
    const isEnvironment = section === 'Service' && name === 'Environment';
    const setting = isEnvironment
      ? maskUnitEnvironment(values, mark)
      : unwrap(values.map((line) => maskLine(line, mark)));
    sections.set(section, { ...sections.get(section), [name]: setting });
  }
  return sections.size === 0 ? null : Object.fromEntries(sections);
}

function maskUnitEnvironment(values: readonly string[], mark: MarkSecret): Settings {
  const words = values.flatMap((value) => splitSystemdWords(value) ?? []);
  return maskAssignments(
    words.map((word) => {
      const [name = '', ...value] = word.split('=');
      return [name, value.join('=')] as const;
    }),
    mark,
  );
}

/** By its words, as a plist has a command, so that a secret behind an option is one here too. */
function maskLine(line: string, mark: MarkSecret): Setting {
  const words = splitSystemdWords(line);
  return words === null ? mark(line) : unwrap(maskWords(words, mark));
}

function unwrap(values: readonly Setting[]): Setting {
  return values.length === 1 ? (values[0] ?? null) : values;
}

/** What follows an option with a telling name is its value, `--token X`. */
function maskWords(words: readonly unknown[], mark: MarkSecret): readonly Setting[] {
  return words.map((word, index) => {
    const option = words[index - 1];
    const isNamed = typeof option === 'string' && /^--?[A-Za-z][\w-]*$/.test(option);
    const name = isNamed ? option : '';
    const [masked = null] = Object.values(maskSettings({ [name]: word }, mark));
    return masked;
  });
}
