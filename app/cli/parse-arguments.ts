import { parseArgs } from 'node:util';
import { type ActionKind, actionKinds } from '../core/model/action.ts';
import { type DeviceCommand, deviceCommands } from '../core/model/repair.ts';
import { type Locale, locales } from '../core/model/view.ts';
import { checkProfileName } from '../core/target.ts';
import { type ModelsCommand, parseModels } from './parse-models.ts';

/** What a person asked the command line for. */
export type Command = { readonly locale: Locale | null } & (
  | { readonly kind: 'help' | 'version' }
  | ({ readonly kind: 'status' | 'watch' } & Reporting)
  | ({ readonly kind: 'act'; readonly action: ActionKind; readonly yes: boolean } & Reporting)
  | ({ readonly kind: 'repair' | 'undo' } & Changing)
  | ({ readonly kind: 'runs' } & Reporting)
  /** `file`: as it was typed. */
  | ({ readonly kind: 'history'; readonly file: string | null } & Reporting)
  | ({ readonly kind: 'export' } & Reporting)
  | ({ readonly kind: 'diff'; readonly before: string; readonly after: string } & Reporting)
  | ({ readonly kind: 'restore'; readonly version: string; readonly keys: readonly string[] | null } & Omit<
      Changing,
      'subject'
    >)
  | (Exclude<ModelsCommand, ChangingModels> & Reporting)
  | (ChangingModels & Omit<Changing, 'subject'>)
  | ({ readonly kind: 'devices' } & Reporting)
  /** `id`: of a request or a device, or the beginning of one, as it was typed. */
  | ({ readonly kind: 'decide-device'; readonly decision: DeviceCommand; readonly id: string } & Omit<
      Changing,
      'subject'
    >)
  | {
      readonly kind: 'panel';
      readonly profile: string | null;
      readonly port: number | null;
      readonly opens: boolean;
    }
);

type ChangingModels = Extract<ModelsCommand, { kind: 'provider-add' | 'model-use' | 'set-fallbacks' }>;

interface Reporting {
  readonly profile: string | null;
  readonly json: boolean;
}

interface Changing extends Reporting {
  /** Id or code of a finding, or id of a run, as it was typed; `null`: the first there is. */
  readonly subject: string | null;
  readonly dryRun: boolean;
  readonly yes: boolean;
}

/** Why a command line is not understood; `word` is as it was typed. */
export interface WrongUse {
  readonly kind: 'wrong';
  readonly locale: Locale | null;
  readonly problem: WrongUseProblem;
  readonly word: string;
  readonly command: string;
}

export type WrongUseProblem =
  | 'no-command'
  | 'unknown-command'
  | 'unknown-option'
  | 'unexpected-word'
  | 'word-missing'
  | 'option-elsewhere'
  | 'value-missing'
  | 'value-unexpected'
  | 'bad-language'
  | 'bad-port'
  | 'bad-profile'
  | 'provider-what'
  | 'models-what'
  | 'preset-missing'
  | 'unknown-preset';

const options = {
  json: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  'dry-run': { type: 'boolean' },
  keys: { type: 'string', multiple: true },
  plan: { type: 'string' },
  region: { type: 'string' },
  url: { type: 'string' },
  'key-env': { type: 'string' },
  models: { type: 'string' },
  default: { type: 'boolean' },
  profile: { type: 'string' },
  lang: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;
type OptionName = keyof typeof options;

const everywhere: readonly OptionName[] = ['lang', 'help', 'version'];
const reporting: readonly OptionName[] = [...everywhere, 'json', 'profile'];
const acting: readonly OptionName[] = [...reporting, 'yes'];
const optionsOf: Readonly<Record<string, readonly OptionName[]>> = {
  help: everywhere,
  version: everywhere,
  status: reporting,
  watch: reporting,
  start: acting,
  stop: acting,
  restart: acting,
  repair: [...acting, 'dry-run'],
  undo: [...acting, 'dry-run'],
  runs: reporting,
  history: reporting,
  diff: reporting,
  restore: [...acting, 'dry-run', 'keys'],
  devices: [...acting, 'dry-run'],
  providers: reporting,
  provider: [...acting, 'dry-run', 'plan', 'region', 'url', 'key-env', 'models', 'default'],
  models: [...acting, 'dry-run'],
  panel: [...everywhere, 'profile', 'port', 'no-open'],
};

/** How many words a command takes behind it, and what the first ones are called that it cannot do without. */
const wordsOf: Readonly<Record<string, { readonly atMost: number; readonly needed: readonly string[] }>> = {
  repair: { atMost: 1, needed: [] },
  undo: { atMost: 1, needed: [] },
  history: { atMost: 1, needed: [] },
  diff: { atMost: 2, needed: ['VERSION'] },
  devices: { atMost: 2, needed: [] },
  // Behind --keys any number of settings may follow.
  restore: { atMost: Number.POSITIVE_INFINITY, needed: ['VERSION'] },
};

/** Their words are understood together with what they mean. */
const modelsCommands: ReadonlySet<string> = new Set(['providers', 'provider', 'models']);

type Token = NonNullable<ReturnType<typeof tokenize>['tokens']>[number];
type Values = ReturnType<typeof tokenize>['values'];

function tokenize(words: readonly string[]) {
  return parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
}

/** Understands the words after the program's name. Nothing is guessed: what is not known is wrong use. */
export function parseArguments(words: readonly string[]): Command | WrongUse {
  const { values, positionals, tokens } = tokenize(words);
  const command = positionals[0] ?? '';
  const locale = locales.find((each) => each === values.lang) ?? null;
  const wrong = (problem: WrongUseProblem, word: string): WrongUse => ({
    kind: 'wrong',
    locale,
    problem,
    word,
    command,
  });
  const misused = findMisused(tokens);
  if (misused !== null) return wrong(...misused);
  if (values.help === true) return { kind: 'help', locale };
  if (values.version === true) return { kind: 'version', locale };
  if (command === '') return wrong('no-command', '');
  const allowed = Object.hasOwn(optionsOf, command) ? optionsOf[command] : undefined;
  if (allowed === undefined) return wrong('unknown-command', command);
  const badWords = findBadWords(command, positionals.slice(1), values);
  if (badWords !== null) return wrong(...badWords);
  const elsewhere = tokens.find((token) => token.kind === 'option' && !allowed.includes(token.name as OptionName));
  if (elsewhere?.kind === 'option') return wrong('option-elsewhere', elsewhere.rawName);
  const badValue = findBadValue(values);
  if (badValue !== null) return wrong(...badValue);
  const parsed = { command, words: positionals.slice(1), locale, values };
  if (!modelsCommands.has(command)) return makeCommand(parsed);
  const made = makeModelsCommand(parsed);
  return 'kind' in made ? made : wrong(...made);
}

function makeModelsCommand({ command, words, locale, values }: Parsed): Command | Problem {
  const made = parseModels(command, words, {
    plan: textOf(values.plan),
    region: textOf(values.region),
    url: textOf(values.url),
    'key-env': textOf(values['key-env']),
    models: textOf(values.models),
    default: values.default === true,
  });
  if (!('kind' in made)) return made;
  const told = { profile: textOf(values.profile) ?? null, json: values.json === true, locale };
  switch (made.kind) {
    case 'provider-add':
    case 'model-use':
    case 'set-fallbacks':
      return { ...made, ...told, dryRun: values['dry-run'] === true, yes: values.yes === true };
    case 'providers':
    case 'models':
    case 'fallbacks':
    case 'provider-test':
      break;
  }
  return { ...made, ...told };
}

function textOf(value: Values[keyof Values]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

type Problem = readonly [WrongUseProblem, string];

function findMisused(tokens: readonly Token[]): Problem | null {
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name as OptionName] : undefined;
    if (option === undefined) return ['unknown-option', token.rawName];
    if (option.type === 'boolean' && token.value !== undefined) return ['value-unexpected', token.rawName];
    const lacks =
      token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'));
    if (option.type === 'string' && lacks) return ['value-missing', token.rawName];
  }
  return null;
}

function findBadWords(command: string, words: readonly string[], { keys }: Values): Problem | null {
  const { atMost, needed } = wordsOf[command] ?? { atMost: 0, needed: [] };
  if (command === 'devices') return findBadDecision(words);
  if (modelsCommands.has(command)) return null;
  const missing = needed[words.length];
  if (missing !== undefined) return ['word-missing', missing];
  const most = command === 'restore' && keys === undefined ? 1 : atMost;
  const tooMany = words[most];
  return tooMany === undefined ? null : ['unexpected-word', tooMany];
}

/** Without a word the list; else what to decide, and about whom. */
function findBadDecision([decision, id, tooMany]: readonly string[]): Problem | null {
  if (decision === undefined) return null;
  if (!deviceCommands.some((each) => each === decision)) return ['unexpected-word', decision];
  if (id === undefined) return ['word-missing', decision === 'remove' ? 'DEVICE' : 'REQUEST'];
  return tooMany === undefined ? null : ['unexpected-word', tooMany];
}

function findBadValue({ lang, port, profile }: Values): Problem | null {
  if (typeof lang === 'string' && !locales.some((each) => each === lang)) return ['bad-language', lang];
  if (typeof port === 'string' && toPort(port) === null) return ['bad-port', port];
  if (typeof profile === 'string' && checkProfileName(profile).kind === 'invalid') return ['bad-profile', profile];
  return null;
}

function toPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

interface Parsed {
  readonly command: string;
  readonly words: readonly string[];
  readonly locale: Locale | null;
  readonly values: Values;
}

function makeCommand({ command, words, locale, values }: Parsed): Command {
  const subject = words[0] ?? null;
  const profile = typeof values.profile === 'string' ? values.profile : null;
  const json = values.json === true;
  const yes = values.yes === true;
  const action = actionKinds.find((each) => each === command);
  if (action !== undefined) return { kind: 'act', action, yes, profile, json, locale };
  if (command === 'repair' || command === 'undo') {
    return { kind: command, subject, dryRun: values['dry-run'] === true, yes, profile, json, locale };
  }
  const looking = makeLooking(command, words, { profile, json, locale });
  if (looking !== null) return looking;
  if (command === 'restore') {
    const dryRun = values['dry-run'] === true;
    const [version = '', ...more] = words;
    const keys = Array.isArray(values.keys) ? [...values.keys.map(String), ...more] : null;
    return { kind: 'restore', version, keys, dryRun, yes, profile, json, locale };
  }
  if (command === 'devices') {
    const decision = deviceCommands.find((each) => each === subject);
    const dryRun = values['dry-run'] === true;
    if (decision === undefined) return { kind: 'devices', profile, json, locale };
    return { kind: 'decide-device', decision, id: words[1] ?? '', dryRun, yes, profile, json, locale };
  }
  if (command === 'status' || command === 'watch' || command === 'runs')
    return { kind: command, profile, json, locale };
  if (command === 'help' || command === 'version') return { kind: command, locale };
  const port = typeof values.port === 'string' ? toPort(values.port) : null;
  return { kind: 'panel', profile, port, opens: values['no-open'] !== true, locale };
}

/** What only looks at the history. */
function makeLooking(
  command: string,
  [first, second]: readonly string[],
  how: Reporting & { readonly locale: Locale | null },
): Command | null {
  if (command === 'diff') return { kind: 'diff', before: first ?? '', after: second ?? 'now', ...how };
  if (command !== 'history') return null;
  return first === 'export' ? { kind: 'export', ...how } : { kind: 'history', file: first ?? null, ...how };
}
